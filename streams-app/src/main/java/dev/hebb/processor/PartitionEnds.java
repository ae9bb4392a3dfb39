package dev.hebb.processor;

/** When partitions had last been read to their ends. Thread-safe. */
@FunctionalInterface
public interface PartitionEnds {
    /** Where nothing else is known, everything has always been read. */
    PartitionEnds REACHED = (topic, partition) -> Long.MAX_VALUE;

    /** Wall clock at which all records of a partition had last been read, in milliseconds; 0 before that. */
    long reachedMillis(String topic, int partition);
}
