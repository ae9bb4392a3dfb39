package dev.hebb.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import dev.hebb.processor.PipelineMetrics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The graph as it is. Another name or another number of a sub-topology orphans changelogs and internal topics: an
 * application that runs would start again with empty stores.
 */
class TopologyDescriptionTest {
    @Test
    void isAsItWas() throws IOException {
        String description = HebbTopology.build(
                        ConfigReader.read(Settings.of(Map.of(), Map.of(), Map.of())),
                        TopicNames.DEFAULT,
                        4,
                        new MockSchemaRegistryClient(),
                        PipelineMetrics.NONE)
                .describe()
                .toString();

        assertThat(description).isEqualToNormalizingNewlines(golden());
    }

    private static String golden() throws IOException {
        try (var stream = TopologyDescriptionTest.class.getResourceAsStream("/golden/topology.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
