package dev.hebb.api.streams;

import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.api.answer.PruningHistory;
import dev.hebb.client.Connection;
import dev.hebb.schema.PruningEvent;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Pruning events of the topic, read at every request: prunings are rare. Returns committed events only. */
public final class TopicPruningHistory implements PruningHistory {
    private static final Comparator<PrunedEntry> BY_TIME = Comparator.comparingLong(PrunedEntry::atMicros)
            .thenComparing(PrunedEntry::kind)
            .thenComparingInt(PrunedEntry::post)
            .thenComparing(PrunedEntry::pre, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final TopicHistory<PruningEvent> prunings;

    private TopicPruningHistory(TopicHistory<PruningEvent> prunings) {
        this.prunings = prunings;
    }

    /** Returns the history of prunings in a cluster. */
    public static TopicPruningHistory of(Connection connection, SchemaRegistryClient registry) {
        return new TopicPruningHistory(new TopicHistory<>(
                connection, registry, connection.topics().pruningEvents(), PruningEvent.getClassSchema()));
    }

    @Override
    public PrunedAnswer between(String network, long fromMicros, long toMicros, int limit) {
        Earliest earliest = new Earliest(limit);
        TopicHistory.HistoryEnd read = prunings.read(event -> {
            if (event.getNetwork().equals(network) && event.getAt() >= fromMicros && event.getAt() < toMicros) {
                earliest.add(PrunedEntry.of(event));
            }
        });
        boolean complete = read.finished() && !earliest.overflowed;
        return new PrunedAnswer(network, fromMicros, toMicros, complete, read.unreadable(), earliest.sorted());
    }

    /** The earliest prunings up to a limit, in bounded memory. */
    private static final class Earliest {
        private final int limit;
        private final PriorityQueue<PrunedEntry> kept = new PriorityQueue<>(BY_TIME.reversed());
        private boolean overflowed;

        Earliest(int limit) {
            this.limit = limit;
        }

        void add(PrunedEntry pruned) {
            kept.add(pruned);
            if (kept.size() > limit) {
                kept.remove();
                overflowed = true;
            }
        }

        List<PrunedEntry> sorted() {
            return kept.stream().sorted(BY_TIME).toList();
        }
    }
}
