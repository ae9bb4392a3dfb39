package dev.hebb.api.streams;

import dev.hebb.api.view.PairCounts;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.config.LearningProfiles;
import dev.hebb.engine.EngineListener;
import dev.hebb.framing.Frame;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import dev.hebb.store.Frames;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.ShardStores;
import dev.hebb.store.StoredShard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A network with one planted synapse, which two real shards have counted into real stores, and the plainest count. */
final class CountedNetwork {
    static final long WINDOW = 1_000_000;
    static final int WINDOWS = 60;
    private static final long FRAME = 250_000;
    private static final int FRAMES = 240;
    static final int NEURONS = 8;
    static final String NAME = "dish";

    /** Times of spikes, and who fired; neuron 1 often fires some 3 ms after neuron 0. */
    private final TreeMap<Long, Integer> spikes = planted();

    private final List<CoFiringCounts> published = new ArrayList<>();

    /** The number of spikes of all neurons. */
    int spikes() {
        return spikes.size();
    }

    /** Runs two shards over all spikes, with a restart in between, and returns the reader of each. */
    List<ShardReader> shards(int denseMaxNeurons) {
        CoFiringConfig coFiring = new CoFiringConfig(CoFiringConfig.Publish.ALWAYS, 0, 3, 5_000);
        ShardConfig config = new ShardConfig(LagAxis.standard(), WINDOW, 2, 1, coFiring, denseMaxNeurons);
        List<ShardReader> readers = new ArrayList<>();
        for (int shard = 0; shard < config.shards(); shard++) {
            ShardStores stores = InMemoryStores.shard();
            List<Frame> frames = frames();
            run(shard, config, stores, frames.subList(0, FRAMES / 2));
            run(shard, config, stores, frames.subList(FRAMES / 2, FRAMES));
            QueryStores read = new QueryStores(
                    stores.spikeLog(), stores.progress(), stores.synapses(), stores.histograms(), stores.coFiring());
            readers.add(new ShardReader(shard, read, config, LearningProfiles.uniform(Learning.standard())));
        }
        return readers;
    }

    private void run(int shard, ShardConfig config, ShardStores stores, List<Frame> frames) {
        StoredShard storage = new StoredShard(
                stores,
                NAME,
                Shards.ownedBy(shard, config.shards()),
                config.axis().cells());
        NetworkShard engine = NetworkShard.open(new DendriteScratch(config, Learning.standard()), shard, storage);
        frames.forEach(frame -> engine.accept(frame, new Published()));
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            Map<Long, Integer> inWindow = spikes.subMap(frame * FRAME, (frame + 1) * FRAME);
            long[] times = inWindow.keySet().stream().mapToLong(Long::longValue).toArray();
            int[] neurons =
                    inWindow.values().stream().mapToInt(Integer::intValue).toArray();
            frames.add(Frames.of(NAME, frame, (frame + 1) * FRAME, times, neurons, List.of()));
        }
        return frames;
    }

    private static TreeMap<Long, Integer> planted() {
        Random random = new Random(7);
        TreeMap<Long, Integer> spikes = new TreeMap<>();
        for (int i = 0; i < NEURONS * 8 * WINDOWS; i++) {
            long time = random.nextLong(WINDOWS * WINDOW - 10_000);
            int neuron = random.nextInt(NEURONS);
            spikes.putIfAbsent(time, neuron);
            if (neuron == 0 && random.nextDouble() < 0.6) {
                spikes.putIfAbsent(time + 3_000 + random.nextInt(800), 1);
            }
        }
        return spikes;
    }

    /** What was published of a pair in the three windows before one. */
    List<PairCounts> published(int pre, int post, long next) {
        return published.stream()
                .filter(counts -> counts.post() == post && counts.window() >= next - 3 && counts.window() < next)
                .map(counts -> {
                    int partner = Arrays.binarySearch(counts.pre(), pre);
                    int[] byLag = new int[50];
                    for (int cell = 0; cell < counts.counts().length; cell++) {
                        if (counts.cellPre()[cell] == partner) {
                            byLag[counts.cellLagBin()[cell]] = counts.counts()[cell];
                        }
                    }
                    return new PairCounts(
                            counts.window(),
                            partner < 0 ? null : counts.preSpikes()[partner],
                            counts.postSpikes(),
                            partner < 0 ? 0 : counts.coincidences()[partner],
                            byLag);
                })
                .toList();
    }

    /** The plainest count of a pair in some windows, by lag. */
    int[] bruteForce(int pre, int post, long fromWindow, long toWindow) {
        int[] counts = new int[50];
        spikes.subMap(fromWindow * WINDOW, toWindow * WINDOW).forEach((postTime, fired) -> {
            if (fired == post) {
                spikes.subMap(postTime - 50_000 + 1, postTime + 1).forEach((preTime, before) -> {
                    if (before == pre) {
                        counts[(int) ((postTime - preTime) / 1000)]++;
                    }
                });
            }
        });
        return counts;
    }

    private final class Published implements EngineListener {
        @Override
        public void coFiring(CoFiringCounts counts) {
            published.add(counts);
        }
    }
}
