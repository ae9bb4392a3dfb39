package dev.hebb.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Settings in which two instances differ, in words.
 *
 * @param theirs name=value of the other one, of the settings that differ
 * @param own name=value of this one
 */
record SettingsDifference(String theirs, String own) {
    private static final String NOT_SET = "(not set)";
    private static final int MOST_SHOWN = 6;

    static SettingsDifference between(Map<String, String> theirs, Map<String, String> own) {
        Set<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(own.keySet());
        names.removeIf(name -> theirs.getOrDefault(name, NOT_SET).equals(own.getOrDefault(name, NOT_SET)));
        return new SettingsDifference(words(names, theirs), words(names, own));
    }

    boolean isEmpty() {
        return own.isEmpty();
    }

    private static String words(Set<String> names, Map<String, String> settings) {
        String shown = names.stream()
                .limit(MOST_SHOWN)
                .map(name -> name + "=" + settings.getOrDefault(name, NOT_SET))
                .collect(Collectors.joining(", "));
        return names.size() > MOST_SHOWN ? shown + " and " + (names.size() - MOST_SHOWN) + " more" : shown;
    }
}
