package dev.hebb.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.census.NeuronLife;
import dev.hebb.command.Command;
import dev.hebb.command.ControlState;
import dev.hebb.command.Modulation;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Gap;
import dev.hebb.rule.RuleMemory;
import dev.hebb.shard.Candidates;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.NetworkSample;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.NeuronReportBuilder;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.WindowTotals;
import dev.hebb.synapse.DendriteSynapses;
import dev.hebb.synapse.MaskReason;
import dev.hebb.synapse.Peak;
import dev.hebb.synapse.Synapse;
import dev.hebb.synapse.SynapseTimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 8: what a released version wrote can still be read. The files in golden/ are never changed, only added to. */
class GoldenRowsTest {
    /**
     * A kind of row.
     *
     * @param file in golden/
     * @param packed a sample, as this build packs it
     * @param repack unpacks and packs again
     */
    record Kind(String file, byte[] packed, UnaryOperator<byte[]> repack) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "synapse-row-3",
                        SynapseRow.pack(synapses()),
                        bytes -> SynapseRow.pack(SynapseRow.unpack(bytes))),
                new Kind(
                        "progress-row-3",
                        ProgressRow.pack(progress()),
                        bytes -> ProgressRow.pack(ProgressRow.unpack(bytes))),
                new Kind("neuron-block-1", NeuronBlock.pack(neurons(), 0), GoldenRowsTest::repackNeurons),
                new Kind(
                        "control-row-1",
                        ControlRow.pack(control()),
                        bytes -> ControlRow.pack(ControlRow.unpack(bytes))),
                new Kind(
                        "histogram-block-1",
                        HistogramBlock.pack(histograms(255), 2, 2, 4),
                        GoldenRowsTest::repackBlock),
                new Kind(
                        "histogram-block-1-wide",
                        HistogramBlock.pack(histograms(65_535), 2, 2, 4),
                        GoldenRowsTest::repackBlock),
                new Kind(
                        "histogram-block-1-wider",
                        HistogramBlock.pack(histograms(70_000), 2, 2, 4),
                        GoldenRowsTest::repackBlock),
                new Kind("candidate-row-1", CandidateRow.pack(candidates()), GoldenRowsTest::repackCandidates),
                new Kind("sample-row-1", SampleRow.pack(sample()), bytes -> SampleRow.pack(SampleRow.unpack(bytes, 4))),
                new Kind("report-2", ReportCodec.encode(3, report()), GoldenRowsTest::recodeReport),
                new Kind(
                        "lives-row-1",
                        LivesRow.pack(new int[] {0, 2, 300}),
                        bytes -> LivesRow.pack(LivesRow.unpack(bytes))),
                new Kind("offset-row-1", new OffsetRow(new UUID(1, -2), 300).pack(), bytes -> OffsetRow.unpack(bytes)
                        .pack()),
                new Kind("census-row-1", CensusRow.pack(census()), bytes -> CensusRow.pack(CensusRow.unpack(bytes))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsArePackedAsTheyEverWere(Kind kind) throws IOException {
        assertThat(HexFormat.of().formatHex(kind.packed())).isEqualTo(golden(kind.file()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goldenRowsCanBeRead(Kind kind) throws IOException {
        byte[] golden = HexFormat.of().parseHex(golden(kind.file()));
        assertThat(kind.repack().apply(golden)).isEqualTo(kind.packed());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsOfAnUnknownVersionAreRefusedByName(Kind kind) {
        byte[] newer = kind.packed().clone();
        newer[0] = 99;
        assertThatThrownBy(() -> kind.repack().apply(newer))
                .isInstanceOf(UnreadableRowException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void aShardThatForgotIsReadAsSuch() throws IOException {
        // When
        ReportCodec.Received read = ReportCodec.decode(HexFormat.of().parseHex(golden("report-forgotten")));
        // Then
        assertThat(read).isEqualTo(ReportCodec.Received.forgotten(3));
        assertThat(ReportCodec.encodeForgotten(3)).isEqualTo(HexFormat.of().parseHex(golden("report-forgotten")));
    }

    /** They are written no more. */
    @ParameterizedTest
    @ValueSource(strings = {"co-firing-row-1", "co-firing-row-2"})
    void windowedCountsCanBeRead(String file) throws IOException {
        // When
        CoFiringCounts read = CoFiringRow.unpack(HexFormat.of().parseHex(golden(file)));
        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(coFiring());
    }

    @Test
    void synapsesOfFixedSizeCanBeRead() throws IOException {
        // When
        DendriteSynapses read = SynapseRow.unpack(HexFormat.of().parseHex(golden("synapse-row-2")));
        // Then
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.get(0)).isEqualTo(synapses().get(0));
        assertThat(read.get(1)).isEqualTo(synapses().get(1));
    }

    @Test
    void synapsesOfBeforeRulesHadAMemoryCanBeRead() throws IOException {
        // When
        DendriteSynapses read = SynapseRow.unpack(HexFormat.of().parseHex(golden("synapse-row-1")));
        // Then
        assertThat(read.get(0)).isEqualTo(synapses().get(0));
        Synapse second = read.get(1);
        assertThat(second.peak().inhibitory()).isFalse();
        assertThat(second.memory()).isEqualTo(RuleMemory.NONE);
        assertThat(second.times().lastUsedObservedMicros()).isEqualTo(40);
    }

    @Test
    void statesOfBeforeThereWasControlCanBeRead() throws IOException {
        // When
        ShardState read = WholeStateRow.unpack(HexFormat.of().parseHex(golden("progress-row-1")), neuron -> true);
        // Then
        assertThat(read.control().pending()).isEmpty();
        assertThat(read.progress().totals().stage()).isEqualTo("STANDARD");
        assertThat(read.progress().totals().stress()).isZero();
        assertThat(NeuronBlock.pack(read.neurons(), 0)).isEqualTo(NeuronBlock.pack(neurons(), 0));
    }

    /** Neuron 12 has 5 spikes, and neuron 3 has 6. */
    @Test
    void statesOfBeforeNeuronsAndControlHadRowsCanBeRead() throws IOException {
        // When
        ShardState read = WholeStateRow.unpack(HexFormat.of().parseHex(golden("progress-row-2")), neuron -> neuron < 9);
        // Then
        assertThat(read.progress()).isEqualTo(progress());
        assertThat(NeuronBlock.pack(read.neurons(), 0)).isEqualTo(NeuronBlock.pack(neurons(), 0));
        assertThat(read.neurons().rank(1)).isEqualTo(1);
        assertThat(ControlRow.pack(read.control())).isEqualTo(ControlRow.pack(control()));
    }

    @Test
    void reportsOfBeforeThereWereLesionsCanBeRead() throws IOException {
        // When
        NeuronReport read =
                ReportCodec.decode(HexFormat.of().parseHex(golden("report-1"))).said();
        // Then
        assertThat(read.firing().lastSpikeMicros()).containsExactly(900, 999);
        assertThat(read.died()).isEmpty();
    }

    private static String golden(String file) throws IOException {
        try (InputStream hex = GoldenRowsTest.class.getResourceAsStream("/golden/" + file + ".hex")) {
            assertThat(hex).as("golden/%s.hex", file).isNotNull();
            return new String(hex.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    private static DendriteSynapses synapses() {
        DendriteSynapses row = new DendriteSynapses();
        row.add(new Synapse(
                7,
                0.25,
                MaskReason.NONE,
                new Peak(3, 5, false, 9.5, 1),
                2,
                RuleMemory.NONE,
                new SynapseTimes(10, 20, 0, 40)));
        row.add(new Synapse(
                1 << 30,
                0.01,
                MaskReason.WEAK,
                new Peak(49, 1, true, -0.5, 3),
                4,
                new RuleMemory(0.75, -0.5),
                new SynapseTimes(-10, 1L << 50, 30, 40)));
        return row;
    }

    private static CoFiringCounts coFiring() {
        return new CoFiringCounts(
                5,
                -3,
                400,
                new int[] {0, 9, 1 << 30},
                new int[] {1, 2, 300},
                new int[] {0, 1, 2},
                new int[] {0, 2, 2},
                new int[] {49, 0, 1},
                new int[] {1, 1000, 2});
    }

    private static Neurons neurons() {
        Neurons neurons = new Neurons();
        neurons.spike(12, -100);
        neurons.spike(3, 100);
        return neurons;
    }

    private static ShardProgress progress() {
        WindowTotals totals = new WindowTotals(
                new WindowTotals.Span(4, 40, 50, 9),
                new WindowTotals.Activity(1, 2, 3, 4, 11),
                new WindowTotals.Synapses(5, 6, 0.5),
                new WindowTotals.Transitions(7, 8, 9, 10),
                "STANDARD",
                0.25);
        return new ShardProgress(1, 2, 3, 4, 5, List.of(new Gap(6, 7)), totals, 2, 6);
    }

    private static ControlState control() {
        return new ControlState(
                new TreeMap<>(Map.of("cortex", new int[] {1, 5, 1 << 30})),
                List.of(new Modulation(Modulation.Kind.STRESS, new int[0], 0.75, -5, Command.FOREVER)),
                new int[] {2, 9},
                "MATURITY",
                70,
                -80,
                List.of(
                        new TimedCommand(100, 1, new Command.DefineArea("motor", new int[] {4}), "a", "me", 5),
                        new TimedCommand(101, 2, new Command.Attention(Target.area("motor"), 2.5, 900), "b", "me", 6),
                        new TimedCommand(102, 3, new Command.Stress(0.5, 900), "", "", 0),
                        new TimedCommand(103, 4, new Command.Lesion(Target.neurons(7, 8)), "", "", 0),
                        new TimedCommand(
                                104, 5, new Command.Stimulation(Target.area("motor"), 0, Command.FOREVER), "", "", 0),
                        new TimedCommand(105, 6, new Command.Stage("", 1L << 40), "", "", 0)));
    }

    private static int[] histograms(int largest) {
        return new int[] {9, 9, 1, 0, 2, 0, 0, largest, 3, 0};
    }

    private static Candidates candidates() {
        Candidates candidates = new Candidates(4);
        candidates.append(3, new int[] {1, 2, 300, 4}, 0);
        candidates.append(70_000, new int[] {0, 0, 1 << 30, 0}, 0);
        return candidates;
    }

    private static NetworkSample sample() {
        int[] counts = {0, 1, 2, 300, 4, 5, 6, 7, 8, 9, 10, 1 << 30};
        return new NetworkSample(4, new int[] {0, 3, 300}, counts, 300_000, 9);
    }

    private static byte[] repackNeurons(byte[] bytes) {
        Neurons neurons = new Neurons();
        NeuronBlock.unpack(bytes, neurons, 2);
        return NeuronBlock.pack(neurons, 0);
    }

    private static byte[] repackCandidates(byte[] bytes) {
        Candidates candidates = new Candidates(4);
        CandidateRow.unpack(bytes, candidates);
        return CandidateRow.pack(candidates);
    }

    private static NeuronReport report() {
        return new NeuronReportBuilder()
                .window(-4, 1000)
                .stage("STANDARD")
                .observedMicros(77)
                .neuronTermMicros(600)
                .formed(new int[] {1}, new int[] {2})
                .pruned(new int[] {3, 4}, new int[] {5, 6})
                .firing(new int[] {7, 8}, new long[] {900, 999})
                .died(3, 9)
                .build();
    }

    private static Map<Integer, NeuronLife> census() {
        return new TreeMap<>(Map.of(4, new NeuronLife(2, -5, 6, 7, 8), 1 << 30, new NeuronLife(0, 1, 2, 3, 4)));
    }

    private static byte[] repackBlock(byte[] bytes) {
        int[] counts = new int[8];
        HistogramBlock.unpack(bytes, counts, 0, 4);
        return HistogramBlock.pack(counts, 0, 2, 4);
    }

    private static byte[] recodeReport(byte[] bytes) {
        ReportCodec.Received received = ReportCodec.decode(bytes);
        return ReportCodec.encode(received.shard(), received.said());
    }
}
