package dev.hebb.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measurement.
 *
 * @param way what was measured, in words with dashes
 * @param neurons of the network
 * @param spikes that went in
 * @param pairs that were counted, see {@link dev.hebb.bench}; 0 where a measurement is not of counting
 * @param seconds that it took
 * @param more further numbers and remarks by name
 */
public record BenchRow(String way, int neurons, long spikes, long pairs, double seconds, Map<String, Object> more) {
    public BenchRow {
        more = new LinkedHashMap<>(more);
    }

    static BenchRow of(String way, int neurons, long spikes, long pairs, double seconds) {
        return new BenchRow(way, neurons, spikes, pairs, seconds, Map.of());
    }

    /** Returns a copy of this row with one more number or remark. */
    BenchRow with(String name, Object value) {
        BenchRow row = new BenchRow(way, neurons, spikes, pairs, seconds, more);
        row.more.put(name, value);
        return row;
    }

    public double pairsPerSecond() {
        return seconds > 0 ? pairs / seconds : 0;
    }

    double spikesPerSecond() {
        return seconds > 0 ? spikes / seconds : 0;
    }

    /** Returns all fields by name, in the order in which they are saved. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("way", way);
        fields.put("neurons", neurons);
        fields.put("spikes", spikes);
        fields.put("pairs", pairs);
        fields.put("seconds", seconds);
        fields.put("pairsPerSecond", pairsPerSecond());
        fields.putAll(more);
        return fields;
    }
}
