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
import dev.hebb.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A marker in every secret is nowhere in logs, errors and answers. */
class SecretsTest {
    private static final String MARKER = "marker-0123456789abcdef";

    @Test
    void noLogErrorOrAnswerHasASecret(@TempDir Path folder) throws IOException {
        // Given
        Path tokens = Files.writeString(folder.resolve("tokens"), "commander anna " + MARKER + "\n");
        Map<String, String> properties = new TreeMap<>(Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"anna\" password=\""
                        + MARKER + "\";",
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
                "hebb.http.token-file",
                tokens.toString()));
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
        Throwable unasked = catchThrowable(() -> connection.registry().getAllSubjects());
        Map<String, Object> client = connection.clientProperties();
        client.put("default.api.timeout.ms", 500);
        client.put("request.timeout.ms", 500);
        Throwable refused;
        try (Admin admin = Admin.create(client)) {
            refused = catchThrowable(() -> admin.listTopics().names().get());
        }
        root.detachAppender(log);
        root.setLevel(before);

        // Then
        assertThat(access.caller("Bearer " + MARKER, null)).isPresent();
        for (Throwable error : new Throwable[] {unreachable, unasked, refused}) {
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
        assertThat(catchThrowable(() -> ConfigReader.read(Settings.of(Map.of(), Map.of(), Map.of(name, MARKER)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no such setting")
                .hasMessageNotContaining(MARKER);
    }
}
