package dev.hebb.api.metrics;

import dev.hebb.processor.PipelineMetrics.Framed;
import dev.hebb.schema.NetworkWindow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Gauges by network, for at most this many networks at once: every producer may invent names, and every name
 * is a time series in Prometheus. Networks beyond the limit are counted, but not named.
 */
final class NetworkMeters {
    /** Networks that have gauges of their own. */
    static final int NAMED_AT_MOST = 100;

    private final MeterRegistry registry;
    private final Map<String, Named> named = new HashMap<>();

    NetworkMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("hebb.networks.named", this, NetworkMeters::size)
                .description("networks that have gauges of their own, at most " + NAMED_AT_MOST)
                .register(registry);
    }

    void framed(TaskId task, String network, Framed framed) {
        with(network, gauges -> gauges.framed(task, framed));
    }

    void windowClosed(TaskId task, NetworkWindow totals) {
        with(totals.getNetwork(), gauges -> gauges.windowClosed(task, totals));
    }

    synchronized void closed(TaskId task) {
        named.values().removeIf(network -> {
            network.gauges.closed(task);
            boolean gone = network.gauges.isEmpty();
            if (gone) {
                network.meters.forEach(registry::remove);
            }
            return gone;
        });
    }

    synchronized void forgotten(String network) {
        Named gone = named.remove(network);
        if (gone != null) {
            gone.meters.forEach(registry::remove);
        }
    }

    private synchronized int size() {
        return named.size();
    }

    private synchronized void with(String network, Consumer<NetworkGauges> tell) {
        Named known = named.get(network);
        if (known == null && named.size() < NAMED_AT_MOST) {
            known = register(network);
            named.put(network, known);
        }
        if (known != null) {
            tell.accept(known.gauges);
        }
    }

    private Named register(String network) {
        NetworkGauges gauges = new NetworkGauges();
        List<Meter> meters = new ArrayList<>();
        meters.add(gauge("hebb.network.watermark", network, gauges, NetworkGauges::watermarkSeconds)
                .description("event time before which nothing is still to come")
                .baseUnit("seconds")
                .register(registry));
        meters.add(gauge("hebb.network.watermark.lag", network, gauges, NetworkGauges::watermarkLagSeconds)
                .description("how far the watermark is behind the newest spike, in event time")
                .baseUnit("seconds")
                .register(registry));
        meters.add(gauge("hebb.network.closed.until", network, gauges, NetworkGauges::closedUntilSeconds)
                .description("event time until which every shard of this instance has closed its windows")
                .baseUnit("seconds")
                .register(registry));
        meters.add(gauge("hebb.network.synapses", network, gauges, all -> all.sum(NetworkWindow::getActive))
                .tag("state", "ACTIVE")
                .description("synapses in the shards of this instance")
                .register(registry));
        meters.add(gauge("hebb.network.synapses", network, gauges, all -> all.sum(NetworkWindow::getDormant))
                .tag("state", "DORMANT")
                .description("synapses in the shards of this instance")
                .register(registry));
        return new Named(gauges, meters);
    }

    private static Gauge.Builder<NetworkGauges> gauge(
            String name, String network, NetworkGauges gauges, ToDoubleFunction<NetworkGauges> value) {
        return Gauge.builder(name, gauges, value).tag("network", network);
    }

    private record Named(NetworkGauges gauges, List<Meter> meters) {}
}
