package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.CoFiringConfig.Publish;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.WindowTotals;
import dev.hebb.store.PlantedSpikes.Spike;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws 1, 2, 3 and 6 of the specification, on the engine without Kafka. */
class NetworkShardProperties {
    private static final long WINDOW = 1_000_000;

    private static ShardConfig config(int shards) {
        return config(shards, 2_000);
    }

    private static ShardConfig config(int shards, int denseMaxNeurons) {
        return new ShardConfig(
                new LagAxis(1_000, 50, 0),
                WINDOW,
                shards,
                10,
                new CoFiringConfig(Publish.ALWAYS, 0, 3, 5_000),
                denseMaxNeurons);
    }

    private static List<Spike> trains(long seed) {
        return PlantedSpikes.planted(seed, 10, 8, 60 * WINDOW, 3, 0.6, 3_000);
    }

    private static RecordedOutputs run(int shards, List<Frame> frames) {
        return new ShardRun(config(shards), Learning.standard()).run(frames, i -> false);
    }

    @Property(tries = 10)
    void countsAndPairTotalsEqualTheBruteForce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int shards) {
        List<Spike> spikes = PlantedSpikes.planted(seed, 6, 20, 6 * WINDOW, 2, 0.5, 0);
        RecordedOutputs recorded = run(shards, PlantedSpikes.frames(spikes, 300_000, WINDOW, List.of()));
        Map<String, Integer> expected = PlantedSpikes.bruteForce(spikes, config(shards));
        assertThat(recorded.counts).isEqualTo(expected);
        assertThat(recorded.pairsByWindow.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(
                        expected.values().stream().mapToLong(Integer::longValue).sum());
    }

    @Property(tries = 5)
    void plantedPairsFormWhateverTheShardsAndFrames(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 7) int shards,
            @ForAll @IntRange(min = 50, max = 2000) int ms) {
        List<Spike> spikes = trains(seed);
        RecordedOutputs one = run(1, PlantedSpikes.frames(spikes, WINDOW, WINDOW, List.of()));
        RecordedOutputs many = run(shards, PlantedSpikes.frames(spikes, ms * 1_000L, WINDOW, List.of()));
        assertThat(one.changesByPost).containsKeys(1, 3, 5);
        assertThat(many.changesByPost).isEqualTo(one.changesByPost);
        assertThat(many.dendrites).isEqualTo(one.dendrites);
        assertThat(many.counts).isEqualTo(one.counts);
        assertThat(many.pairsByWindow).isEqualTo(one.pairsByWindow);
        assertThat(many.samples).isEqualTo(one.samples).doesNotContain("none");
    }

    @Property(tries = 5)
    void restartsAnywhereChangeNothing(@ForAll long seed) {
        List<Frame> frames = PlantedSpikes.frames(
                trains(seed), 400_000, WINDOW, List.of(new Gap(20 * WINDOW, 20 * WINDOW + 500_000)));
        Random random = new Random(seed);
        ShardRun shards = new ShardRun(config(2), Learning.standard());
        RecordedOutputs undisturbed = shards.run(frames, i -> false);
        RecordedOutputs restarted = shards.run(frames, i -> random.nextInt(3) == 0);
        assertThat(restarted.changesByPost).isEqualTo(undisturbed.changesByPost);
        assertThat(restarted.counts).isEqualTo(undisturbed.counts);
        assertThat(restarted.dendrites).isEqualTo(undisturbed.dendrites);
        assertThat(restarted.totals).isEqualTo(undisturbed.totals);
        assertThat(restarted.samples).isEqualTo(undisturbed.samples).hasSize(1);
    }

    /** Changes something of everything that is remembered on the way: neurons come by, and commands begin and end. */
    @Property(tries = 3)
    void aShardThatIsOpenedAgainForEveryFrameChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Spike> spikes = Stream.concat(
                        trains(seed).stream(),
                        IntStream.range(0, 300).mapToObj(i -> new Spike(random.nextLong(60 * WINDOW), 1_000 + i)))
                .sorted(Comparator.comparingLong(Spike::timeMicros).thenComparingInt(Spike::neuron))
                .toList();
        List<TimedCommand> commands = List.of(
                command(5, new Command.DefineArea("a", new int[] {0, 1, 2})),
                command(10, new Command.Attention(Target.area("a"), 3, 25 * WINDOW)),
                command(30, new Command.Stress(0.5, 45 * WINDOW)),
                command(35, new Command.Lesion(Target.neurons(4))));
        List<Frame> frames =
                PlantedSpikes.commanded(PlantedSpikes.frames(spikes, 400_000, WINDOW, List.of()), commands);
        ShardRun shards = new ShardRun(config(2), Learning.standard());
        RecordedOutputs undisturbed = shards.run(frames, i -> false);
        RecordedOutputs reopened = shards.run(frames, i -> true);
        assertThat(reopened.changesByPost).isEqualTo(undisturbed.changesByPost);
        assertThat(reopened.counts).isEqualTo(undisturbed.counts);
        assertThat(reopened.dendrites).isEqualTo(undisturbed.dendrites);
        assertThat(reopened.totals).isEqualTo(undisturbed.totals);
        assertThat(reopened.samples).isEqualTo(undisturbed.samples).hasSize(1);
        assertThat(reopened.notices).isEqualTo(undisturbed.notices);
        assertThat(reopened.reports)
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(undisturbed.reports);
    }

    private static TimedCommand command(long window, Command command) {
        return new TimedCommand(window * WINDOW, window, command, "", "", 0);
    }

    @Property(tries = 5)
    void relabellingNeuronsRelabelsOutputsAndChangesNothingElse(@ForAll long seed) {
        List<Spike> spikes = trains(seed);
        // A relabelling that keeps the order of ids, so that outputs come in the same order too.
        List<Spike> relabelled = spikes.stream()
                .map(spike -> new Spike(spike.timeMicros(), 7 * spike.neuron() + 1000))
                .toList();
        RecordedOutputs original = run(3, PlantedSpikes.frames(spikes, WINDOW, WINDOW, List.of()));
        RecordedOutputs other = run(3, PlantedSpikes.frames(relabelled, WINDOW, WINDOW, List.of()));
        assertThat(other.changesByPost.keySet())
                .containsExactlyElementsOf(original.changesByPost.keySet().stream()
                        .map(post -> 7 * post + 1000)
                        .collect(Collectors.toList()));
        assertThat(other.changesByPost.toString().replaceAll("pre=\\d+", "").replaceAll("\\d+=\\[", ""))
                .isEqualTo(original.changesByPost
                        .toString()
                        .replaceAll("pre=\\d+", "")
                        .replaceAll("\\d+=\\[", ""));
        assertThat(other.pairsByWindow).isEqualTo(original.pairsByWindow);
    }

    @Property(tries = 3)
    void unobservedDaysAreSkippedAndChangeNoWeight(@ForAll long seed) {
        List<Spike> before = trains(seed);
        long days = 3 * 86_400_000_000L;
        List<Spike> after = trains(seed + 1).stream()
                .map(spike -> new Spike(spike.timeMicros() + days, spike.neuron()))
                .toList();
        List<Spike> spikes = Stream.concat(before.stream(), after.stream()).toList();
        Gap gap = new Gap(60 * WINDOW, days);
        RecordedOutputs recorded = run(2, PlantedSpikes.frames(spikes, WINDOW, WINDOW, List.of(gap)));
        assertThat(recorded.spikesByWindow).hasSizeLessThanOrEqualTo(122);
        assertThat(recorded.spikesByWindow.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(spikes.size());
        long observed =
                recorded.totals.stream().mapToLong(WindowTotals::observedMicros).sum() / 2;
        assertThat(observed).isBetween(118 * WINDOW, 122 * WINDOW);
    }

    @Property(tries = 3)
    void plantedPairsFormWhereOnlyCandidatesAreKept(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int denseMax) {
        List<Frame> frames = PlantedSpikes.frames(trains(seed), 500_000, WINDOW, List.of());
        Random random = new Random(seed);
        RecordedOutputs one = new ShardRun(config(1, denseMax), Learning.standard()).run(frames, i -> false);
        RecordedOutputs three =
                new ShardRun(config(3, denseMax), Learning.standard()).run(frames, i -> random.nextInt(4) == 0);
        assertThat(one.changesByPost).containsKeys(1, 3, 5);
        assertThat(three.changesByPost).isEqualTo(one.changesByPost);
        assertThat(three.dendrites).isEqualTo(one.dendrites);
        assertThat(three.samples).isEqualTo(one.samples).hasSize(1);
    }
}
