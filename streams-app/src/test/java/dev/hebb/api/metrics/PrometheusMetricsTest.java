package dev.hebb.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.processor.PipelineMetrics.Framed;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {
    private static final TaskId FRAMING = new TaskId(0, 0);
    private static final TaskId SHARD_0 = new TaskId(1, 0);
    private static final TaskId SHARD_1 = new TaskId(1, 1);

    private final PrometheusMetrics metrics = new PrometheusMetrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsWhatTheFramingLetThrough() throws Exception {
        // When
        metrics.framed(FRAMING, "dish", new Framed(100, 2, 10_500_000, 10_250_000));
        metrics.framed(FRAMING, "dish", new Framed(50, 0, 20_500_000, 20_250_000));
        metrics.rejected("LATE", 3);

        // Then
        assertThat(scrape())
                .contains("hebb_spikes_total 150.0")
                .contains("hebb_spikes_duplicate_total 2.0")
                .contains("hebb_spikes_rejected_total{reason=\"LATE\"} 3.0")
                .contains("hebb_network_watermark_seconds{network=\"dish\"} 20.25")
                .contains("hebb_network_watermark_lag_seconds{network=\"dish\"} 0.25");
    }

    @Test
    void addsUpShardsAndIsAsFarAsTheLastOfThem() throws Exception {
        // When
        metrics.windowClosed(SHARD_0, window("dish", 0, 3, 20_000_000));
        metrics.windowClosed(SHARD_1, window("dish", 1, 4, 10_000_000));
        metrics.pruned(pruning());

        // Then
        assertThat(scrape())
                .contains("hebb_windows_closed_total 2.0")
                .contains("hebb_pairs_total 2000.0")
                .contains("hebb_synapse_events_total{kind=\"FORMED\"} 2.0")
                .contains("hebb_prunings_total{kind=\"SYNAPSE\",reason=\"UNUSED\"} 1.0")
                .contains("hebb_network_synapses{network=\"dish\",state=\"ACTIVE\"} 7.0")
                .contains("hebb_network_closed_until_seconds{network=\"dish\"} 10.0");
    }

    @Test
    void forgetsTheMetricsOfATaskThatMovesAway() throws Exception {
        // Given
        metrics.windowClosed(SHARD_0, window("dish", 0, 3, 20_000_000));
        metrics.windowClosed(SHARD_1, window("dish", 1, 4, 10_000_000));

        // When
        metrics.closed(SHARD_1);

        // Then
        assertThat(scrape())
                .contains("hebb_network_synapses{network=\"dish\",state=\"ACTIVE\"} 3.0")
                .contains("hebb_network_closed_until_seconds{network=\"dish\"} 20.0");

        // When
        metrics.closed(SHARD_0);

        // Then
        assertThat(scrape()).doesNotContain("dish").contains("hebb_networks_named 0.0");
    }

    @Test
    void namesABoundedNumberOfNetworks() throws Exception {
        // When
        for (int i = 0; i < 3 * NetworkMeters.NAMED_AT_MOST; i++) {
            metrics.framed(FRAMING, "net-" + i, new Framed(1, 0, 10, 0));
        }

        // Then
        long named = scrape().lines()
                .filter(line -> line.startsWith("hebb_network_watermark_seconds"))
                .count();
        assertThat(named).isEqualTo(NetworkMeters.NAMED_AT_MOST);
        assertThat(scrape()).contains("hebb_spikes_total 300.0");
    }

    private String scrape() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        metrics.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NetworkWindow window(String network, int shard, int active, long end) {
        return NetworkWindow.newBuilder()
                .setNetwork(network)
                .setShard(shard)
                .setShards(2)
                .setWindow(end / 10_000_000 - 1)
                .setStart(end - 10_000_000)
                .setEnd(end)
                .setObservedMicros(10_000_000)
                .setNetworkSpikes(500)
                .setSpikes(250)
                .setNeurons(10)
                .setPairs(1000)
                .setActive(active)
                .setDormant(1)
                .setFormed(1)
                .setMasked(0)
                .setUnmasked(0)
                .setPruned(0)
                .setMeanWeight(0.25)
                .setStage("GROWTH")
                .build();
    }

    private static PruningEvent pruning() {
        return PruningEvent.newBuilder()
                .setNetwork("dish")
                .setKind(PruningKind.SYNAPSE)
                .setPre(1)
                .setPost(2)
                .setReason(PruningReason.UNUSED)
                .setWeight(0.01)
                .setZ(5)
                .setLagMicros(2000)
                .setStage("GROWTH")
                .setFormedAt(1)
                .setLastCoFiredAt(2)
                .setAt(3)
                .setWindow(0)
                .build();
    }
}
