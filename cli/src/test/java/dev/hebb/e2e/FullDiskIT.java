package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hebb.produce.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the state directory is full while a network fires, then there is space again: the app stops with a line
 * that says so, and when it is started again, the outputs are those of an undisturbed run. The disk is a file system in
 * memory, which only root can mount.
 */
class FullDiskIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int DISK_MIB = 256;

    /** Less than the app needs, and enough to close its stores. */
    private static final int LEFT_MIB = 24;

    private static final long HALF = FastLife.DURATION / 2;

    @Test
    void stopsWithAClearLineAndGoesOnWhenThereIsSpace(@TempDir Path directory) throws Exception {
        // Given
        Path disk = Files.createDirectories(directory.resolve("state"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", disk.toString()))
                .as("a file system in memory can be mounted, for which the tests must run as root")
                .isZero();
        try {
            stopsAndGoesOn(directory, disk);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void stopsAndGoesOn(Path directory, Path disk) throws Exception {
        FastLife life = new FastLife(SharedStack.connection("full-disk."), CalmLife.SHARDS).provision();
        try (AppProcess app = new AppProcess(life.connection(), life.settings(), directory)) {
            app.start();
            life.send(Speed.MAX, 0, HALF);
            life.awaitWindow(1, app);

            // When
            long free = Files.getFileStore(disk).getUsableSpace();
            Path filling =
                    Files.write(disk.resolve("filling"), new byte[Math.toIntExact(free - ((long) LEFT_MIB << 20))]);

            // Then
            Awaitility.await().atMost(TIMEOUT).until(app::hasEnded);
            assertThat(app.log()).contains("the disk of the state directory " + disk + " is full");

            // When
            Files.delete(filling);
            app.start();
            life.send(Speed.MAX, HALF, FastLife.DURATION);

            // Then
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(CalmLife.outputs());
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
