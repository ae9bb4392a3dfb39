package dev.hebb.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that cannot be asked is a finding with its address, whatever is wrong with that. */
class RegistryCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1",
                "http://127.0.0.1:99999",
                "http://",
                "http://[::1",
                "127.0.0.1:8081",
                "nonsense",
                "ftp://127.0.0.1:8081"
            })
    void namesTheAddress(String url) throws Exception {
        Connection connection = Connection.to("127.0.0.1:1", url);
        try (Admin admin = Admin.create(connection.clientProperties())) {
            // When
            List<CheckResult> results = new RegistryCheck()
                    .run(new CheckContext(connection, admin, AppFacts.assumed(Map.of(), TopicNames.DEFAULT)));

            // Then
            assertThat(results).singleElement().satisfies(result -> {
                assertThat(result.failed()).isTrue();
                assertThat(result.what())
                        .startsWith("the schema registry at " + url + " does not answer: ")
                        .doesNotContain("Exception", "null");
            });
        }
    }
}
