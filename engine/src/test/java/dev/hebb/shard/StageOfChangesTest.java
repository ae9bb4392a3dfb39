package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.engine.MemoryStorage;
import dev.hebb.synapse.ChangeKind;
import dev.hebb.synapse.Stages;
import dev.hebb.synapse.SynapseChange;
import dev.hebb.synapse.WindowContext;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Changes of synapses carry the stage of the network, also those of young neurons, which learn as in growth. */
class StageOfChangesTest {
    private static final long YOUTH = 40 * ShardFixture.WINDOW;
    private static final int YOUNG = 11;

    private final Learning learning = youthful(ShardFixture.forgetful());

    @Test
    void changesOfAYoungNeuronCarryTheStageOfTheNetwork() {
        // Given: neuron 11 fires first when the network's own youth is over
        TreeMap<Long, Integer> spikes = ShardFixture.spikes(7);
        spikes.entrySet()
                .removeIf(spike -> spike.getValue() == YOUNG && spike.getKey() < YOUTH + 2 * ShardFixture.WINDOW);
        ShardConfig config = ShardFixture.config(1, 2_000);
        StagesSeen seen = new StagesSeen();
        NetworkShard shard = NetworkShard.open(
                config,
                learning,
                new SequentialRunner(new DendriteScratch(config, learning)),
                0,
                new MemoryStorage(ShardFixture.AXIS));
        // When
        ShardFixture.frames(spikes).forEach(frame -> shard.accept(frame, seen));
        // Then: FORMED when it was recounted, MASKED when it learned
        assertThat(seen.ofTheYoung)
                .containsEntry(ChangeKind.FORMED, Set.of("REFINEMENT"))
                .containsEntry(ChangeKind.MASKED, Set.of("REFINEMENT"));
    }

    /**
     * Returns a copy that is in REFINEMENT from the second window on, where neurons that come later are young for 40
     * windows.
     */
    private static Learning youthful(Learning learning) {
        Stages stages = learning.stages();
        return new Learning(
                learning.rule(),
                learning.evidence(),
                new Stages(
                        stages.growth(),
                        ShardFixture.WINDOW,
                        stages.refinement(),
                        stages.refinementHalfLifeMicros(),
                        stages.maturityFromAgeMicros(),
                        stages.maturity(),
                        YOUTH),
                learning.constants(),
                learning.homeostasis());
    }

    /** The stages that changes of the young neuron's dendrite were published with, in its youth. */
    private static final class StagesSeen extends PublishedLines {
        private final Map<ChangeKind, Set<String>> ofTheYoung = new EnumMap<>(ChangeKind.class);

        @Override
        public void change(WindowContext context, int post, SynapseChange change) {
            if (post == YOUNG && context.endMicros() <= 2 * YOUTH) {
                ofTheYoung
                        .computeIfAbsent(change.kind(), kind -> new HashSet<>())
                        .add(context.stage().name());
            }
        }
    }
}
