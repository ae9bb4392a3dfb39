package dev.hebb.experiment;

/** Size of an experiment. */
public enum Size {
    /** The full size of the experiment. */
    FULL,
    /** Fewer routes, for a test. */
    SMALL;

    /** A number that depends on it. */
    public int of(int full, int small) {
        return this == FULL ? full : small;
    }
}
