package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A spike log is a list of (time, slot) in order of time, whatever the silence between two spikes. */
class SpikeLogProperties {
    private static final long DAY = 86_400_000_000L;

    /** A silence before the next spike, or, where negative, what to drop: all but that much of the newest. */
    @Provide
    Arbitrary<Long> steps() {
        return Arbitraries.of(
                0L, 0L, 1L, 33L, 900L, 200_000L, (1L << 31) - 1, 1L << 31, 1L << 32, DAY, -1L, -1_000L, -3 * DAY);
    }

    @Provide
    Arbitrary<Long> origins() {
        return Arbitraries.of(0L, -1L, -(1L << 53), (1L << 52), -(1L << 32), (1L << 31) - 1);
    }

    @Property
    void behavesLikeAList(@ForAll("origins") long origin, @ForAll @Size(max = 200) List<@From("steps") Long> steps) {
        SpikeLog log = new SpikeLog();
        List<Long> times = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        long now = origin;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) >= 0) {
                now += steps.get(i);
                log.append(now, i);
                times.add(now);
                slots.add(i);
            } else {
                drop(log, times, slots, now + steps.get(i));
            }
        }
        assertSame(log, times, slots);
    }

    private static void drop(SpikeLog log, List<Long> times, List<Integer> slots, long before) {
        log.dropBefore(before);
        while (!times.isEmpty() && times.get(0) < before) {
            times.remove(0);
            slots.remove(0);
        }
    }

    private static void assertSame(SpikeLog log, List<Long> times, List<Integer> slots) {
        assertThat(log.size()).isEqualTo(times.size());
        for (int i = 0; i < times.size(); i++) {
            assertThat(log.timeAt(i)).isEqualTo(times.get(i));
            assertThat(log.slotAt(i)).isEqualTo(slots.get(i));
            assertThat(log.lowerBound(times.get(i))).isEqualTo(times.indexOf(times.get(i)));
            assertThat(log.lowerBound(times.get(i) + 1)).isEqualTo(times.lastIndexOf(times.get(i)) + 1);
        }
        assertThat(log.lowerBound(Long.MIN_VALUE)).isZero();
        assertThat(log.lowerBound(Long.MAX_VALUE)).isEqualTo(times.size());
    }
}
