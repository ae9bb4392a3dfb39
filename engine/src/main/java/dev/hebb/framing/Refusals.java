package dev.hebb.framing;

import java.util.EnumMap;
import java.util.Map;

/** The spikes of one record that are refused for their values, counted by reason. Used again for every record. */
final class Refusals {
    /** Index of a spike whose place in its record is not known any more. */
    static final int NO_INDEX = -1;

    /** The rule for times. */
    static final String RANGE = "times, also after a shift, are at most 2^53 µs from 0";

    private static final int QUOTED = 8;

    private final Map<RejectReason, Tally> tallies = new EnumMap<>(RejectReason.class);

    boolean isEmpty() {
        return tallies.isEmpty();
    }

    long count(RejectReason reason) {
        Tally tally = tallies.get(reason);
        return tally == null ? 0 : tally.count;
    }

    long total() {
        return tallies.values().stream().mapToLong(tally -> tally.count).sum();
    }

    void add(RejectReason reason, int index, long timeMicros, int neuron) {
        tallies.computeIfAbsent(reason, first -> new Tally()).add(index, timeMicros, neuron);
    }

    /** Reports all, and forgets them. */
    void tell(SourceRecord source, int size, NetworkClock clock, int mostNeurons, FramingOutput out) {
        tallies.forEach((reason, tally) -> out.rejected(
                source, reason, tally.count, tally.detail(size) + "; " + explanation(reason, clock, mostNeurons)));
        tallies.clear();
    }

    private static String explanation(RejectReason reason, NetworkClock clock, int mostNeurons) {
        return switch (reason) {
            case NEGATIVE_NEURON -> "neurons are numbered from 0";
            case TIME_OUT_OF_RANGE -> RANGE;
            case LATE -> "older than the watermark, which was " + clock.watermarkMicros() + " µs";
            case TOO_MANY_NEURONS ->
                "the network has " + mostNeurons
                        + " neurons already; check the ids, or raise hebb.framing.limits.neurons";
            case TOO_MANY_PENDING ->
                "too many spikes of the network wait for the watermark, which is " + clock.watermarkMicros() + " µs";
            default -> reason.name();
        };
    }

    private static final class Tally {
        private final StringBuilder indices = new StringBuilder();
        private String first = "";
        private int count;
        private int quoted;

        void add(int index, long timeMicros, int neuron) {
            if (count == 0) {
                first = "neuron " + neuron + " at " + timeMicros + " µs";
            }
            if (index != NO_INDEX && quoted < QUOTED) {
                indices.append(quoted == 0 ? " number " : ", ").append(index);
                quoted++;
            }
            count++;
        }

        String detail(int size) {
            return count + " of " + size + " spikes," + indices + (quoted < count ? " …" : "") + "; the first is of "
                    + first;
        }
    }
}
