package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.produce.Feed;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.WallClock;
import dev.hebb.simulate.Simulator;
import dev.hebb.stack.FreePorts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * A network that fires three times as fast as the app learns. First the app sets the pace, and the pace is measured;
 * then spikes come three times as fast; then none come, and the app catches up. Each shard has to close each window
 * once, in order, every spike that was sent is in one, and the app's memory does not grow with what waits.
 */
final class Overload {
    private static final double FACTOR = 3;

    private final OverloadPlan plan;

    Overload(OverloadPlan plan) {
        this.plan = plan;
    }

    /** @param directory for the app's data and log */
    void run(Path directory) throws Exception {
        int port = FreePorts.of(1).get(0);
        Connection connection = Topics.provisioned(SharedStack.connection(plan.prefix()), TopicPlan.DEFAULT_PARTITIONS);
        Map<String, String> settings =
                Map.of("shards", Integer.toString(plan.shards()), "http.port", Integer.toString(port));
        try (Admin admin = Admin.create(connection.clientProperties());
                AppProcess app = new AppProcess(connection, settings, directory, plan.heap())
                        .withJvm(plan.jvm().toArray(new String[0]))
                        .withEnvironment(SoakNetwork.ENVIRONMENT);
                SoakWindows windows = new SoakWindows(connection, plan.shards())) {
            app.start();
            AppMemory memory = new AppMemory(app, port);
            SoakFigures figures =
                    new SoakFigures(plan.csv(), OverloadWatch.COLUMNS, memory, directory.resolve("state"), admin);
            overload(connection, new OverloadWatch(plan, admin, app, memory, windows, figures));
        }
    }

    private void overload(Connection connection, OverloadWatch watch) throws Exception {
        try (SpikeProducer producer = new SpikeProducer(connection);
                Simulator simulator = new Simulator(plan.network())) {
            SpikeSink sink = producer.to(SoakNetwork.NAME);
            Feed held = feed(new SoakNetwork.Held(sink, watch.windows(), plan.aheadMicros()), Speed.MAX, watch);
            double[] pace = new double[1];
            Background.during(() -> send(held, simulator, producer), () -> {
                watch.untilClosed("warm-up", 0);
                watch.look("warm-up", plan.warmUp());
                pace[0] = pace(watch);
                held.stop();
            });

            Feed fast = feed(sink, new Speed(FACTOR * pace[0]), watch);
            long before = watch.sent();
            Background.during(() -> send(fast, simulator, producer), () -> {
                watch.look("overload", plan.overloaded());
                fast.stop();
            });
            long waiting = watch.sent() - watch.windows().spikes();
            System.out.printf(
                    Locale.ROOT,
                    "the app closes %.1f s a second; %,.0f spikes a second were sent; %,d of %,d wait%n",
                    pace[0],
                    (watch.sent() - before) / (plan.overloaded().toMillis() / 1e3),
                    waiting,
                    watch.sent());
            assertThat(waiting).as("spikes that wait when no more are sent").isPositive();

            long last = fast.report().lastMicros();
            fast.heartbeat(last + SoakNetwork.WINDOW_MICROS);
            producer.flush();
            watch.untilClosed("catch-up", Math.floorDiv(last, SoakNetwork.WINDOW_MICROS));
            assertThat(watch.windows().spikes()).isEqualTo(watch.sent());
        }
    }

    /** Event time for a second of wall time; a slow machine may need longer than the plan says to close a window. */
    private double pace(OverloadWatch watch) throws Exception {
        long last = watch.windows().closed();
        long closed = SoakNetwork.closedMicros(watch.windows());
        long began = System.nanoTime();
        watch.look("measured", plan.measured());
        watch.untilClosed("measured", last + 1);
        return (SoakNetwork.closedMicros(watch.windows()) - closed) * 1e3 / (System.nanoTime() - began);
    }

    private static Feed feed(SpikeSink sink, Speed speed, OverloadWatch watch) {
        Feed.Options usual = Feed.Options.MAX_SPEED;
        Feed.Options options = new Feed.Options(speed, usual.batchMicros(), usual.heartbeats(), usual.heartbeatEvery());
        return new Feed(sink, options, WallClock.system(), (spikes, eventMicros) -> watch.sent(spikes));
    }

    private static boolean send(Feed feed, Simulator simulator, SpikeProducer producer) throws Exception {
        feed.run(simulator);
        producer.flush();
        return true;
    }
}
