package dev.hebb.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.client.Connection;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import java.util.Map;

/** Finds the id of the application that reads spikes: the running app's, else the one that an app would have. */
final class ApplicationId {
    private ApplicationId() {}

    static String of(ConnectionOptions cluster, Connection connection) {
        try {
            JsonNode id = cluster.app().json("/v1/config").findValue("applicationId");
            if (id != null && id.isTextual()) {
                return id.asText();
            }
        } catch (CliException noneAnswers) {
            return assumed(connection);
        }
        return assumed(connection);
    }

    private static String assumed(Connection connection) {
        return ConfigReader.read(Settings.of(connection.properties(), Map.of(), Map.of()))
                .behind(connection.topics().prefix())
                .streams()
                .applicationId();
    }
}
