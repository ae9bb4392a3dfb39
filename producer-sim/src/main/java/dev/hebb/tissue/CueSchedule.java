package dev.hebb.tissue;

import dev.hebb.simulate.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Schedule of the cues of practised routes; each entry has random numbers of its own, so that one does not shift
 * another.
 */
final class CueSchedule {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Practice> entries;
    private final long startMicros;
    private final RandomGenerator[] random;
    private final long[] nextMicros;
    private long earliestMicros = NEVER;

    CueSchedule(TissueSettings settings) {
        entries = settings.practice();
        startMicros = settings.clock().startMicros();
        random = new RandomGenerator[entries.size()];
        nextMicros = new long[entries.size()];
        RandomGenerator seeds = RandomStreams.CUES.of(settings.seed());
        for (int entry = 0; entry < random.length; entry++) {
            random[entry] = RandomStreams.CUES.of(seeds.nextLong());
            schedule(entry, startMicros + entries.get(entry).fromMicros());
        }
        findEarliest();
    }

    /** Receives the cues that are due. */
    interface Listener {
        void cue(Practice practice, long atMicros);
    }

    /** Gives all cues before a time, each entry's in order. */
    void until(long micros, Listener listener) {
        while (earliestMicros < micros) {
            for (int entry = 0; entry < nextMicros.length; entry++) {
                if (nextMicros[entry] == earliestMicros) {
                    listener.cue(entries.get(entry), nextMicros[entry]);
                    schedule(entry, nextMicros[entry]);
                }
            }
            findEarliest();
        }
    }

    /** Half the mean interval is fixed, half is random. */
    private void schedule(int entry, long afterMicros) {
        Practice practice = entries.get(entry);
        double restHz = 2 * practice.rateHz();
        long next = afterMicros + (long) (1e6 / restHz) + RandomStreams.waitMicros(random[entry], restHz);
        boolean isOver = next - startMicros >= practice.untilMicros();
        nextMicros[entry] = isOver ? NEVER : next;
    }

    private void findEarliest() {
        earliestMicros = NEVER;
        for (long next : nextMicros) {
            earliestMicros = Math.min(earliestMicros, next);
        }
    }
}
