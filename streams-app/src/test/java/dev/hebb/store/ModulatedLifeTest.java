package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.command.Command;
import dev.hebb.command.Command.Attention;
import dev.hebb.command.Command.DefineArea;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stress;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.CoFiringConfig.Publish;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkNotice;
import dev.hebb.shard.NetworkNotice.Kind;
import dev.hebb.shard.ShardConfig;
import dev.hebb.store.PlantedSpikes.Spike;
import dev.hebb.synapse.StageBuilder;
import dev.hebb.synapse.StageConstants;
import dev.hebb.synapse.Stages;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Commands in the stream: what they do, and that shards, frames and restarts still make no difference. */
class ModulatedLifeTest {
    private static final long WINDOW = 1_000_000;
    private static final List<Spike> SPIKES = PlantedSpikes.planted(7, 10, 8, 90 * WINDOW, 3, 0.6, 3_000);

    private static final List<TimedCommand> EVERYTHING = List.of(
            timed(0, 5 * WINDOW, new DefineArea("left", new int[] {0, 1, 2, 3})),
            timed(1, 20 * WINDOW + 300_000, new Attention(Target.area("left"), 4, 40 * WINDOW)),
            timed(2, 25 * WINDOW, new Stress(0.7, 30 * WINDOW + 1)),
            timed(3, 33 * WINDOW, new Stage("MATURITY", Stage.AGE_AS_BEFORE)),
            timed(4, 45 * WINDOW, new Lesion(Target.neurons(2))),
            timed(5, 46 * WINDOW, new Lesion(Target.neurons(12345))));

    @Property(tries = 5)
    void theSameInAnyShardsFramesAndRestarts(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int shards,
            @ForAll @IntRange(min = 50, max = 2000) int ms) {
        // Given
        Random random = new Random(seed);
        // When
        RecordedOutputs one = run(1, WINDOW, EVERYTHING, random, 0);
        RecordedOutputs many = run(shards, ms * 1_000L, EVERYTHING, random, 5);
        // Then
        assertThat(one.changesByPost).isNotEmpty();
        assertThat(many.changesByPost).isEqualTo(one.changesByPost);
        assertThat(many.dendrites).isEqualTo(one.dendrites);
        assertThat(many.notices).isEqualTo(one.notices);
    }

    @Test
    void everyCommandIsAnsweredOnce() {
        // When
        RecordedOutputs lived = run(3, WINDOW, EVERYTHING, new Random(1), 0);
        // Then
        assertThat(lived.notices)
                .filteredOn(notice -> notice.command() != null)
                .extracting(NetworkNotice::kind)
                .containsExactly(
                        Kind.COMMAND_APPLIED,
                        Kind.COMMAND_APPLIED,
                        Kind.COMMAND_APPLIED,
                        Kind.COMMAND_APPLIED,
                        Kind.COMMAND_APPLIED,
                        Kind.COMMAND_REFUSED);
        assertThat(lived.notices)
                .filteredOn(notice -> notice.kind() == Kind.STAGE_CHANGED)
                .extracting(notice -> notice.detail() + ">" + notice.stage() + " " + notice.window())
                .containsExactly(">GROWTH 0", "GROWTH>MATURITY 33");
    }

    @Test
    void theDeadLoseTheirSynapsesAndGetNoNewOnes() {
        // When
        RecordedOutputs lived =
                run(2, WINDOW, List.of(timed(0, 45 * WINDOW, new Lesion(Target.neurons(2)))), new Random(1), 0);
        // Then
        assertThat(lived.changesByPost.get(3))
                .anyMatch(change -> change.startsWith("45 ") && change.contains("DAMAGED"))
                .noneMatch(change -> window(change) > 45 && change.contains("FORMED") && change.contains("pre=2,"));
        assertThat(lived.reports).anyMatch(report -> Arrays.equals(report.died(), new int[] {2}));
        assertThat(lived.dendrites.get(3)).doesNotContain("pre=2,");
    }

    @Test
    void attentionStrengthensWhatItIsPaidTo() {
        // When
        RecordedOutputs plain = run(1, WINDOW, List.of(), new Random(1), 0);
        RecordedOutputs attended = run(
                1,
                WINDOW,
                List.of(timed(0, 30 * WINDOW, new Attention(Target.neurons(1), 3, Command.FOREVER))),
                new Random(1),
                0);
        // Then
        assertThat(1 - weight(attended, 1)).isLessThan((1 - weight(plain, 1)) / 2);
        assertThat(weight(attended, 3)).isEqualTo(weight(plain, 3));
    }

    @Test
    void underFullStressNothingIsLearnedAndNothingForgotten() {
        // When
        RecordedOutputs stressed =
                run(1, WINDOW, List.of(timed(0, 0, new Stress(1, Command.FOREVER))), new Random(1), 0);
        // Then
        assertThat(stressed.changesByPost).isEmpty();
        assertThat(stressed.totals).allMatch(totals -> totals.stress() == 1);
    }

    @Test
    void aNeuronThatComesLateIsProtectedInItsYouth() {
        // Given: in maturity a used synapse would need more weight than it starts with
        Stages stages = new Stages(
                StageConstants.growth(), 0, strict("STRICT"), 1, 20 * WINDOW, strict("STRICTER"), 40 * WINDOW);
        List<Spike> late = SPIKES.stream()
                .filter(spike -> (spike.neuron() != 0 && spike.neuron() != 1) || spike.timeMicros() > 50 * WINDOW)
                .toList();
        Learning learning = learning(stages);
        // When
        RecordedOutputs lived = new ShardRun(config(1), learning)
                .run(PlantedSpikes.frames(late, WINDOW, WINDOW, List.of()), i -> false);
        // Then: what was there from the beginning is masked at once, what came late is not
        assertThat(lived.notices)
                .filteredOn(notice -> notice.kind() == Kind.NEURON_BORN)
                .extracting(NetworkNotice::neuron)
                .containsExactlyInAnyOrder(0, 1);
        assertThat(lived.changesByPost.get(3)).anyMatch(change -> change.contains("kind=MASKED, reason=WEAK"));
        assertThat(lived.changesByPost.get(1))
                .anyMatch(change -> change.contains("kind=FORMED"))
                .noneMatch(change -> change.contains("kind=MASKED, reason=WEAK"));
    }

    /** A stage that masks every synapse unless its weight is nearly 1, and hardly learns. */
    private static StageConstants strict(String name) {
        return new StageBuilder()
                .name(name)
                .learningRate(0.001)
                .decayMicros(10 * WINDOW)
                .weights(0.9, 0.89)
                .fanInBudget(64)
                .dormantTermMicros(60 * WINDOW)
                .neuronTermMicros(600 * WINDOW)
                .build();
    }

    private static Learning learning(Stages stages) {
        Learning standard = Learning.standard();
        return new Learning(standard.rule(), standard.evidence(), stages, standard.constants(), standard.homeostasis());
    }

    private static double weight(RecordedOutputs lived, int post) {
        String row = String.valueOf(lived.dendrites.get(post));
        return Double.parseDouble(row.replaceFirst(".*?weight=", "").replaceFirst(",.*", ""));
    }

    private static long window(String change) {
        return Long.parseLong(change.substring(0, change.indexOf(' ')));
    }

    private static RecordedOutputs run(
            int shards, long frameMicros, List<TimedCommand> commands, Random random, int restartsIn) {
        List<Frame> frames =
                PlantedSpikes.commanded(PlantedSpikes.frames(SPIKES, frameMicros, WINDOW, List.of()), commands);
        return new ShardRun(config(shards), Learning.standard())
                .run(frames, i -> restartsIn > 0 && random.nextInt(restartsIn) == 0);
    }

    private static ShardConfig config(int shards) {
        return new ShardConfig(
                new LagAxis(1_000, 50, 0), WINDOW, shards, 10, new CoFiringConfig(Publish.NEVER, 0, 3, 5_000), 2_000);
    }

    private static TimedCommand timed(long number, long fromMicros, Command command) {
        return new TimedCommand(fromMicros, number, command, "c" + number, "test", 1);
    }
}
