package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every dendrite is recounted in every observed window once, whatever the gaps, known in time or too late. */
class RecountCalendarProperties {
    private static final int RANKS = 20;
    private static final int WINDOWS = 100;
    private static final long UNOBSERVED = -1;

    private final int[] slots = IntStream.range(0, RANKS).toArray();
    private final Neurons neurons = new Neurons();
    private long[][] recounts = {};

    RecountCalendarProperties() {
        for (int slot : slots) {
            neurons.spike(100 - slot, slot);
        }
    }

    @Property(tries = 200)
    void everyObservedWindowIsRecountedOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int everyWindows, @ForAll boolean gaps) {
        // Given
        recounts = new long[RANKS][WINDOWS];
        Random random = new Random(seed);
        RecountCalendar calendar = new RecountCalendar(everyWindows);
        calendar.allRecountedBefore(0);
        // When
        long window = 0;
        while (window < WINDOWS) {
            boolean gap = gaps && random.nextInt(20) == 0;
            long next = gap ? Math.min(WINDOWS, window + 1 + random.nextInt(9)) : window + 1;
            if (gap) {
                beforeGap(calendar, window, next);
            } else {
                close(calendar, window, next == WINDOWS || (gaps && random.nextInt(20) == 0));
            }
            window = next;
        }
        beforeGap(calendar, WINDOWS, WINDOWS);
        // Then
        for (long[] ofRank : recounts) {
            assertThat(LongStream.of(ofRank).distinct()).isSubsetOf(1L, UNOBSERVED);
        }
    }

    private void close(RecountCalendar calendar, long window, boolean all) {
        int[] due = all ? slots : calendar.due(slots, neurons, window);
        for (int slot : due) {
            recount(calendar, slot, calendar.firstNew(neurons.rank(slot), window), window, window);
        }
        if (all) {
            calendar.allRecountedBefore(window + 1);
        }
    }

    private void beforeGap(RecountCalendar calendar, long gapWindow, long next) {
        for (int slot : slots) {
            recount(calendar, slot, calendar.firstNew(neurons.rank(slot), gapWindow), gapWindow - 1, gapWindow);
            for (int window = (int) gapWindow; window < next; window++) {
                recounts[slot][window] = UNOBSERVED;
            }
        }
        calendar.allRecountedBefore(next);
    }

    private void recount(RecountCalendar calendar, int slot, long first, long last, long nextWindow) {
        assertThat(first).isGreaterThanOrEqualTo(calendar.firstNewOfAll(nextWindow));
        for (long window = first; window <= last; window++) {
            recounts[slot][(int) window]++;
        }
    }
}
