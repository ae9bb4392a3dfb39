package dev.hebb.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a record that refuses its values, with settings in place of components: {@code windowMicros is 0}
 * becomes {@code hebb.window-micros is 0}. A component of one small word may be prose too, so it is replaced only where
 * its value follows, as in {@code alpha is 2}.
 */
final class RefusalMessage {
    private RefusalMessage() {}

    /**
     * The message as the user can act on it.
     *
     * @param settings by component, which may be a path through nested records
     * @param prefix of the settings, with which the message begins if it names none of them
     */
    static String of(String message, Map<String, String> settings, String prefix) {
        String named = message;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            named = component(setting.getKey()).matcher(named).replaceAll(Matcher.quoteReplacement(setting.getValue()));
        }
        boolean namesOne = settings.values().stream().anyMatch(named::contains);
        return namesOne ? named : "settings " + prefix + "*: " + message;
    }

    /** Returns a pattern of a component's name, with the names of records before it, if there are any. */
    private static Pattern component(String name) {
        boolean oneWord = name.chars().allMatch(Character::isLowerCase);
        return Pattern.compile("(?<![\\w.])(?:\\w+\\.)*" + Pattern.quote(name) + (oneWord ? "(?= is )" : "(?!\\w)"));
    }
}
