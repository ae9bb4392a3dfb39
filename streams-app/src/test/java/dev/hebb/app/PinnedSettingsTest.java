package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import dev.hebb.processor.TaskLayout;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An application id keeps the settings and the topology that it was first started with. */
class PinnedSettingsTest {
    private static final int PARTITIONS = 4;

    @Test
    void acceptsTheSame() {
        assertThatCode(() -> PinnedSettings.requireSame("hebb", settings(3, PARTITIONS), settings(3, PARTITIONS)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOtherPartitionsOfSpikes() {
        assertThatThrownBy(() -> PinnedSettings.requireSame("hebb", settings(1, PARTITIONS), settings(1, 8)))
                .hasMessageContaining("first started with partitions of spikes=4")
                .hasMessageContaining("this instance has partitions of spikes=8");
    }

    @Test
    void refusesTheOtherTopologyAndSaysHowToGoOn() {
        assertThatThrownBy(() -> PinnedSettings.requireSame("hebb", settings(4, PARTITIONS), settings(1, PARTITIONS)))
                .hasMessageContaining("application 'hebb' was first started with hebb.shards=4")
                .hasMessageContaining("set hebb.shards=4, or give another hebb.streams.application-id");
    }

    /** Settings of before there were two topologies do not say which; it was always that of shards. */
    @Test
    void refusesAnApplicationOfBeforeThereWereTwoTopologies() {
        TreeMap<String, String> older = settings(1, PARTITIONS);
        older.remove("topology");
        older.remove("partitions of spikes");

        assertThatThrownBy(() -> PinnedSettings.requireSame("hebb", older, settings(1, PARTITIONS)))
                .hasMessageContaining("could not read its stores: give another hebb.streams.application-id");
    }

    @Test
    void acceptsAnApplicationOfBeforeWithItsShards() {
        TreeMap<String, String> older = settings(4, PARTITIONS);
        older.remove("topology");
        older.remove("partitions of spikes");

        assertThatCode(() -> PinnedSettings.requireSame("hebb", older, settings(4, PARTITIONS)))
                .doesNotThrowAnyException();
    }

    private static TreeMap<String, String> settings(int shards, int spikePartitions) {
        Settings given = Settings.of(Map.of(), Map.of(), Map.of("hebb.shards", Integer.toString(shards)));
        return PinnedSettings.of(ConfigReader.read(given), new TaskLayout(shards, spikePartitions));
    }
}
