package dev.hebb.api.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;

/**
 * Selection of the metrics of libraries that are published. Kafka's clients and Kafka Streams have a few thousand time
 * series for each instance, of which few are of use, and some have names that Prometheus' conventions reject:
 * abbreviated units, gauges called "count", no help.
 */
final class MetricSelection implements MeterFilter {
    private static final String STORE = "kafka.stream.state.";
    private static final String STATE_UPDATER = "kafka.stream.state.updater.";

    /** Metrics of one store or its RocksDB: size, memory, cache, reads and writes, compaction, restoration. */
    private static final Set<String> OF_STORES = Set.of(
            "background.errors",
            "block.cache.capacity",
            "block.cache.data.hit.ratio",
            "block.cache.usage",
            "bytes.read.rate",
            "bytes.written.rate",
            "compaction.pending",
            "estimate.num.keys",
            "estimate.pending.compaction.bytes",
            "get.latency.avg",
            "get.rate",
            "live.sst.files.size",
            "memtable.hit.ratio",
            "num.open.iterators",
            "num.running.compactions",
            "num.running.flushes",
            "put.latency.avg",
            "put.rate",
            "range.latency.avg",
            "range.rate",
            "restore.rate",
            "size.all.mem.tables",
            "total.sst.files.size",
            "write.stall.duration.avg");

    private static final List<String> UNWANTED = List.of(
            "kafka.admin.client.",
            "kafka.app.info.",
            "kafka.consumer.node.",
            "kafka.producer.node.",
            "process.cpu.time");

    private static final List<String> UNWANTED_PARTS =
            List.of(".ns.", "authentication", "connection.", ".count", "start.time.ms", ".io.wait", ".select.");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return isWanted(id.getName()) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    private static boolean isWanted(String name) {
        if (name.startsWith(STORE) && !name.startsWith(STATE_UPDATER)) {
            return OF_STORES.contains(name.substring(STORE.length()));
        }
        boolean ofLibrary = name.startsWith("kafka.") || name.startsWith("system.cpu");
        return UNWANTED.stream().noneMatch(name::startsWith)
                && (!ofLibrary || UNWANTED_PARTS.stream().noneMatch(name::contains));
    }
}
