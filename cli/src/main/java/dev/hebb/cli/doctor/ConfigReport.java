package dev.hebb.cli.doctor;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.client.Durations;
import java.util.List;

/** Describes a configuration. */
final class ConfigReport {
    private ConfigReport() {}

    static List<String> lines(ConfigAnswer config) {
        ConfigAnswer.CoFiring coFiring = config.coFiring();
        String counts =
                switch (coFiring.publish()) {
                    case "ALWAYS" -> "of every network";
                    case "NEVER" -> "of no network";
                    default -> "of networks of up to " + coFiring.maxNeurons() + " neurons";
                };
        return List.of(
                "  application " + config.applicationId() + ", " + config.shards() + " shards; windows of "
                        + Durations.compact(config.windowMicros()),
                "  " + config.bins() + " lag bins of " + config.lagBinMicros()
                        + " µs on each side; evidence is judged every "
                        + Durations.compact(config.judgeEveryWindows() * config.windowMicros()),
                "  windowed counts are published " + counts + "; those of the last " + coFiring.windowsKept()
                        + " windows can be asked for",
                "  every pair has a cumulative histogram in networks of up to " + config.denseMaxNeurons()
                        + " neurons, only candidates beyond");
    }
}
