package dev.hebb.experiment;

import dev.hebb.experiment.loop.EngineLearner;
import dev.hebb.experiment.loop.Subject;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.tissue.TissueSettings;

/** Subjects over the pipeline's engine in this process: the same findings, without Kafka. */
public final class EngineLaboratory implements Laboratory {
    private final ShardConfig config;
    private final Learning learning;

    /**
     * A laboratory with the settings of an experiment.
     *
     * @param config with one shard
     */
    public EngineLaboratory(ShardConfig config, Learning learning) {
        this.config = config;
        this.learning = learning;
    }

    @Override
    public Subject subject(String network, TissueSettings settings) throws InterruptedException {
        return new Subject(settings, new EngineLearner(config, learning, network), WINDOW_MICROS);
    }
}
