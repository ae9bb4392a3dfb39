package dev.hebb.cli.doctor;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.row.FrameCodec;
import dev.hebb.row.HistogramBlock;
import dev.hebb.row.SynapseRow;
import dev.hebb.shard.ShardConfig;
import java.util.stream.IntStream;

/**
 * Estimate of the resources that a network will need, by the sizes of rows, and by what was measured of records: 4.5
 * bytes a spike on the topic of spikes (batches, compressed), 2 a count and 2 a partner on the topic of counts; and by
 * the times that tasks need on two cores beside the broker (docs/benchmarks.md). Independent Poisson trains are
 * assumed; bursts need more.
 *
 * @param config of the app
 * @param load the network
 * @param synapsesPerNeuron how many synapses a dendrite has
 */
record Needs(ConfigAnswer config, NetworkLoad load, double synapsesPerNeuron) {
    private static final double DAY_SECONDS = 86_400;
    private static final double SECOND_MICROS = 1e6;
    private static final double TOPIC_BYTES_A_SPIKE = 4.5;
    /** A spike is in the log of all that are kept, and in the index of its window. */
    private static final double HEAP_BYTES_A_SPIKE = SpikeLog.BYTES_PER_SPIKE + TrainIndex.BYTES_PER_SPIKE;

    private static final double TOPIC_BYTES_A_COUNT = 2;
    private static final double TOPIC_BYTES_A_PARTNER = 2;
    private static final double COMPRESSED_HISTOGRAMS = 0.6;
    private static final double SECONDS_A_SPIKE = 0.3e-6;
    private static final double SECONDS_A_SPIKE_PAIR = 5.5e-9;
    private static final double SECONDS_A_PUBLISHED_COUNT = 125e-9;
    /** The rest is for bursts, and to catch up after a pause. */
    private static final double SHARE_OF_A_TASK = 0.5;

    private static final int MOST_SHARDS = 64;

    /** Share of a large network's pairs that are a candidate, or look like one by chance. */
    private static final double CANDIDATE_SHARE = 0.02;

    double reachMicros() {
        return (double) config.lagBinMicros() * config.bins();
    }

    double spikePairsPerSecond() {
        return load.spikePairsPerSecond(reachMicros());
    }

    double spikesTopicBytesPerDay() {
        return load.spikesPerSecond() * DAY_SECONDS * TOPIC_BYTES_A_SPIKE;
    }

    /** Spikes that every shard keeps until all dendrites were recounted. */
    double spikesKept() {
        return load.spikesPerSecond() * (config.judgeEveryWindows() + 1.0) * windowSeconds();
    }

    /** Spikes in the stores of each shard: those of windows whose counts can be asked for are kept there too. */
    private double spikesStored() {
        double asked = publishesCounts() ? config.coFiring().windowsKept() + 2.0 : 0;
        return Math.max(spikesKept(), load.spikesPerSecond() * asked * windowSeconds());
    }

    boolean publishesCounts() {
        return switch (config.coFiring().publish()) {
            case "ALWAYS" -> true;
            case "NEVER" -> false;
            default -> load.neurons() <= config.coFiring().maxNeurons();
        };
    }

    /** Counts that are not zero, of one pair in one window. */
    double countsPerPairAndWindow() {
        double expected = load.countPerBin(config.lagBinMicros(), config.windowMicros());
        return config.bins() * (1 - Math.exp(-expected));
    }

    double coFiringTopicBytesPerDay() {
        double perPair = TOPIC_BYTES_A_PARTNER + TOPIC_BYTES_A_COUNT * countsPerPairAndWindow();
        return load.pairs() * perPair * windowsPerDay();
    }

    /** Returns the largest size of a record of windowed counts. */
    double largestCountsBytes() {
        return ShardConfig.largestCountsBytes(load.neurons(), config.bins());
    }

    /** Returns whether every pair has a cumulative histogram. */
    boolean dense() {
        return load.neurons() <= config.denseMaxNeurons();
    }

    /** Returns the size of all cumulative histograms after a day. */
    double histogramBytes() {
        double histograms = dense() ? load.pairs() : load.pairs() * CANDIDATE_SHARE;
        return histograms * 2 * config.bins() * counterBytesAfterADay();
    }

    double storeBytes() {
        double log = config.shards() * spikesStored() * FrameCodec.BYTES_PER_SPIKE;
        return log + histogramBytes() + synapseBytes();
    }

    double changelogBytesPerDay() {
        double log = config.shards() * load.spikesPerSecond() * DAY_SECONDS * FrameCodec.BYTES_PER_SPIKE;
        double histograms = histogramBytes() * COMPRESSED_HISTOGRAMS * windowsPerDay() / config.judgeEveryWindows();
        return log + histograms + synapseBytes() / 2 * windowsPerDay();
    }

    /** Spikes in memory, of all shards together. */
    double heapBytes() {
        double perNeuron = 2.0 * config.bins() * (Short.BYTES + Integer.BYTES);
        return config.shards() * (spikesKept() * HEAP_BYTES_A_SPIKE + load.neurons() * perNeuron);
    }

    /** Returns the time that the task of one shard needs for a second of event time, in seconds. */
    double taskSeconds() {
        return taskSeconds(config.shards());
    }

    /** Returns whether a task has time left for bursts, and to catch up. */
    boolean keepsUp() {
        return taskSeconds() <= SHARE_OF_A_TASK;
    }

    /** Returns the fewest shards that keep up, each on a machine of its own; 0 if no number of them does. */
    int shardsThatKeepUp() {
        return IntStream.rangeClosed(1, MOST_SHARDS)
                .filter(shards -> taskSeconds(shards) <= SHARE_OF_A_TASK)
                .findFirst()
                .orElse(0);
    }

    /** Every shard receives all spikes; the dendrites are divided among them. */
    private double taskSeconds(int shards) {
        double counts = publishesCounts() ? load.pairs() * countsPerPairAndWindow() / windowSeconds() : 0;
        double ofDendrites = spikePairsPerSecond() * SECONDS_A_SPIKE_PAIR + counts * SECONDS_A_PUBLISHED_COUNT;
        return load.spikesPerSecond() * SECONDS_A_SPIKE + ofDendrites / shards;
    }

    private double synapseBytes() {
        return load.neurons() * synapsesPerNeuron * SynapseRow.BYTES_PER_SYNAPSE;
    }

    private double counterBytesAfterADay() {
        double count = load.countPerBin(config.lagBinMicros(), DAY_SECONDS * SECOND_MICROS);
        return HistogramBlock.bytesPerCounter((long) Math.ceil(count));
    }

    private double windowSeconds() {
        return config.windowMicros() / SECOND_MICROS;
    }

    private double windowsPerDay() {
        return DAY_SECONDS / windowSeconds();
    }
}
