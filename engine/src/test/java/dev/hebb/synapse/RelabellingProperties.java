package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.evidence.Correlograms;
import dev.hebb.evidence.EvidenceConfig;
import dev.hebb.evidence.EvidenceJudge;
import dev.hebb.evidence.RandomPairs;
import dev.hebb.rule.ArrayTrains;
import dev.hebb.rule.CovarianceRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** Law 6: relabelling neurons relabels what happens to their synapses, and changes nothing else. */
class RelabellingProperties {
    private static final int NEURONS = 8;

    @Property(tries = 25)
    void otherIdsLiveTheSameLives(
            @ForAll long seed, @ForAll @Size(NEURONS) @UniqueElements List<@IntRange(min = 0) Integer> ids) {
        // Given
        List<Integer> plain = new ArrayList<>();
        for (int index = 0; index < NEURONS; index++) {
            plain.add(index);
        }
        // When, Then
        assertThat(life(seed, ids)).isEqualTo(life(seed, plain));
    }

    /** Returns the changes in each of forty windows, by index instead of id. */
    private static List<Set<String>> life(long seed, List<Integer> ids) {
        EvidenceJudge judge = new EvidenceJudge(Correlograms.LAG_BINS, 1_000, EvidenceConfig.standard());
        DendriteLearner learner = new DendriteLearner(new CovarianceRule(), judge, HomeostasisConfig.off());
        DendriteSynapses row = new DendriteSynapses();
        List<Set<String>> changes = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            WindowContext window = WindowContexts.window(number);
            Set<String> happened = new HashSet<>();
            ChangeSink sink = change -> happened.add(tell(change, ids));
            learner.judge(row, new RandomPairs(ids, new Random(seed + number)), 30, window, sink);
            learner.closeWindow(
                    row, window, 1, pre -> false, (pre, lag, width) -> seen(seed, window, ids.indexOf(pre)), sink);
            changes.add(happened);
        }
        return changes;
    }

    private static PairWindow seen(long seed, WindowContext window, int index) {
        Random random = new Random(seed * 31 + window.window() * NEURONS + index);
        int peak = random.nextInt(4) == 0 ? 30 : 1;
        return new PairWindow(
                RandomPairs.histogram(random, peak), 20 + index, 30, window.startMicros() + index, new ArrayTrains());
    }

    private static String tell(SynapseChange change, List<Integer> ids) {
        Synapse synapse = change.synapse();
        return ids.indexOf(synapse.pre()) + " " + change.kind() + " " + change.reason() + " " + synapse.weight() + " "
                + synapse.peak().z() + " " + synapse.times().lastCoFiredAtMicros();
    }
}
