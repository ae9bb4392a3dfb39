package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/**
 * Checks what {@code hebb --version} prints when built in a repository, from an archive of the sources, and from
 * neither.
 */
class VersionProviderTest {
    @Test
    void namesHebbJavaAndKafka() {
        assertThat(new VersionProvider().getVersion())
                .satisfiesExactly(
                        hebb -> assertThat(hebb).matches("hebb .* \\(commit .*\\)"),
                        java -> assertThat(java).isEqualTo("Java " + Runtime.version()),
                        kafka -> assertThat(kafka).isEqualTo("Kafka " + AppInfoParser.getVersion()));
    }

    @Test
    void theCommitIsTheRepositorysElseTheArchives() {
        Properties none = new Properties();
        Properties placeholder = properties(Map.of("commit", "$Format:%h$"));
        assertThat(VersionProvider.commit(properties(Map.of("commit", "abc1234-dirty")), placeholder))
                .isEqualTo("commit abc1234, with changes");
        assertThat(VersionProvider.commit(none, properties(Map.of("commit", "def5678"))))
                .isEqualTo("commit def5678");
        assertThat(VersionProvider.commit(none, placeholder)).isEqualTo("commit unknown");
    }

    private static Properties properties(Map<String, String> entries) {
        Properties properties = new Properties();
        properties.putAll(entries);
        return properties;
    }
}
