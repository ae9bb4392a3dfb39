package dev.hebb.shard;

/** Memory for the cumulative histograms of one dendrite at a time: of every pair, or of candidates only. */
final class HistogramMemory {
    private final DenseHistograms dense;
    private final CandidateHistograms candidates;

    HistogramMemory(int cells) {
        this.dense = new DenseHistograms(cells);
        this.candidates = new CandidateHistograms(cells);
    }

    /** Reads a dendrite's histograms with slots below this. */
    void load(ShardStorage storage, int post, int slots, boolean isDense) {
        if (isDense) {
            storage.loadHistograms(post, slots, dense);
        } else {
            storage.loadHistograms(post, candidates);
        }
    }

    /** The histograms that were loaded. */
    DendriteHistograms loaded(boolean isDense) {
        return isDense ? dense : candidates;
    }

    /** Writes the histograms that were loaded. */
    void save(ShardStorage storage, int post, boolean isDense) {
        if (isDense) {
            storage.saveHistograms(post, dense);
        } else {
            storage.saveHistograms(post, candidates);
        }
    }
}
