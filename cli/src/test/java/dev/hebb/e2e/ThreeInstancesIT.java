package dev.hebb.e2e;

import dev.hebb.produce.Speed;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Law 3 with three instances that have standbys, under load: one killed, one frozen until the group has given it up and
 * then woken, each of them restarted in turn; every output topic holds what it holds after an undisturbed run of one
 * instance, record for record. How long a takeover takes is printed and not judged.
 */
@Execution(ExecutionMode.CONCURRENT)
class ThreeInstancesIT {
    private static final int INSTANCES = 3;
    private static final String GROUP = "three.hebb";

    private final Path directory;
    private final FastLife life;

    ThreeInstancesIT(@TempDir Path directory) {
        this.directory = directory;
        life = new FastLife(SharedStack.connection("three."), CalmLife.SHARDS);
    }

    @Test
    void instancesThatAreKilledFrozenAndRestartedChangeNothing() throws Exception {
        life.provision();
        try (Instances instances = new Instances(life, INSTANCES, directory)) {
            instances.start();
            Background.during(() -> life.send(new Speed(5)), () -> {
                life.awaitWindow(10, instances.array());
                killAndBringBack(instances);
                freezeAndWake(instances);
                for (AppProcess app : instances.all()) {
                    app.stop();
                    app.start();
                    instances.awaitAllReady();
                }
            });
            life.awaitWindow(FastLife.LAST_WINDOW, instances.array());
            life.awaitEqual(CalmLife.outputs());
        }
    }

    private void killAndBringBack(Instances instances) throws Exception {
        AppProcess victim = instances.busiest();
        long begin = System.nanoTime();
        victim.kill();
        life.awaitFurther();
        print("killed", begin);
        victim.start();
        instances.awaitAllReady();
    }

    private void freezeAndWake(Instances instances) throws Exception {
        AppProcess victim = instances.busiest();
        long begin = System.nanoTime();
        victim.freeze();
        try {
            awaitMembers(INSTANCES - 1);
            life.awaitFurther();
            print("frozen", begin);
        } finally {
            victim.wake();
        }
        awaitMembers(INSTANCES);
        instances.awaitAllReady();
    }

    private static void print(String what, long begin) {
        System.out.printf(
                Locale.ROOT,
                "%s: every shard closes windows elsewhere after %.1f s%n",
                what,
                (System.nanoTime() - begin) / 1e9);
    }

    private void awaitMembers(int count) {
        try (Admin admin = Admin.create(life.connection().clientProperties())) {
            Members.await(admin, GROUP, members -> members == count);
        }
    }
}
