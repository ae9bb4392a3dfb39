package dev.hebb.cli.stack;

import dev.hebb.app.HebbApp;
import dev.hebb.cli.support.CliException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;

/** The app in this process: it runs until a signal asks it to stop, or until it gives up by itself. */
final class AppRun {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final HebbApp app;
    private final CountDownLatch asked = new CountDownLatch(1);

    AppRun(HebbApp app) {
        this.app = app;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-app"));
    }

    /**
     * Waits for the end.
     *
     * @throws CliException if the app gave up by itself
     */
    int awaitStop() throws InterruptedException {
        while (!asked.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            KafkaStreams.State state = app.pipeline().streams().state();
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
