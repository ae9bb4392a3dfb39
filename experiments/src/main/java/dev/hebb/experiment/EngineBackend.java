package dev.hebb.experiment;

import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.loop.EnginePlasticity;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.tissue.TissueSettings;

/** Runs over the pipeline's engine in this process: the same findings, without Kafka. */
public final class EngineBackend implements Backend {
    private final ShardConfig config;
    private final Learning learning;

    /**
     * A backend with the settings of an experiment.
     *
     * @param config with one shard
     */
    public EngineBackend(ShardConfig config, Learning learning) {
        this.config = config;
        this.learning = learning;
    }

    @Override
    public ExperimentRun start(String network, TissueSettings settings) throws InterruptedException {
        EnginePlasticity engine = new EnginePlasticity(network, config, learning);
        return new ExperimentRun(settings, engine, engine, WINDOW_MICROS);
    }
}
