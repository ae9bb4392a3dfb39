package dev.hebb.api.metrics;

import dev.hebb.api.ApiParts;
import dev.hebb.processor.PipelineMetrics;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.TaskId;

/** All metrics of one instance, in Prometheus' format. Rejection reasons must be few: each is a time series. */
public final class PrometheusMetrics implements PipelineMetrics, ApiParts.Scrape, AutoCloseable {
    /** Metrics of tasks and stores come up after the start; Micrometer's default is a minute. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofSeconds(10);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
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
        ScheduledExecutorService scheduler =
                Executors.newSingleThreadScheduledExecutor(PrometheusMetrics::daemonThread);
        bound.add(scheduler::shutdownNow);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, Tags.empty(), scheduler, LOOKED_FOR_EVERY);
        metrics.bindTo(registry);
        bound.add(metrics::close);
    }

    private static Thread daemonThread(Runnable looks) {
        Thread thread = new Thread(looks, "streams-metrics");
        thread.setDaemon(true);
        return thread;
    }

    /** For meters of others. */
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
        Counter.builder("hebb.spikes.rejected")
                .description("spikes refused, by reason; a record that cannot be read counts as one")
                .tag("reason", reason)
                .register(registry)
                .increment(count);
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
        Counter.builder("hebb.prunings")
                .description("synapses and neurons pruned")
                .tag("kind", event.getKind().name())
                .tag("reason", event.getReason().name())
                .register(registry)
                .increment();
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

    /** What was counted since this instance started. */
    public Totals totals() {
        Map<String, Double> rejected = new TreeMap<>();
        for (Counter counter : registry.find("hebb.spikes.rejected").counters()) {
            rejected.put(String.valueOf(counter.getId().getTag("reason")), counter.count());
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

    private Counter event(String kind) {
        return Counter.builder("hebb.synapse.events")
                .description("transitions of synapses")
                .tag("kind", kind)
                .register(registry);
    }
}
