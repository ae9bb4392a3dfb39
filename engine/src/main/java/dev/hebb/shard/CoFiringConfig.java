package dev.hebb.shard;

/**
 * Configuration of the windowed co-firing counts that are kept in the store and published.
 *
 * @param publish whether windowed counts are kept and published; auto: for networks that are small enough
 * @param maxNeurons largest network that has windowed counts, if publish is auto
 * @param windowsKept how many closed windows of each dendrite the store keeps
 * @param coincidenceMicros undirected pairs closer than this are coincidences
 */
public record CoFiringConfig(Publish publish, int maxNeurons, int windowsKept, int coincidenceMicros) {
    /** Choice of the networks whose windowed counts are kept and published. */
    public enum Publish {
        /** Networks that are small enough. */
        AUTO,
        ALWAYS,
        NEVER
    }

    public CoFiringConfig {
        if (maxNeurons < 0) {
            throw new IllegalArgumentException("coFiring.maxNeurons is " + maxNeurons + "; it must not be negative");
        }
        if (windowsKept < 1) {
            throw new IllegalArgumentException("coFiring.windowsKept is " + windowsKept + "; it must be at least 1");
        }
        if (coincidenceMicros < 1) {
            throw new IllegalArgumentException(
                    "coFiring.coincidenceMicros is " + coincidenceMicros + "; it must be at least 1");
        }
    }

    /** Returns whether a network of this many neurons has its windowed counts kept and published. */
    public boolean covers(int neurons) {
        return switch (publish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> neurons <= maxNeurons;
        };
    }
}
