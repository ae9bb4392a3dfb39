package dev.hebb.shard;

/**
 * Configuration of the windowed co-firing counts that are published, and that queries can ask for.
 *
 * @param publish whether windowed counts are published, and can be asked for; auto: for networks that are small enough
 * @param maxNeurons largest network that has windowed counts, if publish is auto
 * @param windowsKept of how many closed windows the counts can be asked for
 * @param coincidenceMicros undirected pairs closer than this are coincidences
 */
public record CoFiringConfig(Publish publish, int maxNeurons, int windowsKept, int coincidenceMicros) {
    /** Choice of the networks whose windowed counts are published. */
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

    /** Returns whether a network of this many neurons has its windowed counts published. */
    public boolean covers(int neurons) {
        return switch (publish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> neurons <= maxNeurons;
        };
    }
}
