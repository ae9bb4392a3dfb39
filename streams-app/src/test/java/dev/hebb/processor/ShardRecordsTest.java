package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ReportSink;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** Outputs of a shard go under the name of their own network, in whatever order networks are opened. */
class ShardRecordsTest {
    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final List<String> forgotten = new ArrayList<>();

    @Test
    void outputsOfOneNetworkDoNotDependOnThoseOfAnother() {
        // Given
        context.setCurrentSystemTimeMs(0);
        HebbConfig config = ConfigReader.read(Settings.defaults());
        ShardRecords records =
                new DirectPipeline(config, new MockSchemaRegistryClient()).records(context, 0, new Forgotten());
        ShardRecords.OfNetwork dish = records.of("dish");
        ShardRecords.OfNetwork other = records.of("other");

        // When
        dish.noDendrite(1);
        other.noDendrite(2);
        dish.forgotten();

        // Then
        assertThat(context.forwarded().stream()
                        .map(forward -> String.valueOf(forward.record().key())))
                .containsExactly("dish/1", "other/2");
        assertThat(forgotten).containsExactly("dish");
    }

    private final class Forgotten implements ReportSink {
        @Override
        public void report(String network, int shard, NeuronReport report) {
            throw new AssertionError("no window is closed here");
        }

        @Override
        public void forget(String network, int shard) {
            forgotten.add(network);
        }
    }
}
