package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.produce.Speed;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Law 3 on three brokers: each of them killed in mid-stream, the active controller among them, and the network between
 * app and brokers cut for longer than the app's session; every output topic holds what it holds after an undisturbed
 * run on one broker, record for record.
 */
@Execution(ExecutionMode.CONCURRENT)
class ManyBrokersIT {
    private static final String GROUP = "many.hebb";

    private static Cluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        cluster = Cluster.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void brokersThatAreKilledAndANetworkThatIsCutChangeNothing(@TempDir Path directory) throws Exception {
        FastLife life = new FastLife(cluster.connection("many."), CalmLife.SHARDS).provision();
        Connection ofApp = cluster.proxied("many.");
        try (AppProcess app = new AppProcess(ofApp, life.settings(), directory)) {
            app.start();
            Background.during(() -> life.send(new Speed(5)), () -> {
                life.awaitWindow(20, app);
                everyTopicHasThreeReplicas();
                for (int follower : cluster.followers()) {
                    killAndBringBack(follower, life, app);
                }
                killAndBringBack(cluster.controller(), life, app);
                cutAndHeal();
            });
            life.awaitWindow(FastLife.LAST_WINDOW, app);
            life.awaitEqual(CalmLife.outputs());
        }
    }

    /** The windows go on while the broker is away, before it is started again. */
    private static void killAndBringBack(int id, FastLife life, AppProcess app) throws Exception {
        cluster.kill(id);
        life.awaitFurther(app);
        cluster.bringBack(id);
    }

    /** Until the group has given the app up. */
    private static void cutAndHeal() {
        try (Admin admin = cluster.admin()) {
            Members.await(admin, GROUP, members -> members > 0);
            cluster.cut();
            Members.await(admin, GROUP, members -> members == 0);
            cluster.heal();
        }
    }

    private static void everyTopicHasThreeReplicas() throws Exception {
        try (Admin admin = cluster.admin()) {
            assertThat(admin.describeTopics(admin.listTopics().names().get())
                            .allTopicNames()
                            .get()
                            .values())
                    .flatExtracting(TopicDescription::partitions)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        }
    }
}
