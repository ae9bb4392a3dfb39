package dev.hebb.experiment.loop;

import dev.hebb.experiment.loop.Connectome.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is written down after every window: some numbers, by name. */
public final class Diary {
    private final long windowMicros;
    private final Map<String, ToDoubleFunction<Connectome>> asked = new LinkedHashMap<>();
    private final Map<String, List<Double>> written = new LinkedHashMap<>();
    private final List<Double> minutes = new ArrayList<>();

    Diary(long windowMicros) {
        this.windowMicros = windowMicros;
    }

    /** From now on writes this down; to be asked for before the first window. */
    public void keep(String name, ToDoubleFunction<Connectome> of) {
        asked.put(name, of);
        written.put(name, new ArrayList<>());
    }

    /** From now on writes down the mean weight of these pairs. */
    public void keepWeight(String name, Collection<Pair> pairs) {
        keep(name, connectome -> connectome.meanWeight(pairs));
    }

    void note(long nowMicros, Connectome connectome) {
        minutes.add(nowMicros / 60e6);
        asked.forEach((name, of) ->
                written.computeIfAbsent(name, kept -> new ArrayList<>()).add(of.applyAsDouble(connectome)));
    }

    /** Event time of each entry, minutes. */
    public List<Double> minutes() {
        return List.copyOf(minutes);
    }

    /** All entries of a name. */
    public List<Double> of(String name) {
        return List.copyOf(written.getOrDefault(name, List.of()));
    }

    /** The names, in the order in which they were asked for. */
    public List<String> names() {
        return List.copyOf(written.keySet());
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
