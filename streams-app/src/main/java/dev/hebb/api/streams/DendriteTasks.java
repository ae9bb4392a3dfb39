package dev.hebb.api.streams;

import dev.hebb.client.TopicNames;
import dev.hebb.processor.NodeNames;
import dev.hebb.processor.TaskLayout;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The tasks that have dendrites, and their owners: who reads a partition of this topic owns the task of that number.
 *
 * @param layout which task has what
 * @param topic that these tasks read
 */
public record DendriteTasks(TaskLayout layout, String topic) {
    /** The tasks of an application. */
    public DendriteTasks(TaskLayout layout, TopicNames topics, String applicationId) {
        this(layout, layout.isOneTask() ? topics.spikes() : applicationId + "-" + NodeNames.FRAMES + "-repartition");
    }

    /** Returns the owner of each task; a task that no instance owns is missing. */
    Map<Integer, HostInfo> owners(KafkaStreams streams) {
        Map<Integer, HostInfo> owners = new HashMap<>();
        for (StreamsMetadata instance : streams.metadataForAllStreamsClients()) {
            for (TopicPartition partition : instance.topicPartitions()) {
                if (partition.topic().equals(topic)) {
                    owners.put(partition.partition(), instance.hostInfo());
                }
            }
        }
        return owners;
    }
}
