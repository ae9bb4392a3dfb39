package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prometheus itself reads our configuration, rules and queries, and the rules fire where they should. */
class MonitoringTest {
    @BeforeEach
    void needsPromtool() {
        assumeThat(Monitoring.hasPromtool())
                .as("needs promtool, which Debian's package prometheus has")
                .isTrue();
    }

    @Test
    void theConfigurationAndTheRulesAreValid() throws Exception {
        // Without looking for the file with the token, which is where Prometheus runs.
        assertThat(Monitoring.promtool("", "check", "config", "--syntax-only", "prometheus.yml"))
                .contains("SUCCESS")
                .endsWith("\n0");
        assertThat(Monitoring.promtool("", "check", "rules", "alerts.yml"))
                .contains("SUCCESS: 7 rules found")
                .endsWith("\n0");
    }

    @Test
    void theRulesFireWhereTheyShould() throws Exception {
        assertThat(Monitoring.promtool("", "test", "rules", "alerts.test.yml"))
                .contains("SUCCESS")
                .endsWith("\n0");
        // Each rule is tested.
        String tests = Files.readString(Monitoring.PROMETHEUS.resolve("alerts.test.yml"));
        assertThat(Files.readAllLines(Monitoring.PROMETHEUS.resolve("alerts.yml")).stream()
                        .filter(line -> line.contains("- alert: ")))
                .isNotEmpty()
                .allMatch(line -> tests.contains("{alertname=\"" + line.substring(line.indexOf(": ") + 2) + "\"}"));
    }

    @Test
    void prometheusReadsEveryQueryOfTheDashboards() throws Exception {
        List<String> queries = Monitoring.dashboardQueries();
        String rules = queries.stream()
                .map(query -> "  - record: dashboard:query\n    expr: '" + query.replace("'", "''") + "'\n")
                .distinct()
                .collect(Collectors.joining("", "groups:\n- name: dashboards\n  rules:\n", ""));
        Path file = Files.createTempFile("dashboards", ".yml");
        try {
            Files.writeString(file, rules);
            assertThat(Monitoring.promtool("", "check", "rules", "--lint=none", file.toString()))
                    .contains("SUCCESS")
                    .endsWith("\n0");
        } finally {
            Files.delete(file);
        }
    }
}
