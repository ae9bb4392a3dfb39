package dev.hebb.shard;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import dev.hebb.shard.CoFiringConfig.Publish;
import dev.hebb.synapse.StageBuilder;
import dev.hebb.synapse.StageConstants;
import dev.hebb.synapse.Stages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Configurations, spikes and frames for tests of a shard. */
final class ShardFixture {
    static final LagAxis AXIS = LagAxis.standard();
    static final long WINDOW = 1_000_000;
    static final int NEURONS = 12;
    static final int WINDOWS = 120;

    private ShardFixture() {}

    /** Windows of a second, of which every fifth recounts a dendrite; all counts are published. */
    static ShardConfig config(int shards, int denseMaxNeurons) {
        CoFiringConfig coFiring = new CoFiringConfig(Publish.ALWAYS, 0, 3, 5_000);
        return new ShardConfig(AXIS, WINDOW, shards, 5, coFiring, denseMaxNeurons);
    }

    /** Synapses that are not used fade within seconds, and are then pruned. */
    static Learning forgetful() {
        Learning standard = Learning.standard();
        StageConstants growth = new StageBuilder()
                .name("FORGETFUL")
                .learningRate(0.75)
                .decayMicros(5 * WINDOW)
                .fanInBudget(64)
                .dormantTermMicros(6 * WINDOW)
                .neuronTermMicros(600 * WINDOW)
                .build();
        Stages stages = standard.stages();
        return new Learning(
                standard.rule(),
                standard.evidence(),
                new Stages(
                        growth,
                        stages.refinementFromAgeMicros(),
                        stages.refinement(),
                        stages.refinementHalfLifeMicros(),
                        stages.maturityFromAgeMicros(),
                        stages.maturity(),
                        stages.youthMicros()),
                standard.constants(),
                standard.homeostasis());
    }

    /**
     * Spikes by time of neurons that fire by chance. In the first half of the time neuron 2k + 1 often follows 2k, but
     * in every other eight windows.
     */
    static TreeMap<Long, Integer> spikes(long seed) {
        Random random = new Random(seed);
        TreeMap<Long, Integer> spikes = new TreeMap<>();
        for (int i = 0; i < NEURONS * 8 * WINDOWS; i++) {
            long time = random.nextLong(WINDOWS * WINDOW);
            int neuron = random.nextInt(NEURONS);
            spikes.putIfAbsent(time, neuron);
            boolean practised = time < WINDOWS * WINDOW / 2 && time / (8 * WINDOW) % 2 == 0;
            if (neuron % 2 == 0 && practised && random.nextDouble() < 0.6) {
                spikes.putIfAbsent(time + 3_000 + random.nextInt(800), neuron + 1);
            }
        }
        return spikes;
    }

    /** One frame a window; the network was not observed in two windows and a half after three quarters of the time. */
    static List<Frame> frames(TreeMap<Long, Integer> spikes) {
        long gapFrom = WINDOWS * WINDOW * 3 / 4;
        Gap gap = new Gap(gapFrom, gapFrom + 2 * WINDOW + WINDOW / 2);
        TreeMap<Long, Integer> observed = new TreeMap<>(spikes);
        observed.subMap(gap.fromMicros(), gap.toMicros()).clear();
        List<Frame> frames = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            long end = (window + 1) * WINDOW;
            Map<Long, Integer> in = observed.subMap(window * WINDOW, end);
            List<Gap> gaps = gapFrom >= window * WINDOW && gapFrom < end ? List.of(gap) : List.of();
            frames.add(new Frame(
                    "net",
                    window,
                    end,
                    in.keySet().stream().mapToLong(Long::longValue).toArray(),
                    in.values().stream().mapToInt(Integer::intValue).toArray(),
                    gaps));
        }
        return frames;
    }

    /** All histograms of the neurons of {@link #spikes}, as text. */
    static String histograms(ShardStorage storage, ShardConfig config) {
        StringBuilder text = new StringBuilder();
        for (int post = 0; post < NEURONS; post++) {
            text.append(post).append(config.dense(NEURONS) ? dense(storage, post) : candidates(storage, post));
        }
        return text.toString();
    }

    private static String dense(ShardStorage storage, int post) {
        DenseHistograms histograms = new DenseHistograms(AXIS.cells());
        storage.loadHistograms(post, NEURONS, histograms);
        return Arrays.toString(Arrays.copyOf(histograms.counts(), NEURONS * AXIS.cells()));
    }

    private static String candidates(ShardStorage storage, int post) {
        CandidateHistograms histograms = new CandidateHistograms(AXIS.cells());
        storage.loadHistograms(post, histograms);
        Candidates kept = histograms.candidates();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < kept.size(); i++) {
            int from = i * kept.cells();
            text.append(kept.slot(i))
                    .append(Arrays.toString(Arrays.copyOfRange(kept.counts(), from, from + kept.cells())));
        }
        return text.toString();
    }
}
