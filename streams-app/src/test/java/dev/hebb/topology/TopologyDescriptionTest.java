package dev.hebb.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.processor.TaskLayout;
import dev.hebb.processor.TestServices;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The graph as it is. Another name or another number of a sub-topology orphans changelogs and internal topics: an
 * application that runs would start again with empty stores.
 */
class TopologyDescriptionTest {
    @ParameterizedTest
    @CsvSource({"1, topology-one-task.txt", "4, topology.txt"})
    void isAsItWas(int shards, String golden) throws IOException {
        String description = HebbTopology.build(
                        ConfigReader.read(Map.of("hebb.shards", Integer.toString(shards))),
                        new TaskLayout(shards, 4),
                        TestServices.of(new MockSchemaRegistryClient()))
                .describe()
                .toString();

        assertThat(description).isEqualToNormalizingNewlines(golden(golden));
    }

    private static String golden(String name) throws IOException {
        try (var stream = TopologyDescriptionTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
