package dev.hebb.cli.snapshot;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Receiver of the content of a snapshot, in its order: each topic, then its records; a schema comes before its records.
 */
interface SnapshotReceiver {
    /**
     * Receives what the snapshot is of.
     *
     * @param applicationId without prefix
     * @param partitions of the topic of spikes, which the stores depend on
     */
    void begin(String applicationId, int partitions) throws IOException, InterruptedException;

    /**
     * Receives the name of a topic; its records follow.
     *
     * @param name without prefix, and of a changelog without the application id
     * @param partitions how many it has
     */
    void topic(String name, int partitions) throws IOException, InterruptedException;

    /**
     * Receives a schema of records of the topic.
     *
     * @param id by which these records name it
     * @param text Avro schema
     */
    void schema(int id, String text) throws IOException;

    /** Receives a record of the topic; without value it is a tombstone. */
    void record(int partition, byte[] key, byte @Nullable [] value) throws IOException;
}
