package dev.hebb.processor;

import dev.hebb.config.LearningProfiles;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.ShardConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * The scratch memories of a task, one for each way of learning that its networks have. None is made before a network needs
 * it, and networks that learn alike share one. Not thread-safe.
 */
final class DendriteScratches {
    private final ShardConfig config;
    private final LearningProfiles learning;
    private final Map<Learning, DendriteScratch> made = new HashMap<>();

    DendriteScratches(ShardConfig config, LearningProfiles learning) {
        this.config = config;
        this.learning = learning;
    }

    DendriteScratch of(String network) {
        return made.computeIfAbsent(learning.of(network), profile -> new DendriteScratch(config, profile));
    }
}
