package dev.hebb.app;

import dev.hebb.api.metrics.PrometheusMetrics;
import dev.hebb.api.streams.StreamsShards;
import dev.hebb.api.view.Readiness;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How this instance fares, for its page. */
record InstanceHealth(StreamsShards shards, PrometheusMetrics metrics) implements Supplier<InstanceHealth.Report> {
    /**
     * What the page shows.
     *
     * @param instances tasks by the instance that owns them
     * @param toRestore records of changelogs that stores of this instance are behind
     * @param totals counts since this instance started
     */
    record Report(
            Readiness readiness,
            Map<String, List<Integer>> instances,
            long toRestore,
            PrometheusMetrics.Totals totals) {}

    @Override
    public Report get() {
        return new Report(shards.readiness(), shards.instances(), shards.recordsToRestore(), metrics.totals());
    }
}
