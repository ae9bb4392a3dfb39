package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.hebb.api.ApiServer;
import dev.hebb.api.access.Access;
import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.client.Connection;
import dev.hebb.client.Reachability;
import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.HttpConfigBuilder;
import dev.hebb.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A marker in every secret is nowhere in logs, errors and answers. */
class SecretsTest {
    private static final String MARKER = "marker-0123456789abcdef";
    private static final String TOKENS = "http://127.0.0.1:1/token";
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    @BeforeAll
    static void allowTokens() {
        System.setProperty(ALLOWED, TOKENS);
    }

    @AfterAll
    static void forbidTokens() {
        System.clearProperty(ALLOWED);
    }

    /** Settings of a login to Kafka, each with a secret. */
    static List<Map<String, String>> logins() {
        String modules = "org.apache.kafka.common.security.";
        return List.of(
                Map.of(
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        modules + "plain.PlainLoginModule required username=\"anna\" password=\"" + MARKER + "\";"),
                Map.of(
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        modules + "scram.ScramLoginModule required username=\"anna\" password=\"" + MARKER + "\";"),
                oauth(Map.of(
                        "sasl.jaas.config",
                        modules + "oauthbearer.OAuthBearerLoginModule required clientId=\"anna\" clientSecret=\""
                                + MARKER + "\";")),
                oauth(Map.of(
                        "sasl.jaas.config",
                        modules + "oauthbearer.OAuthBearerLoginModule required;",
                        "sasl.oauthbearer.client.credentials.client.id",
                        "anna",
                        "sasl.oauthbearer.client.credentials.client.secret",
                        MARKER)));
    }

    private static Map<String, String> oauth(Map<String, String> secret) {
        Map<String, String> login = new TreeMap<>(secret);
        login.put("sasl.mechanism", "OAUTHBEARER");
        login.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        login.put("sasl.oauthbearer.token.endpoint.url", TOKENS);
        login.put("sasl.login.retry.backoff.ms", "10");
        login.put("sasl.login.retry.backoff.max.ms", "100");
        return login;
    }

    private static Map<String, String> withSecrets(Path tokens) {
        return new TreeMap<>(Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "ssl.keystore.password",
                MARKER,
                "ssl.key.password",
                MARKER,
                "ssl.truststore.password",
                MARKER,
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "anna:" + MARKER,
                "schema.registry.ssl.truststore.password",
                MARKER,
                "schema.registry.ssl.keystore.password",
                MARKER,
                "schema.registry.ssl.key.password",
                MARKER,
                "hebb.http.token-file",
                tokens.toString()));
    }

    private static void listTopics(Connection connection) throws ExecutionException, InterruptedException {
        Map<String, Object> client = connection.clientProperties();
        client.put("default.api.timeout.ms", 500);
        client.put("request.timeout.ms", 500);
        try (Admin admin = Admin.create(client)) {
            admin.listTopics().names().get();
        }
    }

    @ParameterizedTest
    @MethodSource("logins")
    void noLogErrorOrAnswerHasASecret(Map<String, String> login, @TempDir Path folder) throws IOException {
        // Given
        Path tokens = Files.writeString(folder.resolve("tokens"), "commander anna " + MARKER + "\n");
        Path none = Files.writeString(folder.resolve("none.p12"), "no store");
        Path password = Files.writeString(folder.resolve("password"), MARKER + "\n");
        Map<String, String> properties = withSecrets(tokens);
        properties.putAll(login);
        String registry = "http://anna:" + MARKER + "@127.0.0.1:1";
        Connection connection = new Connection("127.0.0.1:1", registry, properties, TopicNames.DEFAULT);
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);

        // When
        HebbConfig config = ConfigReader.read(Settings.of(properties, Map.of(), Map.of()));
        Access access = Access.of(config.http());
        Throwable unreachable = catchThrowable(() -> new Reachability(connection).check(Duration.ZERO));
        Throwable unopened = catchThrowable(() -> connection.registry().getAllSubjects());
        Throwable unasked = catchThrowable(
                () -> connection.with(withoutStores(properties)).registry().getAllSubjects());
        Throwable refused = catchThrowable(() -> listTopics(connection));
        Throwable notOpened = catchThrowable(
                () -> Access.of(new HttpConfigBuilder().keystore(none, password).build()));
        root.detachAppender(log);
        root.setLevel(before);

        // Then
        assertThat(unasked).isInstanceOf(IOException.class);
        assertThat(access.caller("Bearer " + MARKER, null, null)).isPresent();
        for (Throwable error : new Throwable[] {unreachable, unopened, unasked, refused, notOpened}) {
            assertThat(error).isNotNull();
            assertThat(Throwables.getStackTrace(error)).doesNotContain(MARKER);
        }
        assertThat(ApiServer.json().writeValueAsString(ConfigAnswer.of(config, "")))
                .contains(tokens.toString())
                .doesNotContain(MARKER);
        assertThat(List.of(connection.toString(), config.toString(), access.toString()))
                .allSatisfy(text -> assertThat(text).doesNotContain(MARKER));
        assertThat(List.copyOf(log.list)).isNotEmpty().allSatisfy(event -> assertThat(event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .doesNotContain(MARKER));
    }

    /** With a password of a store but without the store, the registry's client is not made, and asks nothing. */
    private static Map<String, String> withoutStores(Map<String, String> properties) {
        Map<String, String> others = new TreeMap<>(properties);
        others.keySet().removeIf(name -> name.startsWith("schema.registry.ssl."));
        return others;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.token",
                "http.tokens",
                "http.keystore-password",
                "sasl.jaas.config",
                "api-key",
                "client-secret"
            })
    void aMisspeltSettingThatMayBeASecretIsRefusedWithoutItsValue(String name) {
        assertThat(catchThrowable(() -> ConfigReader.read(Map.of(name, MARKER))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no such setting")
                .hasMessageNotContaining(MARKER);
    }
}
