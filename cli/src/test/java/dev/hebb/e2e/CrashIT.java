package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.produce.Speed;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.Service;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3: kill -9 of the app, twice, and of the broker, once, in mid-stream, and every output topic holds what it holds
 * after an undisturbed run, record for record, with commands in the stream; for a network that is one task and for one
 * that is several shards.
 */
class CrashIT {
    private record Run(FastLife life, AppProcess app) implements AutoCloseable {
        @Override
        public void close() {
            app.close();
        }
    }

    @Test
    void killsChangeNothingThatIsCommitted(@TempDir Path directory) throws Exception {
        try (TemporaryStack temporary = TemporaryStack.start();
                Run calmTask = run(temporary.stack(), directory, "calm-task.", 1);
                Run roughTask = run(temporary.stack(), directory, "rough-task.", 1);
                Run calmShards = run(temporary.stack(), directory, "calm-shards.", 3);
                Run roughShards = run(temporary.stack(), directory, "rough-shards.", 3)) {
            runCalmly(List.of(calmTask, calmShards));
            runRoughly(List.of(roughTask, roughShards), temporary.stack());
            roughTask.life().awaitEqual(calmTask.life().outputs());
            roughShards.life().awaitEqual(calmShards.life().outputs());
        }
    }

    private static Run run(LocalStack stack, Path directory, String prefix, int shards) throws Exception {
        Connection connection =
                new Connection(stack.bootstrapServers(), stack.schemaRegistry(), Map.of(), new TopicNames(prefix));
        FastLife life = new FastLife(connection, shards).provision();
        return new Run(life, new AppProcess(connection, life.settings(), directory.resolve(prefix)));
    }

    private static void runCalmly(List<Run> runs) throws Exception {
        for (Run run : runs) {
            run.app().start();
            run.life().send(Speed.MAX);
        }
        awaitWindow(runs, FastLife.LAST_WINDOW);
    }

    private static void runRoughly(List<Run> runs, LocalStack stack) throws Exception {
        ExecutorService producers = Executors.newCachedThreadPool();
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Run run : runs) {
                run.app().start();
                sent.add(producers.submit(() -> run.life().send(new Speed(6))));
            }
            awaitWindow(runs, 60);
            restart(runs);
            awaitWindow(runs, 110);
            stack.kill(Service.BROKER);
            stack.restart(Service.BROKER);
            awaitWindow(runs, 160);
            restart(runs);
            for (Future<?> producer : sent) {
                producer.get();
            }
            awaitWindow(runs, FastLife.LAST_WINDOW);
        } finally {
            producers.shutdownNow();
        }
    }

    private static void restart(List<Run> runs) throws IOException {
        for (Run run : runs) {
            run.app().kill();
            run.app().start();
        }
    }

    private static void awaitWindow(List<Run> runs, long window) {
        runs.forEach(run -> run.life().awaitWindow(window, run.app()));
    }
}
