package dev.hebb.config;

import dev.hebb.shard.Learning;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Profiles of learning, by network: as its profile says, or as the base does.
 *
 * @param base how networks without a profile learn
 * @param profiles by name
 * @param networks which networks have which profile; the first that matches holds
 */
public record LearningProfiles(Learning base, Map<String, Learning> profiles, List<NetworkPattern> networks) {
    public LearningProfiles {
        profiles = Map.copyOf(profiles);
        networks = List.copyOf(networks);
        for (NetworkPattern pattern : networks) {
            if (!profiles.containsKey(pattern.profile())) {
                throw new IllegalArgumentException("hebb.network-profiles gives '" + pattern.pattern()
                        + "' the profile '" + pattern.profile() + "'; hebb.profiles names only "
                        + new TreeSet<>(profiles.keySet()));
            }
        }
    }

    /** Returns profiles under which all networks learn alike. */
    public static LearningProfiles uniform(Learning learning) {
        return new LearningProfiles(learning, Map.of(), List.of());
    }

    /** Returns how a network learns. */
    public Learning of(String network) {
        for (NetworkPattern pattern : networks) {
            if (pattern.matches(network)) {
                return profiles.getOrDefault(pattern.profile(), base);
            }
        }
        return base;
    }
}
