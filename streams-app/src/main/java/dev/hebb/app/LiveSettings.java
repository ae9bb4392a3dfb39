package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.config.HebbConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that results depend on and that are not pinned to the application: order of spikes, evidence, rules, stages,
 * profiles. They may change from one start of an application to the next. But all instances that run at the same time
 * must have the same values, or a dendrite would learn differently after its shard has moved.
 */
final class LiveSettings {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveSettings.class);

    /** Prefixes of the settings that no result depends on. */
    private static final List<String> OWN_BUSINESS = List.of("hebb.streams.", "hebb.http.");

    /** Of settings that no result depends on either; they are written, because earlier builds compare them. */
    private static final String TOPICS = "hebb.topics.";

    private final Connection connection;
    private final SettingsTopic topic;

    LiveSettings(Connection connection, SettingsTopic topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /**
     * Compares with the instance that started last; says what holds from now on if none is running.
     *
     * @throws IllegalStateException naming the settings that differ from those of running instances
     * @throws IOException if the cluster does not say whether there are any
     */
    void check(HebbConfig config) throws IOException, InterruptedException {
        String applicationId = config.streams().applicationId();
        String key = applicationId + "/live";
        TreeMap<String, String> own = of(config);
        TreeMap<String, String> last = topic.read(key);
        SettingsDifference difference = difference(last == null ? Map.of() : last, own);
        if (difference.isEmpty()) {
            return;
        }
        if (last != null) {
            if (isRunning(applicationId)) {
                throw new IllegalStateException("instances of application '" + applicationId + "' are running with "
                        + difference.theirs() + "; this one has " + difference.own()
                        + ": set it back, or stop them all first. One that was killed counts as running for 6 s");
            }
            LOGGER.info(
                    "settings changed since the last start: {}; they were {}", difference.own(), difference.theirs());
        }
        topic.write(key, own);
    }

    /** The settings in which two instances learn differently. */
    static SettingsDifference difference(Map<String, String> theirs, Map<String, String> own) {
        return SettingsDifference.between(ofResults(theirs), ofResults(own));
    }

    private static Map<String, String> ofResults(Map<String, String> settings) {
        Map<String, String> compared = new TreeMap<>(settings);
        compared.keySet().removeIf(name -> name.startsWith(TOPICS));
        return compared;
    }

    private static TreeMap<String, String> of(HebbConfig config) {
        TreeMap<String, String> settings = new TreeMap<>(config.effective());
        settings.keySet().removeIf(PinnedSettings::isPinned);
        settings.keySet().removeIf(name -> OWN_BUSINESS.stream().anyMatch(name::startsWith));
        return settings;
    }

    private boolean isRunning(String applicationId) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            ConsumerGroupDescription group = Objects.requireNonNull(admin.describeConsumerGroups(List.of(applicationId))
                            .describedGroups()
                            .get(applicationId))
                    .get();
            return !group.members().isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new IOException(
                    "Kafka does not say whether instances of '" + applicationId + "' are running: " + e.getCause(), e);
        }
    }
}
