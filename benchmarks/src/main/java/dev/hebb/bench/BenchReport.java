package dev.hebb.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Report of a benchmark: rows are printed as they come, and saved when all are there. */
public final class BenchReport {
    private static final double MILLION = 1e6;

    private final List<BenchRow> rows = new ArrayList<>();
    private final PrintWriter out;

    public BenchReport(PrintWriter out) {
        this.out = out;
        out.println("A pair is two spikes of different neurons within 50 ms, counted once.");
        out.printf(
                "%-32s %8s %11s %14s %9s %16s  %s%n", "way", "neurons", "spikes", "pairs", "seconds", "M pairs/s", "");
        out.flush();
    }

    void add(BenchRow row) {
        rows.add(row);
        String rate = row.pairs() > 0 ? String.format(Locale.ROOT, "%.3f", row.pairsPerSecond() / MILLION) : "";
        out.printf(
                Locale.ROOT,
                "%-32s %,8d %,11d %,14d %9.3f %16s  %s%n",
                row.way(),
                row.neurons(),
                row.spikes(),
                row.pairs(),
                row.seconds(),
                rate,
                remarks(row.more()));
        out.flush();
    }

    public List<BenchRow> rows() {
        return List.copyOf(rows);
    }

    /** Saves the rows as a JSON array. */
    public void save(Path file) throws IOException {
        List<Map<String, Object>> json = rows.stream().map(BenchRow::fields).toList();
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    }

    private static String remarks(Map<String, Object> more) {
        return more.entrySet().stream()
                .map(entry -> entry.getKey() + " " + shown(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers).mapToObj(BenchReport::shown).collect(Collectors.joining(" "));
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%,.1f", number) : value.toString();
    }
}
