package dev.hebb.tissue;

import dev.hebb.produce.SpikeBlock;
import java.util.ArrayList;
import java.util.List;

/** Spikes and cues of a tissue since the test began. */
final class TissueHistory {
    final SpikeBlock spikes = new SpikeBlock();
    final List<Cue> cues = new ArrayList<>();

    /** Runs a tissue up to a time, in calls of at most this many microseconds, and collects its spikes and cues. */
    TissueHistory live(Tissue tissue, long untilMicros, long callMicros) {
        while (tissue.nowMicros() < untilMicros) {
            tissue.advance(Math.min(untilMicros, tissue.nowMicros() + callMicros), spikes);
        }
        cues.addAll(tissue.takeCues());
        return this;
    }

    static TissueHistory of(Tissue tissue, long untilMicros) {
        return new TissueHistory().live(tissue, untilMicros, 1_000_000);
    }

    long count(int neuron) {
        long count = 0;
        for (int spike = 0; spike < spikes.length(); spike++) {
            count += spikes.neuron(spike) == neuron ? 1 : 0;
        }
        return count;
    }

    double rateHz(int neurons, long micros) {
        return spikes.length() * 1e6 / neurons / micros;
    }

    /** Mean response of a route beyond chance, over its cues. */
    double response(TissueRoute route) {
        return cues.stream()
                .filter(cue -> cue.route().equals(route.name()))
                .mapToDouble(
                        cue -> RouteResponse.of(route, cue.atMicros(), spikes).beyondChance())
                .average()
                .orElseThrow();
    }
}
