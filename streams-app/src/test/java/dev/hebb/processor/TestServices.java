package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.shard.Workers;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** Services of tasks in one thread, without metrics, whose commits are those of Kafka Streams. */
public final class TestServices {
    private TestServices() {}

    public static TaskServices of(SchemaRegistryClient registry) {
        return of(registry, TopicIds.UNKNOWN);
    }

    static TaskServices of(SchemaRegistryClient registry, TopicIds ids) {
        return new TaskServices(
                TopicNames.DEFAULT,
                registry,
                PipelineMetrics.NONE,
                new Workers(1),
                ids,
                Commits.TOGETHER,
                PartitionEnds.REACHED);
    }
}
