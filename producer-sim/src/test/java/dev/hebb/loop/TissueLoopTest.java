package dev.hebb.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.produce.Speed;
import dev.hebb.produce.WallClock;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Connections;
import dev.hebb.tissue.Practice;
import dev.hebb.tissue.RoutePlan;
import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TissueLoopTest {
    private static final long SECOND = 1_000_000;
    private static final long WINDOW = 2 * SECOND;

    private final List<String> notes = new ArrayList<>();

    @Property(tries = 8)
    void closedLoopIsTheSameInChunksOfAnySize(
            @ForAll CellModel model, @ForAll long seed, @ForAll @LongRange(min = 1, max = 3 * SECOND) long chunk)
            throws Exception {
        // Given
        TissueSettings settings = TissueSettings.of(model, TissueArea.single("all", 30), seed);
        ScriptedPlasticity once = new ScriptedPlasticity();
        ScriptedPlasticity again = new ScriptedPlasticity();
        List<TimedCommand> commands = List.of(
                at(SECOND + 12_345, new Command.Lesion(neurons(4))),
                at(3 * SECOND, new Command.Stimulation(neurons(5, 6), 3, 5 * SECOND + 77)));
        // When
        run(new Tissue(settings), once, commands, 100_000, 12 * SECOND);
        run(new Tissue(settings), again, commands, Math.max(chunk, 500), 12 * SECOND);
        // Then
        assertThat(again.received.copyTimesMicros()).isEqualTo(once.received.copyTimesMicros());
        assertThat(again.received.copyNeurons()).isEqualTo(once.received.copyNeurons());
    }

    @Test
    void anAnswerTakesEffectAtItsEdgeAndNotBefore() throws Exception {
        // Given: a chain that is cued again and again; the answer to window 1 cuts it, that to window 3 restores it
        Tissue tissue = new Tissue(chain());
        int pre = tissue.routes().get(0).groups().get(0)[0];
        int post = tissue.routes().get(0).groups().get(1)[0];
        ScriptedPlasticity plasticity = new ScriptedPlasticity()
                .teach(1, SynapseNews.pruned(pre, post, ChangeReason.UNUSED))
                .teach(3, SynapseNews.present(pre, post, SynapseState.ACTIVE, 0.5, 0));
        // When
        TissueLoop loop = run(tissue, plasticity, List.of(), 100_000, 16 * SECOND);
        // Then: windows 0 to 5 are answered, each two windows after its end
        assertThat(plasticity.asked).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(plasticity.reached).contains(2 * SECOND, 4 * SECOND, 16 * SECOND);
        long[] fired = train(plasticity, post);
        long cutFrom = 4 * WINDOW;
        long cutUntil = 6 * WINDOW;
        assertThat(Arrays.stream(fired).filter(t -> t < cutFrom - SECOND / 2).count())
                .isPositive();
        assertThat(Arrays.stream(fired).filter(t -> t >= cutFrom + 10_000 && t < cutUntil))
                .isEmpty();
        assertThat(Arrays.stream(fired).filter(t -> t >= cutFrom - SECOND && t < cutFrom))
                .isNotEmpty();
        assertThat(Arrays.stream(fired).filter(t -> t >= cutUntil)).isNotEmpty();
        assertThat(loop.synapses().count(ChangeKind.FORMED)).isOne();
    }

    @Test
    void commandsHoldFromTheirTimeToTheirEnd() throws Exception {
        // Given
        Tissue tissue = unconnected();
        Target one = neurons(1);
        ScriptedPlasticity plasticity = new ScriptedPlasticity();
        // When: silence for neuron 1 in [4, 12) s, where the first command would have ended it at 8 s
        run(
                tissue,
                plasticity,
                List.of(
                        at(4 * SECOND, new Command.Stimulation(one, 0, 8 * SECOND)),
                        at(6 * SECOND, new Command.Stimulation(one, 0, 12 * SECOND)),
                        at(5 * SECOND, new Command.DefineArea("pair", new int[] {2, 3})),
                        at(7 * SECOND, new Command.Lesion(Target.area("pair"))),
                        at(7 * SECOND, new Command.Lesion(Target.area("moon"))),
                        at(-SECOND, new Command.Stress(0, Command.FOREVER))),
                100_000,
                20 * SECOND);
        // Then
        assertThat(Arrays.stream(train(plasticity, 1)).filter(t -> t >= 4 * SECOND + 5_000 && t < 12 * SECOND))
                .isEmpty();
        assertThat(Arrays.stream(train(plasticity, 1)).filter(t -> t >= 12 * SECOND))
                .isNotEmpty();
        assertThat(Arrays.stream(train(plasticity, 2)).max().orElseThrow()).isLessThan(7 * SECOND);
        assertThat(Arrays.stream(train(plasticity, 3)).max().orElseThrow()).isLessThan(7 * SECOND);
        assertThat(notes)
                .hasSize(2)
                .anyMatch(note -> note.contains("moon"))
                .anyMatch(note -> note.contains("-1000000"));
    }

    @Test
    void whenACommandEndsTheOneBeforeItHoldsAgain() throws Exception {
        // Given
        Tissue tissue = unconnected();
        Target one = neurons(1);
        ScriptedPlasticity plasticity = new ScriptedPlasticity();
        // When: silent from 4 s on, but for [6, 12) s
        run(
                tissue,
                plasticity,
                List.of(
                        at(4 * SECOND, new Command.Stimulation(one, 0, Command.FOREVER)),
                        at(6 * SECOND, new Command.Stimulation(one, 2, 12 * SECOND))),
                100_000,
                20 * SECOND);
        // Then
        assertThat(Arrays.stream(train(plasticity, 1)).filter(t -> t >= 6 * SECOND && t < 12 * SECOND))
                .isNotEmpty();
        assertThat(Arrays.stream(train(plasticity, 1)).filter(t -> t >= 12 * SECOND + 5_000))
                .isEmpty();
    }

    @Test
    void aRunThatEndsWithinAStepEndsBeforeIt() throws Exception {
        // Given
        Tissue tissue = new Tissue(chain());
        // When
        run(tissue, new ScriptedPlasticity(), List.of(), 100_000, 5 * SECOND + 333);
        // Then
        assertThat(tissue.nowMicros()).isEqualTo(5 * SECOND);
    }

    @Test
    void anotherRunGoesOnWhereTheOneBeforeEnded() throws Exception {
        // Given
        ScriptedPlasticity plasticity = new ScriptedPlasticity();
        TissueLoop loop = new TissueLoop(
                new Tissue(chain()),
                plasticity,
                CommandSource.NONE,
                new TissueLoop.Pace(WINDOW, 1, WINDOW, Speed.MAX),
                WallClock.system(),
                notes::add);
        // When: an answer that was applied at once is not asked for again
        loop.run(2 * WINDOW, () -> false);
        loop.applyAnswers();
        List<Long> askedAtOnce = List.copyOf(plasticity.asked);
        loop.run(4 * WINDOW, () -> false);
        // Then
        assertThat(askedAtOnce).containsExactly(0L);
        assertThat(plasticity.asked).containsExactly(0L, 1L);
        assertThat(plasticity.reached).containsExactly(WINDOW, 2 * WINDOW, 3 * WINDOW, 4 * WINDOW);
    }

    @Test
    void refusesWindowsThatDoNotFallOnSteps() {
        // Given
        Tissue tissue = new Tissue(chain());
        TissueLoop.Pace pace = new TissueLoop.Pace(1_234_567, 2, 100_000, Speed.MAX);
        // When, Then
        assertThatThrownBy(() -> new TissueLoop(
                        tissue, new ScriptedPlasticity(), CommandSource.NONE, pace, WallClock.system(), notes::add))
                .hasMessageContaining("1234567");
    }

    private TissueLoop run(
            Tissue tissue, ScriptedPlasticity plasticity, List<TimedCommand> commands, long chunk, long untilMicros)
            throws Exception {
        List<TimedCommand> sent = new ArrayList<>(commands);
        CommandSource source = () -> {
            List<TimedCommand> now = List.copyOf(sent);
            sent.clear();
            return now;
        };
        TissueLoop loop = new TissueLoop(
                tissue,
                plasticity,
                source,
                new TissueLoop.Pace(WINDOW, 2, chunk, Speed.MAX),
                WallClock.system(),
                notes::add);
        loop.run(untilMicros, () -> false);
        return loop;
    }

    private static TissueSettings chain() {
        return TissueSettings.of(CellModel.IZHIKEVICH, TissueArea.single("all", 10), 2)
                .with(Connections.none())
                .withRate(0)
                .with(List.of(new RoutePlan("r", 2, 1, 8)), List.of(new Practice("r", 5, 0, Practice.ALWAYS)));
    }

    private static TimedCommand at(long fromMicros, Command command) {
        return new TimedCommand(fromMicros, 0, command, "", "", 0);
    }

    private static Target neurons(int... ids) {
        return Target.neurons(ids);
    }

    private static long[] train(ScriptedPlasticity plasticity, int neuron) {
        List<Long> times = new ArrayList<>();
        for (int spike = 0; spike < plasticity.received.length(); spike++) {
            if (plasticity.received.neuron(spike) == neuron) {
                times.add(plasticity.received.timeMicros(spike));
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** Twenty cells without synapses, at 5 Hz. */
    private static Tissue unconnected() {
        return new Tissue(TissueSettings.of(CellModel.IZHIKEVICH, TissueArea.single("cortex", 20), 3)
                .with(Connections.none())
                .withRate(5));
    }
}
