package dev.hebb.shard;

/**
 * Computes the dendrites of networks that learn alike, for one task: on the task's thread, or on that and on workers.
 * Not thread-safe.
 */
public final class DendriteWorkers {
    private final ShardConfig config;
    private final Learning learning;
    private final StepRunner runner;

    /** @param workers shared by all tasks */
    public DendriteWorkers(ShardConfig config, Learning learning, Workers workers) {
        this.config = config;
        this.learning = learning;
        this.runner = workers.size() == 1
                ? new SequentialRunner(new DendriteScratch(config, learning))
                : new ParallelRunner(workers, () -> new DendriteScratch(config, learning));
    }

    ShardConfig config() {
        return config;
    }

    Learning learning() {
        return learning;
    }

    StepRunner runner() {
        return runner;
    }
}
