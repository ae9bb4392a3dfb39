package dev.hebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    @Test
    void printsAndSavesEveryRow(@TempDir Path directory) throws IOException {
        StringWriter printed = new StringWriter();
        BenchReport report = new BenchReport(new PrintWriter(printed));
        report.add(BenchRow.of("plain-loop", 1_000, 50_000, 12_000_000, 0.25).with("threads", 1));
        report.add(BenchRow.of("restore", 1_000, 0, 0, 3));
        Path file = directory.resolve("bench.json");
        report.save(file);

        assertThat(printed.toString()).contains("plain-loop", "12,000,000", "48.000", "threads 1", "restore");
        JsonNode rows = new ObjectMapper().readTree(file.toFile());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).fieldNames())
                .toIterable()
                .containsExactly("way", "neurons", "spikes", "pairs", "seconds", "pairsPerSecond", "threads");
        assertThat(rows.get(0).get("pairsPerSecond").asDouble()).isEqualTo(48_000_000);
        assertThat(rows.get(1).get("pairsPerSecond").asDouble()).isZero();
    }
}
