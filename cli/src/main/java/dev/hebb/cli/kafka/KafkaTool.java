package dev.hebb.cli.kafka;

import java.util.Arrays;
import java.util.Optional;

/** Kafka's own command line tools, by the names of their scripts in Kafka's distribution. */
enum KafkaTool {
    TOPICS("topics", "org.apache.kafka.tools.TopicCommand", "create, list, describe, alter topics"),
    CONSOLE_CONSUMER(
            "console-consumer",
            "org.apache.kafka.tools.consumer.ConsoleConsumer",
            "read a topic; Hebb's topics are shown as JSON"),
    CONSOLE_PRODUCER("console-producer", "org.apache.kafka.tools.ConsoleProducer", "write lines to a topic"),
    CONSUMER_GROUPS(
            "consumer-groups",
            "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            "list and describe groups, their lag; reset offsets"),
    STREAMS_GROUPS(
            "streams-groups",
            "org.apache.kafka.tools.streams.StreamsGroupCommand",
            "the same for groups of the streams protocol"),
    GROUPS("groups", "org.apache.kafka.tools.GroupsCommand", "list groups of all kinds"),
    GET_OFFSETS("get-offsets", "org.apache.kafka.tools.GetOffsetShell", "first and last offsets of topics"),
    CONFIGS("configs", "kafka.admin.ConfigCommand", "describe and alter settings of topics and brokers"),
    LOG_DIRS("log-dirs", "org.apache.kafka.tools.LogDirsCommand", "bytes on disk"),
    DELETE_RECORDS("delete-records", "org.apache.kafka.tools.DeleteRecordsCommand", "delete a topic's oldest records"),
    TRANSACTIONS("transactions", "org.apache.kafka.tools.TransactionsCommand", "list, describe, abort transactions"),
    ACLS("acls", "org.apache.kafka.tools.AclCommand", "access control"),
    BROKER_API_VERSIONS(
            "broker-api-versions", "org.apache.kafka.tools.BrokerApiVersionsCommand", "what the brokers understand"),
    CLUSTER("cluster", "org.apache.kafka.tools.ClusterTool", "the cluster's id and endpoints"),
    METADATA_QUORUM("metadata-quorum", "org.apache.kafka.tools.MetadataQuorumCommand", "the controllers' state"),
    STREAMS_RESET(
            "streams-application-reset",
            "org.apache.kafka.tools.StreamsResetter",
            "reset a stopped Kafka Streams application"),
    PRODUCER_PERF("producer-perf-test", "org.apache.kafka.tools.ProducerPerformance", "measure writing"),
    CONSUMER_PERF("consumer-perf-test", "org.apache.kafka.tools.ConsumerPerformance", "measure reading");

    private final String title;
    private final String mainClass;
    private final String purpose;

    KafkaTool(String title, String mainClass, String purpose) {
        this.title = title;
        this.mainClass = mainClass;
        this.purpose = purpose;
    }

    /** The tool by its name, also as {@code kafka-topics} or {@code kafka-topics.sh}. */
    static Optional<KafkaTool> named(String word) {
        String name = word.replaceFirst("^kafka-", "").replaceFirst("\\.sh$", "");
        return Arrays.stream(values()).filter(tool -> tool.title.equals(name)).findFirst();
    }

    String title() {
        return title;
    }

    String mainClass() {
        return mainClass;
    }

    String purpose() {
        return purpose;
    }

    /** Returns whether the tool's options come after a word that says what to do. */
    boolean optionsFollowAction() {
        return this == CLUSTER;
    }
}
