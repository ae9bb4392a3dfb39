package dev.hebb.framing;

/**
 * Admits the spikes of one record to those that wait for the watermark, or refuses them. Used again for every record.
 */
final class Admission {
    private final NetworkClock clock;
    private final AdmittedNeurons neurons;
    private final Pending pending;
    private final Refusals refusals = new Refusals();
    private final SpikeBuffer admitted = new SpikeBuffer();

    Admission(NetworkClock clock, AdmittedNeurons neurons, Pending pending) {
        this.clock = clock;
        this.neurons = neurons;
        this.pending = pending;
    }

    /** Forgets what an earlier record had admitted. */
    void begin() {
        admitted.clear();
    }

    /**
     * Returns whether the values of a spike are possible, however far ahead its time is; refuses it if they are not.
     *
     * @param sentMicros its time as sent
     * @param timeMicros its event time, after the shift of the epoch
     * @param index its place in the record
     */
    boolean isPossible(long sentMicros, long timeMicros, int neuron, int index) {
        if (neuron < 0) {
            refusals.add(RejectReason.NEGATIVE_NEURON, index, sentMicros, neuron);
        } else if (FramingConfig.isOutOfRange(sentMicros) || FramingConfig.isOutOfRange(timeMicros)) {
            refusals.add(RejectReason.TIME_OUT_OF_RANGE, index, sentMicros, neuron);
        } else if (timeMicros < clock.watermarkMicros()) {
            refusals.add(RejectReason.LATE, index, timeMicros, neuron);
        } else if (!neurons.hasRoomFor(neuron)) {
            refusals.add(RejectReason.TOO_MANY_NEURONS, index, timeMicros, neuron);
        } else {
            return true;
        }
        return false;
    }

    /**
     * Adds a possible spike to those that wait, if there is room. Returns whether its time moves the clock: that of a
     * spike without room does, too, or the watermark would never pass those that wait.
     */
    boolean admit(long timeMicros, int neuron, int index) {
        if (!neurons.admit(neuron)) {
            refusals.add(RejectReason.TOO_MANY_NEURONS, index, timeMicros, neuron);
            return false;
        }
        if (pending.offer(timeMicros, neuron)) {
            admitted.add(timeMicros, neuron);
        } else {
            refusals.add(RejectReason.TOO_MANY_PENDING, index, timeMicros, neuron);
        }
        return true;
    }

    /** Returns the number of spikes that are refused because they are late. */
    long late() {
        return refusals.count(RejectReason.LATE);
    }

    /** Returns the number of spikes that are refused for other reasons. */
    long refused() {
        return refusals.total() - late();
    }

    /** Reports the spikes that are refused, and forgets them. */
    void tell(SourceRecord source, int size, FramingOutput out) {
        refusals.tell(source, size, clock, neurons.most(), out);
    }

    /** Returns the spikes of this record that were admitted, without those before a time. */
    SpikeBuffer admittedFrom(long timeMicros) {
        admitted.dropBefore(timeMicros);
        return admitted;
    }
}
