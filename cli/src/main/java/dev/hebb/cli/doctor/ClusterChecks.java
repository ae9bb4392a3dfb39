package dev.hebb.cli.doctor;

import dev.hebb.client.Causes;
import dev.hebb.client.Connection;
import dev.hebb.client.Reachability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The checks of a cluster, in their order. One that fails does not stop the others. */
final class ClusterChecks {
    private static final int TIMEOUT_MILLIS = 10_000;

    private ClusterChecks() {}

    /** @param storeBytes what the state stores need */
    static List<CheckResult> of(Connection connection, AppFacts app, double storeBytes) throws InterruptedException {
        try {
            new Reachability(connection).checkKafka();
        } catch (IOException e) {
            return List.of(
                    CheckResult.fail(String.valueOf(e.getMessage()), "'hebb up' starts one; the other checks need it"));
        }
        Map<String, Object> config = connection.clientProperties();
        config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(config)) {
            CheckContext context = new CheckContext(connection, admin, app);
            List<CheckResult> results = new ArrayList<>(make(new KafkaCheck(), context));
            if (results.stream().noneMatch(CheckResult::failed)) {
                results.addAll(make(new BrokerSettingsCheck(), context));
                results.addAll(make(new TopicsCheck(), context));
            }
            boolean topicsAreThere = results.stream().noneMatch(CheckResult::failed);
            results.addAll(make(new RegistryCheck(), context));
            results.addAll(make(new AppCheck(), context));
            if (topicsAreThere) {
                results.addAll(make(new LagCheck(), context));
                results.addAll(make(new TransactionsCheck(), context));
                results.addAll(make(new ClockCheck(System::currentTimeMillis), context));
            }
            results.addAll(make(new DiskCheck(storeBytes), context));
            return results;
        } catch (KafkaException e) {
            // A client that cannot be made names its reason at the root, for instance a login that is refused.
            return List.of(cannotReach(connection, Causes.root(e)));
        }
    }

    private static List<CheckResult> make(ClusterCheck check, CheckContext context) throws InterruptedException {
        try {
            return check.run(context);
        } catch (ExecutionException e) {
            return List.of(cannotReach(context.connection(), Causes.of(e)));
        } catch (IOException e) {
            return List.of(CheckResult.warn("cannot be examined: " + e, ""));
        }
    }

    private static CheckResult cannotReach(Connection connection, Throwable cause) {
        return CheckResult.fail(
                "Kafka at " + connection.bootstrapServers() + " refuses or does not answer: " + cause.getMessage(),
                "start it ('hebb up'), give --bootstrap-servers, or --properties with how to log in");
    }
}
