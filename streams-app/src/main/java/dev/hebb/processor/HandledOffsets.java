package dev.hebb.processor;

import dev.hebb.row.OffsetRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last record that a task has handled of each of its topics, in a store of the task, so that it is committed with
 * all that the record did. If the cluster loses the offsets that the group has committed, Kafka Streams reads the
 * topics from their beginning, and what was handled is told by these offsets. Not thread-safe.
 *
 * <p>At least once, a store may be ahead of what was sent. The offset in the store is then that of the last record
 * whose commit is known, and follows the records that were handled by a commit and a second at most.
 *
 * <p>Records are only passed over until the first that is new. If a broker loses the end of a topic under a running
 * task, other records may get the same offsets.
 */
final class HandledOffsets {
    private static final Logger LOGGER = LoggerFactory.getLogger(HandledOffsets.class);
    private static final Duration CATCH_UP_EVERY = Duration.ofSeconds(1);

    private final KeyValueStore<Bytes, byte[]> store;
    private final Function<String, Bytes> key;
    private final TopicIds ids;
    private final Commits commits;
    private final int partition;
    private final Map<String, Progress> topics = new HashMap<>();
    private @Nullable Progress unwritten;

    /** What is known of a topic. */
    private static final class Progress {
        private final String topic;
        private final @Nullable OffsetRow before;
        private @Nullable UUID id;
        private long offset;
        private long written = Commits.NONE;
        private boolean reachedNew;
        private boolean passedOver;

        private Progress(String topic, @Nullable OffsetRow before) {
            this.topic = topic;
            this.before = before;
        }

        private boolean wasHandled(UUID id, long offset) {
            return !reachedNew && before != null && before.topicId().equals(id) && offset <= before.offset();
        }
    }

    /**
     * @param store of the task
     * @param key under which the offset of a topic is
     * @param partition of the task
     */
    HandledOffsets(
            KeyValueStore<Bytes, byte[]> store,
            Function<String, Bytes> key,
            TopicIds ids,
            Commits commits,
            int partition) {
        this.store = store;
        this.key = key;
        this.ids = ids;
        this.commits = commits;
        this.partition = partition;
    }

    /** Those of a task, which also note commits that no record follows. */
    static HandledOffsets of(
            ProcessorContext<?, ?> context,
            KeyValueStore<Bytes, byte[]> store,
            Function<String, Bytes> key,
            TaskServices services) {
        HandledOffsets offsets = new HandledOffsets(
                store,
                key,
                services.topicIds(),
                services.commits(),
                context.taskId().partition());
        if (services.commits() != Commits.TOGETHER) {
            context.schedule(CATCH_UP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> offsets.writeAll());
        }
        return offsets;
    }

    /** Returns whether a record has yet to be handled; if so, {@link #write} notes that it is. */
    boolean isNew(String topic, long offset) {
        UUID id = ids.of(topic);
        if (id == null) {
            return true;
        }
        Progress progress = topics.computeIfAbsent(topic, this::load);
        if (progress.wasHandled(id, offset)) {
            tell(progress);
            return false;
        }
        progress.reachedNew = true;
        progress.id = id;
        progress.offset = offset;
        unwritten = progress;
        return true;
    }

    /** Puts the last offset into the store; to be called before the task is done with a record. */
    void write() {
        if (unwritten != null) {
            write(unwritten);
            unwritten = null;
        }
    }

    /** Puts offsets into the store that were committed after the last record of their topic. */
    void writeAll() {
        topics.values().forEach(this::write);
    }

    private void write(Progress progress) {
        UUID id = progress.id;
        if (id != null) {
            long committed = commits.last(progress.topic, partition, progress.offset);
            if (committed != progress.written) {
                store.put(key.apply(progress.topic), new OffsetRow(id, committed).pack());
                progress.written = committed;
            }
        }
    }

    private Progress load(String topic) {
        byte[] row = store.get(key.apply(topic));
        return new Progress(topic, row == null ? null : OffsetRow.unpack(row));
    }

    private static void tell(Progress progress) {
        if (!progress.passedOver && progress.before != null) {
            progress.passedOver = true;
            LOGGER.warn(
                    "the committed offsets of {} are lost; its records up to offset {} were handled before, and are"
                            + " passed over",
                    progress.topic,
                    progress.before.offset());
        }
    }
}
