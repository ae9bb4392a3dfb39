package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker in {@code docker-compose.yml} is set up as the local one is; images are pinned everywhere. */
class ComposeTest {
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

    @Test
    void hasTheLocalBrokersHeapAndCompiler() throws IOException {
        // Given
        JsonNode environment = ComposeFile.services().path("kafka").path("environment");

        // When
        String composed = environment.path("KAFKA_HEAP_OPTS").asText()
                + ' '
                + environment.path("KAFKA_OPTS").asText();

        // Then
        assertThat(composed.split(" ")).hasSize(3).isSubsetOf(Broker.JVM);
    }

    @Test
    void everyContainerIsBounded() throws IOException {
        ComposeFile.services().properties().forEach(service -> {
            JsonNode merged = service.getValue();
            assertThat(merged.path("mem_limit").asText()).as(service.getKey()).isNotEmpty();
            assertThat(merged.path("security_opt").toString())
                    .as(service.getKey())
                    .contains("no-new-privileges:true");
            for (JsonNode port : merged.path("ports")) {
                assertThat(port.asText()).as(service.getKey()).startsWith("127.0.0.1:");
            }
        });
        for (String own : List.of("app", "simulator", "tokens")) {
            JsonNode shared = ComposeFile.services().path(own);
            assertThat(shared.path("read_only").asBoolean()).as(own).isTrue();
            assertThat(shared.path("cap_drop").toString()).as(own).isEqualTo("[\"ALL\"]");
        }
        assertThat(ComposeFile.services().path("app").path("environment").has("HEBB_HTTP_TOKEN_FILE"))
                .isTrue();
    }

    @Test
    void everyImageHasAVersionAndThoseOfOthersADigest() throws IOException {
        // Given
        List<String> images = Images.named();

        // Then
        assertThat(images).anyMatch(image -> image.startsWith("hebb-app:"));
        assertThat(images)
                .allMatch(image -> image.startsWith("hebb-")
                        ? image.matches("hebb-[a-z]+:\\d+(\\.\\d+)+(-SNAPSHOT)?")
                        : image.matches("[^:@]+:v?\\d+(\\.\\d+)+[\\w.-]*@sha256:[0-9a-f]{64}"));
    }

    private static Map<String, String> kafkaSettings() throws IOException {
        JsonNode environment = ComposeFile.services().path("kafka").path("environment");
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
