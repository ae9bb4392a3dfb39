package dev.hebb.stack;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Properties;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A controller without a broker, which runs until it has fenced the broker that was killed.
 *
 * <p>A single node that is killed and started again loads its transactions before it is registered, and Kafka 4.3.1
 * drops the markers of those that were being committed when its old registration expires
 * (docs/adr/039-a-killed-node-is-fenced-before-it-starts.md). With this phase first, the old registration has expired
 * before. That takes a second, and not nine as in the broker's own time-out.
 */
final class FencingController {
    private static final String SESSION_MILLIS = "1000";
    private static final String HEARTBEAT_MILLIS = "250";
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String FENCED_BROKERS = "kafka.controller:type=KafkaController,name=FencedBrokerCount";

    private FencingController() {}

    /**
     * Returns when the broker is fenced, which takes longer on a busy machine, or after half a minute: a broker that
     * was killed before it was registered for the first time has no partitions.
     *
     * @param settings of the node that is broker and controller
     */
    static void run(Properties settings) throws InterruptedException {
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(controllerOnly(settings)), Time.SYSTEM);
        controller.startup();
        try {
            awaitFenced();
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static Properties controllerOnly(Properties settings) {
        Properties controller = new Properties();
        controller.putAll(settings);
        controller.put("process.roles", "controller");
        controller.put("listeners", controllerListener(settings));
        controller.remove("advertised.listeners");
        controller.put("broker.session.timeout.ms", SESSION_MILLIS);
        controller.put("broker.heartbeat.interval.ms", HEARTBEAT_MILLIS);
        return controller;
    }

    private static String controllerListener(Properties settings) {
        String name = settings.getProperty("controller.listener.names");
        for (String listener : settings.getProperty("listeners").split(",")) {
            if (listener.startsWith(name + ":")) {
                return listener;
            }
        }
        throw new StackException("the broker's settings have no listener " + name);
    }

    private static void awaitFenced() throws InterruptedException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (fencedBrokers() == 0 && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static int fencedBrokers() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(FENCED_BROKERS);
            return beans.isRegistered(name) ? ((Number) beans.getAttribute(name, "Value")).intValue() : 0;
        } catch (JMException e) {
            throw new StackException("cannot read how many brokers are fenced: " + e.getMessage());
        }
    }
}
