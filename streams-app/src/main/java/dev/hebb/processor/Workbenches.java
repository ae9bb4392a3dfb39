package dev.hebb.processor;

import dev.hebb.config.LearningProfiles;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Workbench;
import java.util.HashMap;
import java.util.Map;

/**
 * A workbench for each way of learning that a task's networks have. They hold scratch memory, so none is made before a
 * network needs it, and networks that learn alike share one. Not thread-safe.
 */
final class Workbenches {
    private final ShardConfig config;
    private final LearningProfiles learning;
    private final Map<Learning, Workbench> made = new HashMap<>();

    Workbenches(ShardConfig config, LearningProfiles learning) {
        this.config = config;
        this.learning = learning;
    }

    Workbench of(String network) {
        return made.computeIfAbsent(learning.of(network), profile -> new Workbench(config, profile));
    }
}
