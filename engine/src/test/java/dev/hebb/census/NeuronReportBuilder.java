package dev.hebb.census;

import dev.hebb.shard.NeuronReport;

/**
 * Builds the report of a shard for a test, which names only what it is about. Defaults: window 0 of stage GROWTH, in
 * which nothing happened.
 */
final class NeuronReportBuilder {
    private long window;
    private long endMicros;
    private String stage = "GROWTH";
    private long observedMicros;
    private long neuronTermMicros = 10;
    private int[] formedPre = {};
    private int[] formedPost = {};
    private int[] prunedPre = {};
    private int[] prunedPost = {};
    private int[] firing = {};
    private long[] lastSpikeMicros = {};
    private int[] died = {};

    NeuronReportBuilder window(long index, long end) {
        window = index;
        endMicros = end;
        return this;
    }

    NeuronReportBuilder stage(String to) {
        stage = to;
        return this;
    }

    NeuronReportBuilder observedMicros(long to) {
        observedMicros = to;
        return this;
    }

    NeuronReportBuilder neuronTermMicros(long to) {
        neuronTermMicros = to;
        return this;
    }

    /** Synapses that were formed: pre-synaptic neurons, and the post-synaptic neuron of each. */
    NeuronReportBuilder formed(int[] pre, int[] post) {
        formedPre = pre;
        formedPost = post;
        return this;
    }

    /** Synapses that were pruned: pre-synaptic neurons, and the post-synaptic neuron of each. */
    NeuronReportBuilder pruned(int[] pre, int[] post) {
        prunedPre = pre;
        prunedPost = post;
        return this;
    }

    NeuronReportBuilder firing(int[] neurons, long[] lastSpikes) {
        firing = neurons;
        lastSpikeMicros = lastSpikes;
        return this;
    }

    NeuronReportBuilder died(int... neurons) {
        died = neurons;
        return this;
    }

    NeuronReport build() {
        return new NeuronReport(
                window,
                endMicros,
                stage,
                observedMicros,
                neuronTermMicros,
                formedPre,
                formedPost,
                prunedPre,
                prunedPost,
                firing,
                lastSpikeMicros,
                died);
    }
}
