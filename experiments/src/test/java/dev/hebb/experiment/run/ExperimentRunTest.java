package dev.hebb.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.loop.CommandSink;
import dev.hebb.loop.Plasticity;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Connections;
import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentRunTest {
    private static final long SECOND = 1_000_000;
    private static final long WINDOW = 2 * SECOND;
    private static final NeuronPair PAIR = new NeuronPair(0, 1);

    private final Recorder pipeline = new Recorder();
    private final ExperimentRun run;

    ExperimentRunTest() throws InterruptedException {
        TissueSettings tissue = TissueSettings.of(
                        CellModel.IZHIKEVICH, TissueArea.sideBySide(List.of("left", "right"), List.of(10, 10)), 3)
                .with(Connections.none())
                .withRate(5);
        run = new ExperimentRun(tissue, pipeline, pipeline, WINDOW);
    }

    @Test
    void stimulationOfAnAreaHoldsThereAndUntilItsEnd() throws Exception {
        // Given
        run.live(2 * WINDOW);
        // When: the end lies within a window
        run.command(new Command.Stimulation(Target.area("right"), 0, 9 * SECOND));
        run.live(5 * WINDOW);
        // Then
        assertThat(pipeline.spikes("right", 0, 4 * SECOND)).isPositive();
        assertThat(pipeline.spikes("right", 4 * SECOND + 5_000, 9 * SECOND)).isZero();
        assertThat(pipeline.spikes("left", 4 * SECOND, 9 * SECOND)).isPositive();
        assertThat(pipeline.spikes("right", 9 * SECOND, 14 * SECOND)).isPositive();
    }

    @Test
    void lesionOfAnAreaKillsItsNeurons() throws Exception {
        // When
        run.live(WINDOW);
        run.command(new Command.DefineArea("both", new int[] {2, 12}));
        run.command(new Command.Lesion(Target.area("both")));
        run.live(5 * WINDOW);
        // Then
        assertThat(pipeline.spikes(2, WINDOW, 6 * WINDOW)).isZero();
        assertThat(pipeline.spikes(12, WINDOW, 6 * WINDOW)).isZero();
        assertThat(pipeline.spikes("right", WINDOW, 6 * WINDOW)).isPositive();
    }

    @Test
    void thePipelineGetsAreasAndCommandsFromTheirTimeOn() throws Exception {
        // When
        run.live(WINDOW);
        run.command(new Command.Stress(0.5, 8 * SECOND));
        // Then
        assertThat(pipeline.commands)
                .extracting(TimedCommand::effectiveFromMicros)
                .containsExactly(0L, 0L, WINDOW);
        assertThat(pipeline.commands)
                .extracting(TimedCommand::command)
                .contains(
                        new Command.DefineArea("left", IntStream.range(0, 10).toArray()),
                        new Command.Stress(0.5, 8 * SECOND));
    }

    @Test
    void aCommandWithoutEffectOnTheTissueIsRefused() throws Exception {
        // When
        run.command(new Command.Lesion(Target.area("moon")));
        // Then
        assertThatThrownBy(() -> run.live(WINDOW)).hasMessageContaining("area 'moon' has no effect");
    }

    @Test
    void anAnswerIsHeardThreeWindowsLaterAndRecordedThere() throws Exception {
        // Given
        pipeline.answer(0, SynapseNews.present(0, 1, SynapseState.ACTIVE, 0.5, 2_000));
        pipeline.answer(1, SynapseNews.pruned(0, 1, ChangeReason.DAMAGED));
        run.history().record("synapses", synapses -> synapses.size());
        run.history().recordWeight("weight", Set.of(PAIR));
        // When
        run.live(6 * WINDOW);
        // Then
        assertThat(run.history().of("synapses")).containsExactly(0.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        assertThat(run.history().of("weight")).containsExactly(0.0, 0.0, 0.0, 0.5, 0.0, 0.0);
        assertThat(run.transitions().count(ChangeKind.FORMED, 0)).isOne();
        assertThat(run.transitions().count(ChangeKind.PRUNED, 2)).isZero();
        assertThat(run.transitions().countPruned(ChangeReason.DAMAGED, Set.of(PAIR)))
                .isOne();
        assertThat(run.window()).isEqualTo(6);
        assertThat(pipeline.asked).containsExactly(0L, 1L, 2L);
    }

    /** Keeps what it is sent, and returns the given answers. */
    private static final class Recorder implements Plasticity, CommandSink {
        final List<TimedCommand> commands = new ArrayList<>();
        final List<Long> asked = new ArrayList<>();
        private final SpikeBlock spikes = new SpikeBlock();
        private final List<List<SynapseNews>> answers = new ArrayList<>();

        void answer(int window, SynapseNews news) {
            assertThat(answers).hasSize(window);
            answers.add(List.of(news));
        }

        @Override
        public void send(TimedCommand command) {
            commands.add(command);
        }

        @Override
        public void live(SpikeBlock lived, long untilMicros) {
            spikes.addAll(lived);
        }

        @Override
        public List<SynapseNews> newsOf(long window) {
            asked.add(window);
            return window < answers.size() ? answers.get((int) window) : List.of();
        }

        long spikes(String area, long fromMicros, long toMicros) {
            int first = area.equals("left") ? 0 : 10;
            return IntStream.range(first, first + 10)
                    .mapToLong(neuron -> spikes(neuron, fromMicros, toMicros))
                    .sum();
        }

        long spikes(int neuron, long fromMicros, long toMicros) {
            return IntStream.range(0, spikes.length())
                    .filter(spike -> spikes.neuron(spike) == neuron)
                    .filter(spike -> spikes.timeMicros(spike) >= fromMicros && spikes.timeMicros(spike) < toMicros)
                    .count();
        }
    }
}
