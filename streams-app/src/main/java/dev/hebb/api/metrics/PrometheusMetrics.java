package dev.hebb.api.metrics;

import dev.hebb.api.ApiParts;
import dev.hebb.framing.RejectReason;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.TaskId;

/** All metrics of one instance, in Prometheus' format. Rejection reasons must be few: each is a time series. */
public final class PrometheusMetrics implements PipelineMetrics, ApiParts.Scrape, AutoCloseable {
    /** Tasks and their stores come and go; what is measured of them is looked for so often. */
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private static final Set<PruningReason> OF_SYNAPSES =
            EnumSet.of(PruningReason.UNUSED, PruningReason.WEAK, PruningReason.OUTCOMPETED, PruningReason.DAMAGED);

    private static final Set<PruningReason> OF_NEURONS =
            EnumSet.of(PruningReason.SILENT, PruningReason.UNCONNECTED, PruningReason.DAMAGED);

    private final PrometheusMeterRegistry registry = newRegistry();
    private final List<Runnable> bound = new ArrayList<>();
    private final NetworkMeters networks = new NetworkMeters(registry);
    private final Counter spikes = counter("hebb.spikes", "spikes let through to the shards");
    private final Counter duplicates = counter("hebb.spikes.duplicate", "exact duplicates dropped");
    private final Counter pairs = counter("hebb.pairs", "ordered spike pairs counted");
    private final Counter windows = counter("hebb.windows.closed", "windows closed, each shard's on its own");
    private final Counter formed = event("FORMED");
    private final Counter masked = event("MASKED");
    private final Counter unmasked = event("UNMASKED");

    public PrometheusMetrics() {
        // A counter that appears with its first event has no increase that a rule could see.
        for (RejectReason reason : RejectReason.values()) {
            rejections(reason.name());
        }
        rejections(DELETED);
        OF_SYNAPSES.forEach(reason -> prunings(PruningKind.SYNAPSE, reason));
        OF_NEURONS.forEach(reason -> prunings(PruningKind.NEURON, reason));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        JvmGcMetrics collector = new JvmGcMetrics();
        collector.bindTo(registry);
        bound.add(collector::close);
    }

    /** Adds everything that Kafka Streams measures: clients, threads, tasks, stores, RocksDB. */
    public void bind(KafkaStreams streams) {
        ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            return thread;
        });
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, List.of(), refresher, REFRESH);
        metrics.bindTo(registry);
        bound.add(metrics::close);
        bound.add(refresher::shutdownNow);
    }

    /** Returns the registry, to which others add their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    @Override
    public void framed(TaskId task, String network, Framed framed) {
        spikes.increment(framed.spikes());
        duplicates.increment(framed.duplicates());
        networks.framed(task, network, framed);
    }

    @Override
    public void rejected(String reason, long count) {
        rejections(reason).increment(count);
    }

    @Override
    public void windowClosed(TaskId task, NetworkWindow totals) {
        windows.increment();
        pairs.increment(totals.getPairs());
        formed.increment(totals.getFormed());
        masked.increment(totals.getMasked());
        unmasked.increment(totals.getUnmasked());
        networks.windowClosed(task, totals);
    }

    @Override
    public void pruned(PruningEvent event) {
        prunings(event.getKind(), event.getReason()).increment();
    }

    @Override
    public void forgotten(String network) {
        networks.forgotten(network);
    }

    @Override
    public void closed(TaskId task) {
        networks.closed(task);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        registry.scrape(out, CONTENT_TYPE);
    }

    @Override
    public void close() {
        bound.forEach(Runnable::run);
        registry.close();
    }

    /** Returns the totals of everything counted since this instance started. */
    public Totals totals() {
        Map<String, Double> rejected = new TreeMap<>();
        for (Counter counter : registry.find("hebb.spikes.rejected").counters()) {
            if (counter.count() > 0) {
                rejected.put(String.valueOf(counter.getId().getTag("reason")), counter.count());
            }
        }
        return new Totals(spikes.count(), pairs.count(), rejected);
    }

    /**
     * Counts of this instance.
     *
     * @param spikes let through to the shards
     * @param pairs ordered spike pairs
     * @param rejected spikes refused, by reason
     */
    public record Totals(double spikes, double pairs, Map<String, Double> rejected) {
        public Totals {
            rejected = Map.copyOf(rejected);
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static PrometheusMeterRegistry newRegistry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new MetricSelection());
        return registry;
    }

    private Counter rejections(String reason) {
        return Counter.builder("hebb.spikes.rejected")
                .description("spikes refused, by reason; a record that cannot be read counts as one")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter prunings(PruningKind kind, PruningReason reason) {
        return Counter.builder("hebb.prunings")
                .description("synapses and neurons pruned")
                .tag("kind", kind.name())
                .tag("reason", reason.name())
                .register(registry);
    }

    private Counter event(String kind) {
        return Counter.builder("hebb.synapse.events")
                .description("transitions of synapses")
                .tag("kind", kind)
                .register(registry);
    }
}
