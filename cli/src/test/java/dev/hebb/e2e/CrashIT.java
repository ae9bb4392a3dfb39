package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.produce.Speed;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.Service;
import dev.hebb.stack.TemporaryStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3: kill -9 of apps and broker at random moments, and every output topic holds what it holds after an undisturbed
 * run, record for record, with commands in the stream; for a network that is one task and for one that is several
 * shards. Prints the time from each kill until windows close again. {@code -Dhebb.crash.kills=N} for more kills,
 * {@code -Dhebb.crash.seed=N} for other moments.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("hebb.crash.kills", 3);
    private static final long SEED = Long.getLong("hebb.crash.seed", 1);
    /** Time for a kill and what follows it, so that the next one comes when windows close again. */
    private static final int SECONDS_A_KILL = 13;

    private static final double SPEED = FastLife.DURATION / 1e6 / (SECONDS_A_KILL * KILLS);

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
        Connection connection = stack.connection().with(new TopicNames(prefix));
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
                sent.add(producers.submit(() -> run.life().send(new Speed(SPEED))));
            }
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                awaitWindow(runs, (long) (FastLife.LAST_WINDOW * (kill + random.nextDouble()) / (KILLS + 1)));
                Thread.sleep(random.nextInt(1_000));
                kill(kill % 3 == 1, runs, stack);
            }
            for (Future<?> producer : sent) {
                producer.get();
            }
            awaitWindow(runs, FastLife.LAST_WINDOW);
        } finally {
            producers.shutdownNow();
        }
    }

    private static void kill(boolean broker, List<Run> runs, LocalStack stack) throws Exception {
        long killed = System.nanoTime();
        if (broker) {
            stack.kill(Service.BROKER);
            stack.restart(Service.BROKER);
        } else {
            for (Run run : runs) {
                run.app().kill();
                run.app().start();
            }
        }
        List<Long> next = new ArrayList<>();
        for (Run run : runs) {
            next.add(run.life().nextWindow());
        }
        for (int r = 0; r < runs.size(); r++) {
            Run run = runs.get(r);
            run.life().awaitWindow(next.get(r), run.app());
            System.out.printf(
                    "%s killed, %d shards: all close windows again after %.1f s%n",
                    broker ? "broker" : "apps", run.life().shards(), (System.nanoTime() - killed) / 1e9);
        }
    }

    private static void awaitWindow(List<Run> runs, long window) {
        runs.forEach(run -> run.life().awaitWindow(window, run.app()));
    }
}
