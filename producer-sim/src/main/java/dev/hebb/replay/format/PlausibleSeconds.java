package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Judgement of whether times that are taken as seconds can be seconds, spike by spike. Not thread-safe. */
final class PlausibleSeconds {
    /** Recordings of spikes are shorter; longer ones have samples that were taken for seconds. */
    private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(60);

    private static final long MICROS_A_SECOND = 1_000_000;
    /** Least number of spikes by which times are judged: fewer may well fall on whole seconds. */
    private static final int ENOUGH = 20;
    /** Neurons that are sorted fire more often. */
    private static final double SLOWEST_HZ = 0.003;
    /**
     * In milliseconds that were taken as seconds, hardly any interval of a neuron is shorter, because of the refractory
     * period.
     */
    private static final long SHORT_MICROS = 500_000;

    private static final int ENOUGH_INTERVALS = 500;
    private static final double LEAST_SHORT = 0.001;
    /** Neurons above are counted together. */
    private static final int LARGEST_NEURON = 1 << 20;

    private static final String ASK = " Give --unit samples with --sample-rate HZ, or --unit s if they are seconds";

    private final BitSet neurons = new BitSet();
    private long[] latest = {};
    private long spikes;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long intervals;
    private long shortOnes;
    private boolean whole = true;
    private boolean repeats;

    /** All spikes of a recording. */
    static PlausibleSeconds of(Recording recording) {
        PlausibleSeconds seconds = new PlausibleSeconds();
        for (int k = 0; k < recording.spikes(); k++) {
            seconds.add(recording.timesMicros()[k], recording.neurons()[k]);
        }
        return seconds;
    }

    void add(long timeMicros, int neuron) {
        spikes++;
        first = Math.min(first, timeMicros);
        last = Math.max(last, timeMicros);
        whole &= timeMicros % MICROS_A_SECOND == 0;
        int place = Math.min(neuron, LARGEST_NEURON);
        if (place >= latest.length) {
            latest = Arrays.copyOf(latest, Math.max(64, 2 * place + 1));
        }
        if (neurons.get(place)) {
            repeats = true;
            long interval = timeMicros - latest[place];
            intervals += interval > 0 ? 1 : 0;
            shortOnes += interval > 0 && interval < SHORT_MICROS ? 1 : 0;
        }
        neurons.set(place);
        latest[place] = timeMicros;
    }

    /**
     * A warning about times that may be milliseconds.
     *
     * @throws UnreadableRecordingException if they are samples, most likely
     */
    Optional<String> asSeconds(String where) throws UnreadableRecordingException {
        long micros = spikes == 0 ? 0 : last - first;
        if (micros > LONGEST_MICROS) {
            throw new UnreadableRecordingException(where + ": taken as seconds, the times cover "
                    + micros / TimeUnit.DAYS.toMicros(1) + " days; are they samples?" + ASK);
        }
        if (spikes < ENOUGH) {
            return Optional.empty();
        }
        if (whole) {
            throw new UnreadableRecordingException(
                    where + ": taken as seconds, all times are whole seconds; are they samples?" + ASK);
        }
        double hertz = spikes / (double) neurons.cardinality() / Math.max(1, micros) * MICROS_A_SECOND;
        if (hertz < SLOWEST_HZ) {
            return Optional.of("warning: taken as seconds, a neuron has " + Math.round(hertz * 3600)
                    + " spikes an hour; are they milliseconds? Then give --unit ms");
        }
        return intervals >= ENOUGH_INTERVALS && shortOnes < LEAST_SHORT * intervals
                ? Optional.of(
                        "warning: taken as seconds, hardly any neuron has two spikes within half a second; are they"
                                + " milliseconds? Then give --unit ms")
                : Optional.empty();
    }

    /**
     * A warning if each of many spikes has another neuron.
     *
     * @param what the column of neurons
     * @param asks whether to refuse it, because the user has not named the column
     * @throws UnreadableRecordingException if it is refused
     */
    Optional<String> doubtRepeats(String where, String what, boolean asks) throws UnreadableRecordingException {
        if (repeats || spikes < ENOUGH) {
            return Optional.empty();
        }
        String doubt = "each of the " + spikes + " spikes has another neuron in " + what;
        if (asks) {
            throw new UnreadableRecordingException(where + ": " + doubt + ", which seems to count the spikes; name the"
                    + " column of neurons, as in --columns neuron=unit,time=t");
        }
        return Optional.of("warning: " + doubt + "; does it count the spikes, or hold their times?");
    }
}
