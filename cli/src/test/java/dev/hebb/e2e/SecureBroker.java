package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.stack.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;

/**
 * A real broker that refuses clients without a password (SCRAM or PLAIN) or a token (OAUTHBEARER) over TLS, or a
 * certificate (mutual TLS), and whatever no rule allows. A listener without any is the operator's, who may do
 * everything.
 */
final class SecureBroker implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String HOST = "127.0.0.1:";

    /** In every password, so that a log can be searched for it. */
    static final String MARKER = "marker-0123456789abcdef";

    /** Who has a certificate; the principal is {@code User:CN=} and this. */
    static final String CERTIFIED = "hebb-lab";

    /** System property of Kafka with the URLs that may be asked for tokens and keys. */
    static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final Path directory;
    private final KeyPairs keys;
    private final List<Integer> ports = FreePorts.of(6);
    private final List<String> users;
    private final TokenServer tokens = new TokenServer(SecureBroker::password);
    private final KafkaNode node;

    private SecureBroker(Path directory, List<String> users) throws Exception {
        this.directory = directory;
        this.users = users;
        keys = new KeyPairs(directory, "keys-" + MARKER);
        keys.key("broker");
        keys.key(CERTIFIED);
        List<String> format = new ArrayList<>();
        for (String user : users) {
            format.addAll(List.of("--add-scram", "SCRAM-SHA-512=[name=" + user + ",password=" + password(user) + "]"));
        }
        node = KafkaNode.format(directory.resolve("node"), Uuid.randomUuid().toString(), settings(), format);
    }

    /** Starts a broker that has these users; returns when it answers. */
    static SecureBroker start(Path directory, List<String> users) throws Exception {
        SecureBroker broker = new SecureBroker(directory, users);
        broker.node.start(broker.allowedTokens());
        Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            try (Admin operator = broker.operator()) {
                return !operator.describeCluster().nodes().get().isEmpty();
            }
        });
        return broker;
    }

    private Map<String, String> settings() throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ports.get(0));
        settings.put("controller.listener.names", "CONTROLLER");
        String clients = "OPERATOR://" + HOST + ports.get(1) + ",SCRAM://" + scram() + ",MUTUAL://" + mutual()
                + ",PLAIN://" + plain() + ",OAUTH://" + oauth();
        settings.put("listeners", clients + ",CONTROLLER://" + HOST + ports.get(0));
        settings.put("advertised.listeners", clients);
        settings.put(
                "listener.security.protocol.map",
                "OPERATOR:PLAINTEXT,SCRAM:SASL_SSL,MUTUAL:SSL,PLAIN:SASL_SSL,OAUTH:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "OPERATOR");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.putAll(logins());
        settings.put("listener.name.mutual.ssl.client.auth", "required");
        settings.putAll(trusting(CERTIFIED));
        settings.putAll(key("broker"));
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        return settings;
    }

    private Map<String, String> logins() {
        StringBuilder passwords = new StringBuilder("org.apache.kafka.common.security.plain.PlainLoginModule required");
        users.forEach(user -> passwords
                .append(" user_")
                .append(user)
                .append("=\"")
                .append(password(user))
                .append('"'));
        return Map.ofEntries(
                Map.entry("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.scram.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("listener.name.plain.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.plain.plain.sasl.jaas.config", passwords + ";"),
                Map.entry("listener.name.oauth.sasl.enabled.mechanisms", "OAUTHBEARER"),
                Map.entry(
                        "listener.name.oauth.oauthbearer.sasl.jaas.config",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;"),
                Map.entry(
                        "listener.name.oauth.oauthbearer.sasl.server.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler"),
                Map.entry("sasl.oauthbearer.jwks.endpoint.url", tokens.keysUrl()),
                Map.entry("sasl.oauthbearer.expected.issuer", TokenServer.ISSUER),
                Map.entry("sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE));
    }

    private Map<String, String> trusting(String name) throws IOException, GeneralSecurityException {
        return Map.of(
                "ssl.truststore.location", keys.trust(name).toString(),
                "ssl.truststore.password", keys.password(),
                "ssl.truststore.type", "PKCS12");
    }

    private Map<String, String> key(String name) {
        return Map.of(
                "ssl.keystore.location", keys.store(name).toString(),
                "ssl.keystore.password", keys.password(),
                "ssl.key.password", keys.password(),
                "ssl.keystore.type", "PKCS12");
    }

    private static String password(String user) {
        return user + "-" + MARKER;
    }

    /** Where clients log in by a password. */
    String scram() {
        return HOST + ports.get(2);
    }

    /** Where clients log in by a certificate. */
    String mutual() {
        return HOST + ports.get(3);
    }

    /** Where clients log in by a password that is sent as it is. */
    String plain() {
        return HOST + ports.get(4);
    }

    /** Where clients log in by a token. */
    String oauth() {
        return HOST + ports.get(5);
    }

    /** The option of a JVM by which Kafka's clients and brokers may ask for tokens and their keys here. */
    String allowedTokens() {
        return "-D" + ALLOWED_URLS + "=" + allowedUrls();
    }

    String allowedUrls() {
        return tokens.tokenUrl() + "," + tokens.keysUrl();
    }

    /** A key and its certificate for a server, which the properties of all users trust for the registry. */
    Path serverKeys() {
        return keys.store("broker");
    }

    String keysPassword() {
        return keys.password();
    }

    /** Makes a properties file of a user with a password that is sent as it is, who logs in to the registry too. */
    Path propertiesOfPlain(String user) throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>(registry());
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                        + password(user) + "\";");
        return write(user + "-plain", settings);
    }

    /** Makes a properties file of a user with a client secret, for which there are tokens; see the other. */
    Path propertiesOfOauth(String user) throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>(registry());
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "OAUTHBEARER");
        settings.put("sasl.oauthbearer.token.endpoint.url", tokens.tokenUrl());
        settings.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        settings.put(
                "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        settings.put("sasl.oauthbearer.client.credentials.client.id", user);
        settings.put("sasl.oauthbearer.client.credentials.client.secret", password(user));
        return write(user + "-oauth", settings);
    }

    /** Trust in broker and registry, and the registry's password. */
    private Map<String, String> registry() throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>(trusting("broker"));
        trusting("broker").forEach((name, value) -> settings.put("schema.registry." + name, value));
        settings.put("basic.auth.credentials.source", "USER_INFO");
        settings.put("basic.auth.user.info", SecureRegistry.USER + ":" + SecureRegistry.PASSWORD);
        return settings;
    }

    /** Makes a properties file of a user with a password. */
    Path propertiesOf(String user) throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>(trusting("broker"));
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password(user) + "\";");
        return write(user, settings);
    }

    /** Makes a properties file of the user with a certificate. */
    Path propertiesOfCertified() throws IOException, GeneralSecurityException {
        Map<String, String> settings = new TreeMap<>(trusting("broker"));
        settings.putAll(key(CERTIFIED));
        settings.put("security.protocol", "SSL");
        return write(CERTIFIED, settings);
    }

    private Path write(String user, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve(user + ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** Allows what these rules say, beside what is allowed already. */
    void allow(Collection<AclBinding> rules) throws Exception {
        try (Admin operator = operator()) {
            operator.createAcls(rules).all().get();
        }
    }

    /** A client that may do everything. */
    Admin operator() {
        return Admin.create(Connection.to(HOST + ports.get(1), "").clientProperties());
    }

    /** What the authorizer refused, one line each. */
    List<String> refused() throws IOException {
        try (var lines = Files.lines(node.log())) {
            return lines.filter(line -> line.contains(" is Denied ")).toList();
        }
    }

    @Override
    public void close() {
        node.close();
        tokens.close();
    }
}
