package dev.hebb.produce;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was sent. */
public final class MemorySink implements SpikeSink {
    public final List<SentBatch> sent = new ArrayList<>();

    /** A batch; without spikes it is a heartbeat. */
    public record SentBatch(long origin, long[] times, int[] neurons) {
        public boolean isHeartbeat() {
            return times.length == 0;
        }
    }

    public final List<String> order = new ArrayList<>();

    @Override
    public void batch(long originMicros, SpikeBlock spikes) {
        sent.add(new SentBatch(originMicros, spikes.copyTimesMicros(), spikes.copyNeurons()));
        order.add("batch " + originMicros);
    }

    @Override
    public void heartbeat(long originMicros) {
        sent.add(new SentBatch(originMicros, new long[0], new int[0]));
        order.add("heartbeat " + originMicros);
    }

    @Override
    public void gap(long fromMicros, long toMicros) {
        order.add("gap " + fromMicros + " " + toMicros);
    }

    @Override
    public void flush() {
        order.add("flush");
    }

    public List<SentBatch> batches() {
        return sent.stream().filter(s -> !s.isHeartbeat()).toList();
    }

    public long[] times() {
        return batches().stream()
                .flatMapToLong(s -> java.util.Arrays.stream(s.times()))
                .toArray();
    }

    public int[] neurons() {
        return batches().stream()
                .flatMapToInt(s -> java.util.Arrays.stream(s.neurons()))
                .toArray();
    }
}
