package dev.hebb.experiment.run;

import dev.hebb.loop.LearnedSynapses;
import dev.hebb.synapse.NeuronPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Numbers recorded after every window, by name. */
public final class WindowHistory {
    private final long windowMicros;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final List<Double> minutes = new ArrayList<>();

    /** One number, and its value after each window. */
    private record Series(ToDoubleFunction<LearnedSynapses> number, List<Double> values) {}

    WindowHistory(long windowMicros) {
        this.windowMicros = windowMicros;
    }

    /** Records a number after every window; to be called before the first one. */
    public void record(String name, ToDoubleFunction<LearnedSynapses> of) {
        series.put(name, new Series(of, new ArrayList<>()));
    }

    /** Records the mean weight of these pairs; see {@link #record}. */
    public void recordWeight(String name, Collection<NeuronPair> pairs) {
        record(name, synapses -> synapses.meanWeight(pairs));
    }

    void note(long nowMicros, LearnedSynapses synapses) {
        minutes.add(nowMicros / 60e6);
        series.values().forEach(one -> one.values().add(one.number().applyAsDouble(synapses)));
    }

    /** Event time of each entry, minutes. */
    public List<Double> minutes() {
        return List.copyOf(minutes);
    }

    /** All entries of a name. */
    public List<Double> of(String name) {
        Series found = series.get(name);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /** The names, in the order in which recording began. */
    public List<String> names() {
        return List.copyOf(series.keySet());
    }

    /** The entry at an event time. */
    public double at(String name, long micros) {
        List<Double> entries = of(name);
        int entry = (int) (micros / windowMicros) - 1;
        return entries.get(Math.max(0, Math.min(entries.size() - 1, entry)));
    }

    /** Largest entry between two event times. */
    public double max(String name, long fromMicros, long toMicros) {
        return between(name, fromMicros, toMicros).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** Smallest entry between two event times. */
    public double min(String name, long fromMicros, long toMicros) {
        return between(name, fromMicros, toMicros).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    /** Event time since a time at which a number first reached a level, in minutes; infinite if it never did. */
    public double minutesUntil(String name, long fromMicros, double level) {
        List<Double> entries = of(name);
        for (int entry = (int) (fromMicros / windowMicros); entry < entries.size(); entry++) {
            if (entries.get(entry) >= level) {
                return minutes.get(entry) - fromMicros / 60e6;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private List<Double> between(String name, long fromMicros, long toMicros) {
        List<Double> entries = of(name);
        int to = (int) Math.min(entries.size(), toMicros / windowMicros);
        return entries.subList((int) Math.min(to, fromMicros / windowMicros), to);
    }
}
