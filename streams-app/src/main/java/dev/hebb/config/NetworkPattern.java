package dev.hebb.config;

/**
 * Networks that share a profile.
 *
 * @param pattern a network's name; with a last {@code *}, all names that begin with what is before it
 * @param profile name of their profile
 */
public record NetworkPattern(String pattern, String profile) {
    private static final String ANY = "*";

    /** Returns whether a network is meant. */
    boolean matches(String network) {
        return pattern.endsWith(ANY)
                ? network.startsWith(pattern.substring(0, pattern.length() - ANY.length()))
                : network.equals(pattern);
    }
}
