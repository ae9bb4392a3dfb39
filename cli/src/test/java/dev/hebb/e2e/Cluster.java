package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/**
 * Three real Kafka nodes of one KRaft quorum on the loopback address. Each is broker and controller, and can be killed
 * and started again. Clients reach a broker directly, or through a {@link CutProxy}; brokers reach each other directly.
 * The registry is the shared stack's.
 */
final class Cluster implements AutoCloseable {
    /** Nodes, with the ids 1 to 3. */
    static final int NODES = 3;

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String HOST = "127.0.0.1:";

    private final List<Integer> direct;
    private final List<Integer> controllers;
    private final List<Integer> proxied;
    private final List<KafkaNode> nodes = new ArrayList<>();
    private final List<CutProxy> proxies = new ArrayList<>();
    /** Where the brokers listen behind the proxies. */
    private final List<Integer> behind;

    private Cluster() throws IOException {
        List<Integer> ports = FreePorts.of(4 * NODES);
        direct = ports.subList(0, NODES);
        controllers = ports.subList(NODES, 2 * NODES);
        proxied = ports.subList(2 * NODES, 3 * NODES);
        behind = ports.subList(3 * NODES, 4 * NODES);
        for (int node = 0; node < NODES; node++) {
            proxies.add(new CutProxy(proxied.get(node), behind.get(node)));
        }
    }

    /** Starts three nodes in a directory; returns when all are there. */
    static Cluster start(Path directory) throws IOException {
        Cluster cluster = new Cluster();
        String id = Uuid.randomUuid().toString();
        for (int node = 0; node < NODES; node++) {
            KafkaNode made =
                    KafkaNode.format(directory.resolve("node-" + (node + 1)), id, cluster.settings(node), List.of());
            cluster.nodes.add(made);
            made.start();
        }
        cluster.awaitAll();
        return cluster;
    }

    private Map<String, String> settings(int node) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("node.id", Integer.toString(node + 1));
        settings.put(
                "controller.quorum.voters",
                IntStream.range(0, NODES)
                        .mapToObj(voter -> (voter + 1) + "@" + HOST + controllers.get(voter))
                        .collect(Collectors.joining(",")));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "DIRECT://" + HOST + direct.get(node) + ",PROXIED://" + HOST + behind.get(node) + ",CONTROLLER://"
                        + HOST + controllers.get(node));
        settings.put(
                "advertised.listeners",
                "DIRECT://" + HOST + direct.get(node) + ",PROXIED://" + HOST + proxied.get(node));
        settings.put("listener.security.protocol.map", "DIRECT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "DIRECT");
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        // A dead broker is missed after 5 s instead of 9.
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        return settings;
    }

    /** A connection straight to the brokers. */
    Connection connection(String prefix) {
        return connection(direct, prefix);
    }

    /** A connection through the network that {@link #cut} cuts. */
    Connection proxied(String prefix) {
        return connection(proxied, prefix);
    }

    private static Connection connection(List<Integer> ports, String prefix) {
        String servers = ports.stream().map(port -> HOST + port).collect(Collectors.joining(","));
        return SharedStack.connection(servers, prefix);
    }

    /** The id of the active controller. */
    int controller() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
        }
    }

    /** The ids of the nodes that are not the active controller. */
    List<Integer> followers() throws Exception {
        int leader = controller();
        return IntStream.rangeClosed(1, NODES)
                .filter(id -> id != leader)
                .boxed()
                .toList();
    }

    void kill(int id) {
        nodes.get(id - 1).kill();
    }

    /** Starts a killed node again, and waits until it has all records that the others have. */
    void bringBack(int id) throws IOException {
        nodes.get(id - 1).start();
        awaitAll();
    }

    /** Cuts the network between the clients behind the proxies and all brokers. */
    void cut() {
        proxies.forEach(CutProxy::cut);
    }

    void heal() {
        proxies.forEach(CutProxy::heal);
    }

    /** Waits until all nodes are brokers again, and every partition has all its replicas in sync. */
    private void awaitAll() {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .failFast(() -> nodes.forEach(KafkaNode::requireRunning))
                .until(() -> {
                    try (Admin admin = admin()) {
                        return admin.describeCluster().nodes().get().size() == NODES && allInSync(admin);
                    }
                });
    }

    private static boolean allInSync(Admin admin) throws Exception {
        return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }

    /** A client that reaches the brokers directly. */
    Admin admin() {
        return Admin.create(connection("").clientProperties());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(KafkaNode::close);
        for (CutProxy proxy : proxies) {
            proxy.close();
        }
    }
}
