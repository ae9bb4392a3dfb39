package dev.hebb.replay;

/**
 * Sorts parallel arrays by (time, neuron) with a natural merge sort: time n·log(ascending runs), so an ordered
 * recording costs one pass and concatenated trains a few. Needs as much memory again, unless they are in order.
 */
final class SpikeOrder {
    private long[] times;
    private int[] neurons;
    private long[] otherTimes;
    private int[] otherNeurons;

    private SpikeOrder(long[] times, int[] neurons) {
        this.times = times;
        this.neurons = neurons;
        this.otherTimes = new long[times.length];
        this.otherNeurons = new int[times.length];
    }

    /** Sorts in place. */
    static void sort(long[] times, int[] neurons) {
        if (endOfRun(times, neurons, 0) < times.length) {
            SpikeOrder order = new SpikeOrder(times, neurons);
            while (order.mergePairsOfRuns() > 1) {
                order.swap();
            }
            order.swap();
            if (order.times != times) {
                System.arraycopy(order.times, 0, times, 0, times.length);
                System.arraycopy(order.neurons, 0, neurons, 0, neurons.length);
            }
        }
    }

    /** Exclusive end of the ascending run that starts here. */
    private static int endOfRun(long[] times, int[] neurons, int start) {
        int end = Math.min(start + 1, times.length);
        while (end < times.length && inOrder(times[end - 1], neurons[end - 1], times[end], neurons[end])) {
            end++;
        }
        return end;
    }

    private static boolean inOrder(long time, int neuron, long laterTime, int laterNeuron) {
        return time < laterTime || (time == laterTime && neuron <= laterNeuron);
    }

    /** Merges runs two by two into the other arrays; the number of runs there. */
    private int mergePairsOfRuns() {
        int runs = 0;
        int start = 0;
        while (start < times.length) {
            int middle = endOfRun(times, neurons, start);
            int end = middle < times.length ? endOfRun(times, neurons, middle) : middle;
            merge(start, middle, end);
            start = end;
            runs++;
        }
        return runs;
    }

    private void merge(int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int to = start; to < end; to++) {
            boolean takeLeft = right >= end
                    || (left < middle && inOrder(times[left], neurons[left], times[right], neurons[right]));
            int from = takeLeft ? left++ : right++;
            otherTimes[to] = times[from];
            otherNeurons[to] = neurons[from];
        }
    }

    private void swap() {
        long[] mergedTimes = otherTimes;
        int[] mergedNeurons = otherNeurons;
        otherTimes = times;
        otherNeurons = neurons;
        times = mergedTimes;
        neurons = mergedNeurons;
    }
}
