package dev.hebb.cli.kafka;

import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.client.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a Kafka tool, to which those of the cluster can be added.
 *
 * @param tool the tool
 * @param typed by the user
 */
record KafkaToolArguments(KafkaTool tool, List<String> typed) {
    private static final Set<String> HELP = Set.of("--help", "-h", "--version");
    private static final List<String> DESERIALIZERS = List.of("--value-deserializer", "--formatter");

    KafkaToolArguments {
        typed = List.copyOf(typed);
    }

    /**
     * The arguments with the cluster's addresses, the client's properties and a deserializer, unless they were typed.
     */
    List<String> completed(ConnectionOptions connection) {
        if (typed.stream().anyMatch(HELP::contains)) {
            return typed;
        }
        List<String> added = new ArrayList<>();
        if (!mentions("--bootstrap-server") && !mentions("--bootstrap-controller")) {
            added.addAll(List.of("--bootstrap-server", connection.bootstrapServers()));
            connection.propertiesFile().ifPresent(file -> {
                if (!mentions("--command-config")) {
                    added.addAll(List.of("--command-config", file.toString()));
                }
            });
            if (tool == KafkaTool.CONSOLE_CONSUMER && DESERIALIZERS.stream().noneMatch(this::mentions)) {
                value("--topic").ifPresent(topic -> added.addAll(asJson(topic, connection)));
            }
        }
        List<String> all = new ArrayList<>(typed);
        all.addAll(tool.optionsFollowAction() ? all.size() : 0, added);
        return all;
    }

    private static List<String> asJson(String topic, ConnectionOptions connection) {
        TopicNames topics = connection.topicNames();
        // Rejected values are shown as they came: most of them are no Avro.
        if (!topics.all().contains(topic) || topic.equals(topics.rejectedSpikes())) {
            return List.of();
        }
        List<String> options = new ArrayList<>(List.of(
                "--value-deserializer",
                AvroJsonDeserializer.class.getName(),
                "--formatter-property",
                "value.deserializer." + AvroJsonDeserializer.REGISTRY + "="
                        + connection.namedConnection().schemaRegistry()));
        connection
                .connection()
                .properties()
                .forEach((name, value) ->
                        options.addAll(List.of("--formatter-property", "value.deserializer." + name + "=" + value)));
        return options;
    }

    private boolean mentions(String option) {
        return typed.stream().anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
    }

    private Optional<String> value(String option) {
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).startsWith(option + "=")) {
                return Optional.of(typed.get(i).substring(option.length() + 1));
            }
            if (typed.get(i).equals(option) && i + 1 < typed.size()) {
                return Optional.of(typed.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
