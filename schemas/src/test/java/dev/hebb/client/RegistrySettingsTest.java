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
        "basic.auth.credentials.source, USER_INFO, 'must be a name, a colon and a password'"
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
