package dev.hebb.store;

import dev.hebb.shard.CandidateHistograms;
import dev.hebb.shard.DendriteHistograms;
import dev.hebb.shard.DenseHistograms;
import dev.hebb.shard.ShardStorage;

/** The cumulative histograms that a storage keeps of one dendrite. */
final class KeptHistograms {
    private final ShardStorage storage;
    private final int post;
    private final boolean isDense;
    private final DenseHistograms dense;
    private final CandidateHistograms candidates;

    KeptHistograms(ShardStorage storage, int post, boolean dense, int cells) {
        this.storage = storage;
        this.post = post;
        this.isDense = dense;
        this.dense = new DenseHistograms(cells);
        this.candidates = new CandidateHistograms(cells);
    }

    DendriteHistograms load(int slots) {
        if (isDense) {
            storage.loadHistograms(post, slots, dense);
            return dense;
        }
        storage.loadHistograms(post, candidates);
        return candidates;
    }

    /** Saves what was loaded, and changed since. */
    void save() {
        if (isDense) {
            storage.saveHistograms(post, dense);
        } else {
            storage.saveHistograms(post, candidates);
        }
    }
}
