package dev.hebb.rule;

/**
 * The spikes of a pair of neurons in a closed window and in the reach of the lags before it, each train in order of
 * time. Looked up only by rules that go from spike to spike; nothing is counted for those that do not.
 */
public interface PairTrains {
    /** Place of the first pre-synaptic spike at or after a time, µs; the place after the last if there is none. */
    int firstPre(long micros);

    /** Time of the pre-synaptic spike at a place, µs. */
    long preMicros(int place);

    /** Place of the first post-synaptic spike at or after a time, µs; the place after the last if there is none. */
    int firstPost(long micros);

    /** Time of the post-synaptic spike at a place, µs. */
    long postMicros(int place);
}
