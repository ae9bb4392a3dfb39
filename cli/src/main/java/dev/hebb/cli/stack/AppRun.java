package dev.hebb.cli.stack;

import dev.hebb.app.HebbApp;
import dev.hebb.cli.support.CliException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;

/** The app in this process, which runs until a signal stops it or until it fails. */
final class AppRun {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final HebbApp app;
    private final CountDownLatch asked = new CountDownLatch(1);

    AppRun(HebbApp app) {
        this.app = app;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-app"));
    }

    /**
     * Waits until the app is asked to stop.
     *
     * @throws CliException if the app fails
     */
    int awaitStop() throws InterruptedException {
        while (!asked.await(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
            KafkaStreams.State state = app.pipeline().streams().state();
            List<String> faults = app.pipeline().condition().faults();
            if (!faults.isEmpty()) {
                throw new CliException("the app stops: " + String.join("; ", faults));
            }
            if (state.hasCompletedShutdown()) {
                throw new CliException("the app gave up (" + state + "); its log says why");
            }
        }
        return 0;
    }

    private void stop() {
        asked.countDown();
        app.close();
    }
}
