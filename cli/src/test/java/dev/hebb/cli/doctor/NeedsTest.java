package dev.hebb.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import dev.hebb.framing.Frame;
import dev.hebb.row.FrameCodec;
import dev.hebb.row.SynapseRow;
import dev.hebb.rule.RuleMemory;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.MaskReason;
import dev.hebb.synapse.Peak;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseTimes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedsTest {
    @Test
    void countsSpikePairsOfAThousandNeurons() {
        // Given
        Needs needs = needs(1000, 5, Map.of());

        // Then: 1,000 × 999 × 25 × 0.05 s
        assertThat(needs.spikePairsPerSecond()).isCloseTo(1_248_750, within(1.0));
        assertThat(needs.spikesKept()).isCloseTo(5_000 * 310, within(1.0));
        assertThat(needs.publishesCounts()).isFalse();
    }

    @Test
    void widensHistogramsWithWhatADayCounts() {
        // 25 spike pairs a second and 1 ms: 2,160 a day, two bytes; at 0.5 Hz 22, one byte
        assertThat(needs(1000, 5, Map.of()).histogramBytes()).isCloseTo(1000.0 * 999 * 100 * 2, within(1.0));
        assertThat(needs(1000, 0.5, Map.of()).histogramBytes()).isCloseTo(1000.0 * 999 * 100, within(1.0));
    }

    @Test
    void keepsCandidatesOnlyOfLargeNetworks() {
        assertThat(needs(4000, 5, Map.of()).histogramBytes())
                .isLessThan(needs(2000, 5, Map.of()).histogramBytes());
    }

    @Test
    void refusesRecordsThatNoTopicTakes() {
        // Given
        Map<String, String> always = Map.of("hebb.co-firing.publish", "always");

        // Then
        assertThat(NeedsReport.problems(needs(1000, 5, always))).isEmpty();
        assertThat(NeedsReport.problems(needs(20_000, 5, always)))
                .filteredOn(CheckResult::failed)
                .singleElement()
                .asString()
                .contains("hebb.co-firing.publish=never");
    }

    /** docs/benchmarks.md: 6,000 s of 1,000 neurons in 48.0 s, 450 s of 4,000 in 40.3, and 14,400 s of 100 in 23.0. */
    @Test
    void needsTheTimeThatBenchmarksTook() {
        assertThat(needs(1000, 5, Map.of()).taskSeconds()).isCloseTo(48.0 / 6_000, withinPercentage(15));
        assertThat(needs(4000, 5, Map.of()).taskSeconds()).isCloseTo(40.3 / 450, withinPercentage(50));
        assertThat(needs(100, 5, Map.of()).taskSeconds()).isCloseTo(23.0 / 14_400, withinPercentage(15));
    }

    /** docs/reliability.md: at most 670 MB for 1,000 neurons at 7 Hz, 162 MB for 500 at 10 Hz, looking every second. */
    @Test
    void needsTheDiskThatRunsTook() {
        assertThat(disk(1000, 7).storeBytes()).isBetween(670e6, 1.6 * 670e6);
        assertThat(disk(500, 10).storeBytes()).isBetween(162e6, 1.6 * 162e6);
        assertThat(disk(500, 10).neededBytes() - disk(500, 10).storeBytes()).isEqualTo(32 << 20);
    }

    private static DiskCheck disk(long neurons, double rateHz) {
        return new DiskCheck(needs(neurons, rateHz, Map.of()).storeBytes());
    }

    @Test
    void asksForMoreShardsWhereOneDoesNotKeepUp() {
        // Given: 100,000 spikes a second, 500 million pairs
        Needs large = needs(10_000, 10, Map.of());

        // Then
        assertThat(large.keepsUp()).isFalse();
        assertThat(NeedsReport.problems(large)).singleElement().satisfies(problem -> {
            assertThat(problem.failed()).isFalse();
            assertThat(problem.toString()).contains("hebb.shards=" + large.shardsThatKeepUp());
        });
        assertThat(needs(10_000, 10, Map.of("hebb.shards", Integer.toString(large.shardsThatKeepUp())))
                        .keepsUp())
                .isTrue();
        assertThat(needs(10_000, 10, Map.of("hebb.shards", Integer.toString(large.shardsThatKeepUp() - 1)))
                        .keepsUp())
                .isFalse();
    }

    /** Every shard receives all spikes. */
    @Test
    void knowsWhatNoNumberOfShardsKeepsUpWith() {
        assertThat(needs(1_000_000, 5, Map.of()).shardsThatKeepUp()).isZero();
    }

    @Test
    void refusesLoadsThatAreNone() {
        assertThatThrownBy(() -> new NetworkLoad(0, 5)).hasMessageContaining("--neurons is 0");
        assertThatThrownBy(() -> new NetworkLoad(10, -1)).hasMessageContaining("--rate is -1.0 Hz");
    }

    @Test
    void countsTheBytesThatRowsOfSynapsesHave() {
        // Given
        long month = 30 * 86_400_000_000L;
        DendriteSynapses dendrite = new DendriteSynapses();
        for (int pre = 0; pre < 10; pre++) {
            dendrite.add(new Synapse(
                    pre,
                    0.5,
                    MaskReason.NONE,
                    new Peak(1, 1, false, 5, 2),
                    0,
                    RuleMemory.NONE,
                    new SynapseTimes(month, 2 * month, 0, 2 * month)));
        }
        int packed = SynapseRow.pack(dendrite).length - SynapseRow.pack(new DendriteSynapses()).length;

        // Then
        double withoutSynapses = needs(1000, 5, Map.of(), 0).storeBytes();
        assertThat(needs(1000, 5, Map.of(), 10).storeBytes() - withoutSynapses).isCloseTo(1000.0 * packed, within(1.0));
    }

    /** Up to the room that arrays have for more. */
    @Test
    void countsTheBytesThatSpikesTakeInMemory() {
        // Given
        int spikes = 1 << 16;
        LagAxis axis = LagAxis.standard();
        SpikeLog log = new SpikeLog();
        for (int i = 0; i < spikes; i++) {
            log.append(200L * i, i % 1000);
        }
        TrainIndex trains = new TrainIndex(axis);
        trains.rebuild(log, axis.reachMicros(), 200L * spikes, 1000);

        // Then
        double perSpike = (double) (log.bytes() + trains.bytes()) / spikes;
        Needs fast = needs(1000, 10, Map.of());
        Needs slow = needs(1000, 5, Map.of());
        double moreSpikes = fast.config().shards() * (fast.spikesKept() - slow.spikesKept());
        assertThat((fast.heapBytes() - slow.heapBytes()) / moreSpikes).isBetween(perSpike / 1.25, perSpike);
    }

    @Test
    void countsTheBytesThatFramesHave() {
        // Given: a second of 1,000 neurons that fire at 5 Hz
        Random random = new Random(1);
        long[] times = random.longs(5_000, 0, 1_000_000).sorted().toArray();
        int[] neurons = random.ints(5_000, 0, 1_000).toArray();
        Frame frame = new Frame("net", 0, 1_000_000, times, neurons, List.of());
        double packed = (double) new FrameCodec().encode(frame).length / 5_000;

        // Then
        Needs noHistograms = needs(2, 2_500, Map.of("hebb.co-firing.publish", "never"), 0);
        double log = noHistograms.storeBytes() - noHistograms.histogramBytes();
        assertThat(log / noHistograms.spikesKept() / noHistograms.config().shards())
                .isBetween(packed, 1.25 * packed);
    }

    @Test
    void keepsNoCountsButMaybeMoreSpikes() {
        // Given
        Map<String, String> longer = Map.of("hebb.co-firing.windows-kept", "61");
        Needs unpublished = needs(100, 5, Map.of("hebb.co-firing.publish", "never"));

        // Then: 31 and 63 windows of 5,000 spikes
        assertThat(needs(100, 5, Map.of()).storeBytes()).isEqualTo(unpublished.storeBytes());
        assertThat(needs(100, 5, longer).storeBytes() - unpublished.storeBytes())
                .isCloseTo(32.0 * 5_000 * FrameCodec.BYTES_PER_SPIKE, within(1.0));
    }

    private static Needs needs(long neurons, double rateHz, Map<String, String> settings) {
        return needs(neurons, rateHz, settings, 10);
    }

    private static Needs needs(long neurons, double rateHz, Map<String, String> settings, double synapsesPerNeuron) {
        ConfigAnswer config = ConfigAnswer.of(ConfigReader.read(Settings.of(settings, Map.of(), Map.of())), "");
        return new Needs(config, new NetworkLoad(neurons, rateHz), synapsesPerNeuron);
    }
}
