package dev.hebb.framing;

import java.util.Arrays;

/**
 * Spikes of one record, or its heartbeat, that are too far ahead of the clock to be accepted on their own.
 *
 * @param arrival number of the record among those of its network
 * @param clockMicros the network's clock when they were held; {@link Position#NONE} if it had none
 * @param timesMicros ascending, at least one; the origin of a heartbeat
 * @param neurons as many as times; empty for a heartbeat
 */
public record HeldSpikes(SourceRecord source, long arrival, long clockMicros, long[] timesMicros, int[] neurons) {
    public HeldSpikes {
        if (timesMicros.length == 0 || (neurons.length != 0 && neurons.length != timesMicros.length)) {
            throw new IllegalArgumentException(
                    "held are " + timesMicros.length + " times and " + neurons.length + " neurons");
        }
    }

    /** A heartbeat, whose only time is its origin. */
    public static HeldSpikes heartbeat(SourceRecord source, long arrival, long clockMicros, long originMicros) {
        return new HeldSpikes(source, arrival, clockMicros, new long[] {originMicros}, new int[0]);
    }

    public boolean isHeartbeat() {
        return neurons.length == 0;
    }

    public long firstMicros() {
        return timesMicros[0];
    }

    long lastMicros() {
        return timesMicros[timesMicros.length - 1];
    }

    /** A heartbeat counts for one. */
    int count() {
        return timesMicros.length;
    }

    HeldSpikes heldAt(long clock) {
        return new HeldSpikes(source, arrival, clock, timesMicros, neurons);
    }

    HeldSpikes range(int from, int to) {
        return new HeldSpikes(
                source,
                arrival,
                clockMicros,
                Arrays.copyOfRange(timesMicros, from, to),
                isHeartbeat() ? neurons : Arrays.copyOfRange(neurons, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldSpikes held
                && source.equals(held.source)
                && arrival == held.arrival
                && clockMicros == held.clockMicros
                && Arrays.equals(timesMicros, held.timesMicros)
                && Arrays.equals(neurons, held.neurons);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + Arrays.hashCode(timesMicros);
    }

    @Override
    public String toString() {
        return count() + " held of " + source + " from " + firstMicros() + " µs";
    }
}
