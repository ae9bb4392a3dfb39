package dev.hebb.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Checks settings of the brokers that make mistakes hard to see. */
final class BrokerSettingsCheck implements ClusterCheck {
    private static final String AUTO_CREATE = "auto.create.topics.enable";

    @Override
    public List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException {
        List<ConfigResource> brokers = context.admin().describeCluster().nodes().get().stream()
                .map(Node::idString)
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
                .toList();
        List<String> creating = new ArrayList<>();
        for (Map.Entry<ConfigResource, Config> broker :
                context.admin().describeConfigs(brokers).all().get().entrySet()) {
            ConfigEntry entry = broker.getValue().get(AUTO_CREATE);
            if (entry != null && Boolean.parseBoolean(entry.value())) {
                creating.add(broker.getKey().name());
            }
        }
        creating.sort(null);
        return creating.isEmpty()
                ? List.of()
                : List.of(CheckResult.warn(
                        "brokers make topics that do not exist (" + AUTO_CREATE + " of broker "
                                + String.join(", ", creating) + ")",
                        "set it to false: spikes under a misspelt --topic-prefix go to a topic that no app reads"));
    }
}
