package dev.hebb.bench;

import java.util.Collection;
import java.util.List;

/**
 * Plan of a benchmark: how much is measured.
 *
 * @param sizes of networks
 * @param arraySeconds time for each of the ways without Kafka, at each size
 * @param dslPairs pairs that the Kafka Streams DSL is given, so that it ends
 * @param singleSpikes spikes sent as one record each
 * @param latencyNetworks networks whose prunings are waited for
 * @param latencyWindows windows of silence in which they prune
 */
public record BenchPlan(
        List<BenchSize> sizes,
        double arraySeconds,
        long dslPairs,
        int singleSpikes,
        int latencyNetworks,
        int latencyWindows) {
    /** Rate of each neuron, in Hz. */
    static final double RATE_HZ = 5;

    private static final int WINDOW_SECONDS = 10;

    /**
     * One size of network.
     *
     * @param neurons each at {@link #RATE_HZ}
     * @param arrayWindows windows for the ways without Kafka
     * @param windows windows that go through Kafka
     * @param judgeEveryWindows the evidence cadence
     */
    public record BenchSize(int neurons, int arrayWindows, int windows, int judgeEveryWindows) {
        long arrayMicros() {
            return arrayWindows * WINDOW_SECONDS * 1_000_000L;
        }
    }

    /**
     * Returns a copy of this plan for some of the networks only.
     *
     * @param neurons sizes of networks; none for all
     * @throws IllegalArgumentException if there is no network of that size
     */
    public BenchPlan only(Collection<Integer> neurons) {
        List<Integer> known = sizes.stream().map(BenchSize::neurons).toList();
        neurons.stream().filter(size -> !known.contains(size)).findFirst().ifPresent(size -> {
            throw new IllegalArgumentException("there is no network of " + size + " neurons; there are " + known);
        });
        List<BenchSize> chosen = sizes.stream()
                .filter(size -> neurons.isEmpty() || neurons.contains(size.neurons))
                .toList();
        return new BenchPlan(chosen, arraySeconds, dslPairs, singleSpikes, latencyNetworks, latencyWindows);
    }

    /**
     * Returns the plan of a short benchmark, of about five minutes on two free cores. The largest network is judged
     * every half minute, or it would take longer.
     */
    public static BenchPlan quick() {
        return new BenchPlan(
                List.of(new BenchSize(100, 6, 60, 30), new BenchSize(1_000, 3, 45, 30), new BenchSize(4_000, 1, 3, 3)),
                1,
                200_000,
                100_000,
                10,
                40);
    }

    /**
     * Returns the plan of a full benchmark: with the default cadence throughout, and long enough that compiling the
     * code is a small part of the runs through Kafka. A laboratory's pipeline runs for hours.
     */
    public static BenchPlan full() {
        return new BenchPlan(
                List.of(
                        new BenchSize(100, 12, 1_440, 30),
                        new BenchSize(1_000, 6, 600, 30),
                        new BenchSize(4_000, 3, 45, 30)),
                5,
                1_500_000,
                2_000_000,
                20,
                60);
    }
}
