package dev.hebb.config;

import dev.hebb.cofiring.LagAxis;
import dev.hebb.shard.Learning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how networks learn:
 *
 * <pre>
 * hebb.rule, hebb.stages.…, …                    the base
 * hebb.profiles=fast,adult                      names of profiles
 * hebb.profile.fast.rule, hebb.profile.fast.…   what a profile has other than the base
 * hebb.network-profiles=culture-a:fast,exp-*:adult
 * </pre>
 */
final class ProfilesReader {
    private static final String BASE = "hebb.";
    private static final String PROFILES = "hebb.profiles";
    private static final String NETWORKS = "hebb.network-profiles";

    private final Settings settings;
    private final RecordReader records;
    private final LagAxis axis;

    ProfilesReader(Settings settings, LagAxis axis) {
        this.settings = settings;
        this.records = new RecordReader(settings);
        this.axis = axis;
    }

    LearningProfiles read() {
        Learning base = learning(BASE, Learning.standard());
        Map<String, Learning> profiles = new LinkedHashMap<>();
        for (String name : list(PROFILES)) {
            if (!name.matches("[a-z0-9]+")) {
                throw new BadSettingException(
                        PROFILES, name, "a profile's name has only small letters and digits, for example fast", null);
            }
            profiles.put(name, learning("hebb.profile." + name + ".", base));
        }
        List<NetworkPattern> networks = new ArrayList<>();
        for (String entry : list(NETWORKS)) {
            networks.add(pattern(entry));
        }
        return new LearningProfiles(base, profiles, networks);
    }

    private Learning learning(String prefix, Learning defaults) {
        Learning learning = records.read(prefix, defaults, Map.of());
        try {
            learning.requireFits(axis);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            Map<String, String> names = RecordReader.names(prefix, learning);
            names.putAll(RecordReader.names(prefix + "evidence.", learning.evidence()));
            throw new IllegalArgumentException(RefusalMessage.of(message, names, prefix), e);
        }
        return learning;
    }

    /** The last colon divides: a network's name may have others. */
    private static NetworkPattern pattern(String entry) {
        int colon = entry.lastIndexOf(':');
        if (colon < 1) {
            throw new BadSettingException(
                    NETWORKS, entry, "give a network and a profile, for example culture-a:fast or exp-*:adult", null);
        }
        return new NetworkPattern(
                entry.substring(0, colon).strip(), entry.substring(colon + 1).strip());
    }

    private List<String> list(String name) {
        return Arrays.stream(settings.text(name, "").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
