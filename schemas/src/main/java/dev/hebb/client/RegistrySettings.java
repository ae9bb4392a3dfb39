package dev.hebb.client;

import java.net.URI;
import java.net.URISyntaxException;
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
    private static final String CLIENT = "schema.registry.";
    private static final String TLS = CLIENT + "ssl.";
    private static final String BASIC = "basic.auth.";
    private static final String SOURCE = BASIC + "credentials.source";
    private static final String USER_INFO = BASIC + "user.info";
    private static final Set<String> SOURCES = Set.of("USER_INFO", "SASL_INHERIT", "URL");
    private static final String BEARER = "bearer.auth.";
    private static final String BEARER_SOURCE = BEARER + "credentials.source";
    private static final String TOKEN = BEARER + "token";
    /** The client's other sources use classes that Kafka 4 does not have. */
    private static final String STATIC_TOKEN = "STATIC_TOKEN";

    /** What is sent with a token: names of a cluster and of a pool of identities. */
    private static final Set<String> BEARER_NAMES =
            Set.of(BEARER_SOURCE, TOKEN, BEARER + "logical.cluster", BEARER + "identity.pool.id");

    private RegistrySettings() {}

    /**
     * Checks that they can be meant as they are; a message never has a value that may be a secret.
     *
     * @param url of the registry
     * @throws IllegalArgumentException naming the setting
     */
    static void check(Map<String, String> properties, String url) {
        for (String name : new TreeSet<>(properties.keySet())) {
            if (name.startsWith(TLS)) {
                known(name, SslConfigs.RECONFIGURABLE_CONFIGS, name.substring(CLIENT.length()));
            } else if (name.startsWith(BASIC) || name.startsWith(CLIENT + BASIC)) {
                known(name, Set.of(SOURCE, USER_INFO), name);
            } else if (name.startsWith(BEARER) || name.startsWith(CLIENT + BEARER)) {
                known(name, BEARER_NAMES, name);
            }
        }
        readable(TLS + "truststore.location", properties);
        readable(TLS + "keystore.location", properties);
        basic(properties.get(SOURCE), properties.get(USER_INFO));
        bearer(properties.get(BEARER_SOURCE), properties.get(TOKEN));
        if (isNotTold(url)) {
            throw new IllegalArgumentException("the schema registry's URL has an @, and is not of the form"
                    + " http://NAME:PASSWORD@HOST:PORT; give " + SOURCE + "=USER_INFO and " + USER_INFO
                    + "=NAME:PASSWORD in the properties instead");
        }
        if ("URL".equals(properties.get(SOURCE)) && url.indexOf('@') < 0) {
            throw new IllegalArgumentException(
                    SOURCE + "=URL has no effect without a name and a password in the URL of the schema registry");
        }
    }

    /** Returns whether a URL may have a password, and it cannot be told where it begins and ends. */
    private static boolean isNotTold(String url) {
        if (url.indexOf('@') < 0) {
            return false;
        }
        try {
            return new URI(url).getUserInfo() == null;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static void known(String name, Set<String> names, String key) {
        if (!names.contains(key) && !SslConfigs.NON_RECONFIGURABLE_CONFIGS.contains(key)) {
            throw new IllegalArgumentException(
                    "there is no setting " + name + " of the schema registry's client; " + instead(name));
        }
    }

    private static String instead(String name) {
        if (name.startsWith(TLS)) {
            return "its settings of TLS are Kafka's, with the prefix " + CLIENT;
        }
        return name.contains(BEARER)
                ? "for a token give " + BEARER_SOURCE + "=" + STATIC_TOKEN + " and " + TOKEN
                : "for a password give " + SOURCE + "=USER_INFO and " + USER_INFO + "=NAME:PASSWORD";
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

    private static void bearer(@Nullable String source, @Nullable String token) {
        if (source != null && !source.equals(STATIC_TOKEN)) {
            throw new IllegalArgumentException(BEARER_SOURCE + " is of another kind; it must be " + STATIC_TOKEN
                    + ", because the other ones of the registry's client do not run with Kafka 4");
        }
        if (token != null && source == null) {
            throw new IllegalArgumentException(
                    TOKEN + " has no effect without " + BEARER_SOURCE + "=" + STATIC_TOKEN + "; add it");
        }
        if (source != null && (token == null || token.isBlank())) {
            throw new IllegalArgumentException(
                    BEARER_SOURCE + " is " + STATIC_TOKEN + ", so that " + TOKEN + " must be given");
        }
    }
}
