package dev.hebb.cli.doctor;

import dev.hebb.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Looks at a cluster, check by check; one that fails does not keep the others from being made. */
final class Examination {
    private static final int PATIENCE_MILLIS = 10_000;

    private Examination() {}

    /** @param storeBytes what the state stores need */
    static List<Finding> of(Connection connection, AppFacts app, double storeBytes) throws InterruptedException {
        Map<String, Object> config = connection.clientProperties();
        config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(config)) {
            Patient patient = new Patient(connection, admin, app);
            List<Finding> findings = new ArrayList<>(make(new KafkaCheck(), patient));
            if (findings.stream().noneMatch(Finding::failed)) {
                findings.addAll(make(new TopicsCheck(), patient));
            }
            boolean topicsAreThere = findings.stream().noneMatch(Finding::failed);
            findings.addAll(make(new RegistryCheck(), patient));
            findings.addAll(make(new AppCheck(), patient));
            if (topicsAreThere) {
                findings.addAll(make(new LagCheck(), patient));
                findings.addAll(make(new ClockCheck(System::currentTimeMillis), patient));
            }
            findings.addAll(make(new DiskCheck(storeBytes), patient));
            return findings;
        } catch (KafkaException e) {
            return List.of(cannotReach(connection, e));
        }
    }

    private static List<Finding> make(Check check, Patient patient) throws InterruptedException {
        try {
            return check.run(patient);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(cannotReach(patient.connection(), cause));
        } catch (IOException e) {
            return List.of(Finding.warn("cannot be examined: " + e, ""));
        }
    }

    private static Finding cannotReach(Connection connection, Throwable cause) {
        return Finding.fail(
                "Kafka at " + connection.bootstrapServers() + " refuses or does not answer: " + cause.getMessage(),
                "start it ('hebb up'), give --bootstrap-servers, or --properties with how to log in");
    }
}
