package dev.hebb.processor;

import dev.hebb.config.LearningProfiles;
import dev.hebb.shard.DendriteWorkers;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Workers;
import java.util.HashMap;
import java.util.Map;

/**
 * Runners that compute the dendrites of a task, one for each way of learning of its networks. None is made before a
 * network needs it, and networks that learn alike share one with its memory. Not thread-safe.
 */
final class WorkersByLearning {
    private final ShardConfig config;
    private final LearningProfiles learning;
    private final Workers workers;
    private final Map<Learning, DendriteWorkers> made = new HashMap<>();

    WorkersByLearning(ShardConfig config, LearningProfiles learning, Workers workers) {
        this.config = config;
        this.learning = learning;
        this.workers = workers;
    }

    DendriteWorkers of(String network) {
        return made.computeIfAbsent(learning.of(network), profile -> new DendriteWorkers(config, profile, workers));
    }
}
