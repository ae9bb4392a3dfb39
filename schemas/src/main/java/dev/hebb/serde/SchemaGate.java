package dev.hebb.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Check whether the registry has answered about a schema id, without waiting for a registry that is away. A thread of
 * its own asks the registry. Safe to use from any thread.
 */
public final class SchemaGate implements AutoCloseable {
    /**
     * Time that a record with a new schema id waits for the registry, in milliseconds: long enough for a registry that
     * can be reached.
     */
    private static final long ANSWER_MILLIS = 250;

    private static final int REMEMBERED = 10_000;
    private static final int HTTP_NOT_FOUND = 404;
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);
    /**
     * Time for which an unknown schema id is remembered: shorter than {@link SchemaLookup} remembers it, because the
     * lookup does not ask while the registry is away.
     */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(8);

    private final SchemaRegistryClient registry;
    private final LongSupplier nanos;
    private final Map<Integer, PendingAnswer> pending = new ConcurrentHashMap<>();
    private final ExecutorService asker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ask-schema-registry");
        thread.setDaemon(true);
        return thread;
    });

    private enum Answer {
        KNOWN,
        UNKNOWN,
        NONE
    }

    private record PendingAnswer(CompletableFuture<Answer> answer, long askedNanos) {
        boolean isOver(long now) {
            return switch (answer.getNow(Answer.KNOWN)) {
                case KNOWN -> false; // or not answered yet
                case UNKNOWN -> now - askedNanos > UNKNOWN_FOR.toNanos();
                case NONE -> now - askedNanos > ASK_AGAIN_AFTER.toNanos();
            };
        }
    }

    public SchemaGate(SchemaRegistryClient registry) {
        this(registry, System::nanoTime);
    }

    SchemaGate(SchemaRegistryClient registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
    }

    /** Returns whether the registry has said what a schema id stands for, or that it does not know it. */
    public boolean isSettled(int id) {
        long now = nanos.getAsLong();
        boolean[] isNew = new boolean[1];
        PendingAnswer asked = pending.compute(id, (same, before) -> {
            isNew[0] = before == null || before.isOver(now);
            return isNew[0] ? ask(id, now) : before;
        });
        if (pending.size() > REMEMBERED) {
            pending.values().removeIf(each -> each.answer.isDone() && each != asked);
        }
        return answer(asked, isNew[0] ? ANSWER_MILLIS : 0) != Answer.NONE;
    }

    private PendingAnswer ask(int id, long now) {
        return new PendingAnswer(CompletableFuture.supplyAsync(() -> answer(id), asker), now);
    }

    private static Answer answer(PendingAnswer asked, long withinMillis) {
        try {
            return asked.answer.get(withinMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private Answer answer(int id) {
        try {
            registry.getSchemaById(id);
            return Answer.KNOWN;
        } catch (RestClientException e) {
            return e.getStatus() == HTTP_NOT_FOUND ? Answer.UNKNOWN : Answer.NONE;
        } catch (IOException e) {
            // As long as an unknown one, and no longer: the lookup asks for it again, too.
            return ForeignSchema.isSaidBy(e) ? Answer.UNKNOWN : Answer.NONE;
        } catch (RuntimeException e) {
            return Answer.NONE;
        }
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }
}
