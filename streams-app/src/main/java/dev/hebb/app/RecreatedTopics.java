package dev.hebb.app;

import dev.hebb.processor.TopicIds;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids of topics, by which it detects topics that were deleted and made again while the app runs. Kafka's consumer
 * continues at its old offset in the new topic, and would pass over everything before it in silence. Thread-safe.
 */
final class RecreatedTopics implements TopicIds, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecreatedTopics.class);
    private static final long INTERVAL_SECONDS = 2;

    private final Admin admin;
    private final Set<String> topics;
    private final Map<String, Uuid> ids = new ConcurrentHashMap<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watch-topics");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param admin stays the caller's to close
     * @param topics to look at
     */
    RecreatedTopics(Admin admin, Set<String> topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** Remembers the topics as they are, and looks at them every two seconds from now on. */
    void start() throws InterruptedException {
        look();
        var unused =
                watch.scheduleWithFixedDelay(this::lookAgain, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void lookAgain() {
        try {
            look();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A topic that is missing for the moment, or a broker that does not answer, says nothing. */
    void look() throws InterruptedException {
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                compare(topic.getKey(), topic.getValue().get().topicId());
            } catch (ExecutionException e) {
                LOGGER.debug("cannot look at topic {}", topic.getKey(), e);
            }
        }
    }

    /** Asks the cluster, once for each topic; the caller has read from it, so that it is there. */
    @Override
    public UUID of(String topic) {
        Uuid id = ids.get(topic);
        if (id == null) {
            id = ask(topic);
            ids.putIfAbsent(topic, id);
        }
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private Uuid ask(String topic) {
        try {
            return Objects.requireNonNull(admin.describeTopics(Set.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .get()
                    .topicId();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot find out the id of topic " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the id of topic " + topic, e);
        }
    }

    private void compare(String topic, Uuid id) {
        Uuid before = ids.put(topic, id);
        if (before != null && !before.equals(id)) {
            LOGGER.warn("topic {} was deleted and made again; the new one is read from its beginning", topic);
            times.merge(topic, 1, Integer::sum);
        }
    }

    /** For one consumer and its thread. */
    Rewind rewind() {
        return new Rewind(Map.copyOf(times));
    }

    /** Sets a consumer back to the beginning of topics that were made again. */
    final class Rewind {
        private Map<String, Integer> done;

        private Rewind(Map<String, Integer> done) {
            this.done = done;
        }

        /** To be called before a poll. */
        void apply(Consumer<byte[], byte[]> consumer) {
            if (done.equals(times)) {
                return;
            }
            Map<String, Integer> now = Map.copyOf(times);
            Set<TopicPartition> assigned = consumer.assignment();
            now.forEach((topic, count) -> {
                if (!count.equals(done.get(topic))) {
                    consumer.seekToBeginning(assigned.stream()
                            .filter(partition -> partition.topic().equals(topic))
                            .toList());
                }
            });
            done = now;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
