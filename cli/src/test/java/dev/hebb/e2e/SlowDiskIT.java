package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hebb.client.Connection;
import dev.hebb.produce.Speed;
import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slow disks: each write and each sync of broker and state directory takes some milliseconds longer, and the broker
 * stands still for longer than a session, as with a disk that does not answer. The outputs are those of an undisturbed
 * run. Writes are slowed by a library in C, and the test is skipped where there is no compiler.
 */
class SlowDiskIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int SLOWER_MILLIS = 3;
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Path SOURCE = Path.of("src", "test", "c", "slow_disk.c");

    private final Path directory;
    private final Path library;
    private final List<Integer> ports;

    SlowDiskIT(@TempDir Path directory) throws IOException {
        this.directory = directory.toRealPath();
        library = this.directory.resolve("slow_disk.so");
        ports = FreePorts.of(2);
    }

    @BeforeEach
    void compile() throws Exception {
        assumeThat(run("cc", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString(), "-ldl"))
                .as("there is a C compiler")
                .isZero();
    }

    @Test
    void slowDisksOfBrokerAndStateChangeNothing() throws Exception {
        // Given
        Path brokerMark = directory.resolve("broker-was-slow");
        Path stateMark = directory.resolve("state-was-slow");
        KafkaNode broker = KafkaNode.single(directory.resolve("node"), ports, Map.of());
        broker.withEnvironment(slow(broker.partitions(), brokerMark)).start();
        awaitBroker();
        FastLife life = new FastLife(SharedStack.connection(servers(), "slow-disk."), CalmLife.SHARDS).provision();
        try (broker;
                AppProcess app = new AppProcess(life.connection(), life.settings(), directory)
                        .withEnvironment(slow(directory.resolve("state"), stateMark))) {
            app.start();

            // When
            Background.during(() -> life.send(Speed.MAX), () -> {
                life.awaitWindow(20, app);
                broker.freeze(STANDSTILL);
                life.awaitFurther(app);
                broker.freeze(STANDSTILL);
            });

            // Then
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(CalmLife.outputs());
            app.stop();
            assertThat(brokerMark).exists();
            assertThat(stateMark).exists();
        }
    }

    private Map<String, String> slow(Path slowed, Path mark) {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "SLOW_DISK_DIRECTORY", slowed.toString(),
                "SLOW_DISK_MILLIS", Integer.toString(SLOWER_MILLIS),
                "SLOW_DISK_MARK", mark.toString());
    }

    private void awaitBroker() {
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin admin = Admin.create(Connection.to(servers(), "").clientProperties())) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    private String servers() {
        return "127.0.0.1:" + ports.get(0);
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
