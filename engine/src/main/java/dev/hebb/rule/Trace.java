package dev.hebb.rule;

/**
 * The exponential trace that a spike train leaves at a synapse. It is an amount and not a time: before the first spike
 * it is 0, whatever the clock says.
 */
final class Trace {
    /** Effect of a spike on the trace. */
    enum Pairing {
        /** Adds 1: every earlier spike is remembered. */
        ALL_TO_ALL,
        /** Sets it to 1: only the nearest earlier spike is. */
        NEAREST
    }

    private final double tauMicros;
    private final Pairing pairing;
    private double amount;
    private long atMicros;

    Trace(long tauMicros, Pairing pairing) {
        this.tauMicros = tauMicros;
        this.pairing = pairing;
    }

    /** Continues from what the trace was at a moment. */
    void resume(double amountThen, long micros) {
        amount = amountThen;
        atMicros = micros;
    }

    /**
     * Returns what the spikes strictly before a moment have left of the trace, if none of that moment was added yet.
     */
    double at(long micros) {
        return amount * Math.exp(-(micros - atMicros) / tauMicros);
    }

    /** Adds a spike at a moment not before any that was added. */
    void spike(long micros) {
        amount = pairing == Pairing.ALL_TO_ALL ? at(micros) + 1 : 1;
        atMicros = micros;
    }
}
