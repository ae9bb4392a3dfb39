package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    private static final String SECRET = "geheim";

    @ParameterizedTest
    @CsvSource({
        "schema.registry.ssl.trustore.location, /tmp, there is no setting schema.registry.ssl.trustore.location",
        "schema.registry.ssl.truststore.location, /no/such.p12, ssl.truststore.location is /no/such.p12",
        "schema.registry.ssl.keystore.location, /no/such.p12, schema.registry.ssl.keystore.location is /no/such.p12",
        "basic.auth.user, anna:geheim, there is no setting basic.auth.user of",
        "basic.auth.user.info, anna:geheim, has no effect without basic.auth.credentials.source=USER_INFO",
        "basic.auth.credentials.source, USERINFO, 'must be USER_INFO, SASL_INHERIT or URL'",
        "basic.auth.credentials.source, USER_INFO, 'must be a name, a colon and a password'",
        "basic.auth.credentials.source, URL, has no effect without a name and a password in the URL",
        "schema.registry.basic.auth.user.info, anna:geheim, there is no setting schema.registry.basic.auth.user.info",
        "bearer.auth.token, geheim, has no effect without bearer.auth.credentials.source=STATIC_TOKEN",
        "bearer.auth.credentials.source, geheim, it must be STATIC_TOKEN",
        "bearer.auth.credentials.source, OAUTHBEARER, it must be STATIC_TOKEN",
        "bearer.auth.credentials.source, STATIC_TOKEN, so that bearer.auth.token must be given",
        "bearer.auth.client.secret, geheim, there is no setting bearer.auth.client.secret"
    })
    void refusesByNameWhatWouldHaveNoEffect(String name, String value, String message) {
        assertThatThrownBy(() -> connection(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void namesTheFilesThatCannotBeOpened(@TempDir Path folder) throws IOException {
        Path none = Files.writeString(folder.resolve("none.p12"), "no store");
        Connection connection = connection(Map.of(
                "schema.registry.ssl.truststore.location",
                none.toString(),
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.password",
                SECRET));
        assertThatThrownBy(connection::registry)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "the settings schema.registry.ssl.*, basic.auth.* or bearer.auth.* cannot be used: ")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aTokenReachesTheRegistry() throws Exception {
        try (AuthorizationRecorder registry = new AuthorizationRecorder()) {
            // When
            Connection.to("127.0.0.1:1", registry.url())
                    .with(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", SECRET))
                    .registry()
                    .getAllSubjects();

            // Then
            assertThat(registry.shown()).containsExactly("Bearer " + SECRET);
        }
    }

    /** Where the password ends cannot be told, so that it could not be left out of messages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://anna:ge/heim@127.0.0.1:1",
                "http://anna:ge@heim@127.0.0.1:1",
                "http://anna:1#heim@127.0.0.1:1",
                "http://anna:1?heim@127.0.0.1:1",
                "http://anna:ge heim@127.0.0.1:1",
                "anna:geheim@127.0.0.1:1",
                "http:/anna:geheim@127.0.0.1:1"
            })
    void refusesAUrlWhosePasswordCannotBeTold(String url) {
        assertThatThrownBy(() -> Connection.to("127.0.0.1:1", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@")
                .hasMessageContaining("basic.auth.user.info")
                .hasMessageNotContaining("heim");
    }

    @Test
    void neverShowsThePasswordInAUrl() {
        Connection connection = Connection.to("127.0.0.1:1", "http://anna:ge%2Fheim@127.0.0.1:1/x");
        assertThat(connection.shownRegistry()).isEqualTo("http://127.0.0.1:1/x");
        assertThat(connection.toString()).doesNotContain("heim");
    }

    @Test
    void takesWhatTheClientKnows() {
        Map<String, String> known = Map.of(
                "schema.registry.ssl.truststore.password",
                SECRET,
                "schema.registry.ssl.endpoint.identification.algorithm",
                "",
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "anna:" + SECRET);
        assertThat(connection(known).properties()).isEqualTo(known);
    }

    private static Connection connection(Map<String, String> properties) {
        return Connection.to("127.0.0.1:1", "https://127.0.0.1:1").with(properties);
    }
}
