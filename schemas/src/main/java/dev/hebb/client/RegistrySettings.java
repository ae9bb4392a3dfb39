package dev.hebb.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/**
 * Settings by which the registry's client logs in and checks certificates. The client passes over what it does not
 * know, and would then ask without a password, or trust what the JVM trusts.
 */
final class RegistrySettings {
    private static final String TLS = "schema.registry.ssl.";
    private static final String BASIC = "basic.auth.";
    private static final String SOURCE = BASIC + "credentials.source";
    private static final String USER_INFO = BASIC + "user.info";
    private static final Set<String> SOURCES = Set.of("USER_INFO", "SASL_INHERIT", "URL");

    private RegistrySettings() {}

    /**
     * Checks that they can be meant as they are; a message never has a value that may be a secret.
     *
     * @throws IllegalArgumentException naming the setting
     */
    static void check(Map<String, String> properties) {
        for (String name : new TreeSet<>(properties.keySet())) {
            if (name.startsWith(TLS)) {
                known(name, SslConfigs.RECONFIGURABLE_CONFIGS, name.substring("schema.registry.".length()));
            } else if (name.startsWith(BASIC)) {
                known(name, Set.of(SOURCE, USER_INFO), name);
            }
        }
        readable(TLS + "truststore.location", properties);
        readable(TLS + "keystore.location", properties);
        basic(properties.get(SOURCE), properties.get(USER_INFO));
    }

    private static void known(String name, Set<String> names, String key) {
        if (!names.contains(key) && !SslConfigs.NON_RECONFIGURABLE_CONFIGS.contains(key)) {
            throw new IllegalArgumentException("there is no setting " + name + " of the schema registry's client; "
                    + (name.startsWith(TLS)
                            ? "its settings of TLS are Kafka's, behind schema.registry."
                            : "for a password give " + SOURCE + "=USER_INFO and " + USER_INFO + "=NAME:PASSWORD"));
        }
    }

    private static void readable(String name, Map<String, String> properties) {
        String file = properties.get(name);
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException(name + " is " + file + ", which cannot be read");
        }
    }

    private static void basic(@Nullable String source, @Nullable String userInfo) {
        if (source != null && !SOURCES.contains(source)) {
            throw new IllegalArgumentException(
                    SOURCE + " is '" + source + "'; it must be USER_INFO, SASL_INHERIT or URL");
        }
        if (userInfo != null && source == null) {
            throw new IllegalArgumentException(USER_INFO + " has no effect without " + SOURCE + "=USER_INFO; add it");
        }
        if ("USER_INFO".equals(source) && (userInfo == null || userInfo.indexOf(':') < 1)) {
            throw new IllegalArgumentException(
                    SOURCE + " is USER_INFO, so that " + USER_INFO + " must be a name, a colon and a password");
        }
    }
}
