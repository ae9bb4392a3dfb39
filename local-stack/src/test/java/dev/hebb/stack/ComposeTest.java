package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker in {@code docker-compose.yml} is set up as the local one is. */
class ComposeTest {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");
    private static final List<String> ADDRESSES =
            List.of("listeners", "advertised.listeners", "controller.quorum.voters", "log.dirs");

    @Test
    void hasTheLocalBrokersSettings() throws IOException {
        // Given
        Map<String, String> local = new HashMap<>(Broker.settings(Path.of("unused"), 9092));
        ADDRESSES.forEach(local::remove);

        // When
        Map<String, String> composed = kafkaSettings();

        // Then
        assertThat(composed).containsAllEntriesOf(local);
    }

    private static Map<String, String> kafkaSettings() throws IOException {
        JsonNode environment = new YAMLMapper()
                .readTree(COMPOSE.toFile())
                .path("services")
                .path("kafka")
                .path("environment");
        Map<String, String> settings = new HashMap<>();
        environment.properties().forEach(entry -> {
            String property = entry.getKey()
                    .replaceFirst("^KAFKA_", "")
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            settings.put(property, entry.getValue().asText());
        });
        return settings;
    }
}
