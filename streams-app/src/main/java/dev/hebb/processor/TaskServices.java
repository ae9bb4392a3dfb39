package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.shard.Workers;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/**
 * Services that all tasks share.
 *
 * @param topics names of the topics
 * @param registry the schema registry
 * @param metrics updated once a frame and once a window
 * @param workers that compute dendrites
 * @param topicIds by which tasks note what they have handled
 * @param commits of this instance
 * @param ends of partitions, as consumers of this instance have reached them
 */
public record TaskServices(
        TopicNames topics,
        SchemaRegistryClient registry,
        PipelineMetrics metrics,
        Workers workers,
        TopicIds topicIds,
        Commits commits,
        PartitionEnds ends) {}
