package dev.hebb.tissue;

import dev.hebb.produce.SpikeBlock;

/**
 * Response of a route to one cue: the part of its later neurons that fired within the time in which they were expected
 * to, less the part that fired in as long a time before the cue, by chance.
 *
 * @param fired part of the neurons, 0 to 1
 * @param chance part of the neurons, 0 to 1
 */
public record RouteResponse(double fired, double chance) {
    /**
     * Measures.
     *
     * @param spikes all spikes from one {@link TissueRoute#durationMicros} before the cue to one after it, in any order
     */
    public static RouteResponse of(TissueRoute route, long cueMicros, SpikeBlock spikes) {
        return new RouteResponse(
                fraction(route, cueMicros, spikes), fraction(route, cueMicros - route.durationMicros(), spikes));
    }

    /** Response beyond chance; below 0 if the neurons fired less than before the cue. */
    public double beyondChance() {
        return fired - chance;
    }

    private static double fraction(TissueRoute route, long originMicros, SpikeBlock spikes) {
        int fired = 0;
        int neurons = 0;
        for (int group = 1; group < route.groups().size(); group++) {
            long from = originMicros + route.earliestMicros()[group];
            long to = originMicros + route.latestMicros()[group];
            for (int neuron : route.groups().get(group)) {
                neurons++;
                fired += hasSpike(spikes, neuron, from, to) ? 1 : 0;
            }
        }
        return (double) fired / neurons;
    }

    private static boolean hasSpike(SpikeBlock spikes, int neuron, long from, long to) {
        for (int spike = 0; spike < spikes.length(); spike++) {
            long time = spikes.timeMicros(spike);
            if (spikes.neuron(spike) == neuron && time >= from && time < to) {
                return true;
            }
        }
        return false;
    }
}
