package dev.hebb.app;

import dev.hebb.api.metrics.PrometheusMetrics;
import dev.hebb.api.streams.StreamsShards;
import dev.hebb.api.view.Readiness;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Health of this instance, for its page. */
record InstanceHealth(StreamsShards shards, PrometheusMetrics metrics) implements Supplier<InstanceHealth.Health> {
    /**
     * Contents of the health page.
     *
     * @param instances tasks by the instance that owns them
     * @param toRestore records of changelogs that stores of this instance are behind
     * @param totals counts since this instance started
     */
    record Health(
            Readiness readiness,
            Map<String, List<Integer>> instances,
            long toRestore,
            PrometheusMetrics.Totals totals) {}

    @Override
    public Health get() {
        return new Health(shards.readiness(), shards.instances(), shards.recordsToRestore(), metrics.totals());
    }
}
