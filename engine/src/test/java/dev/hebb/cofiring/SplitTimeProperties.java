package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitTimeProperties {
    @Property(tries = 10_000)
    void aDifferenceHasTheWholeBinsOfALag(
            @ForAll @IntRange(min = 1, max = LagAxis.MAX_REACH_MICROS) int binMicros,
            @ForAll @IntRange int earlier,
            @ForAll @IntRange int bins,
            @ForAll @IntRange int rest) {
        SplitTime time = SplitTime.of(new LagAxis(binMicros, 1, 0));
        long lag = Math.min((long) (bins % 4) * binMicros + rest % binMicros, Integer.MAX_VALUE - earlier);
        int later = (int) (earlier + lag);

        assertThat((time.split(later) - time.split(earlier)) >>> time.shift()).isEqualTo((int) (lag / binMicros));
    }

    @Property(tries = 10_000)
    void aDifferenceIsRoundedDownAlsoWhereItIsNegative(
            @ForAll @IntRange(min = 1, max = 100_000) int binMicros,
            @ForAll @IntRange(max = 1_000_000_000) int from,
            @ForAll @IntRange(max = 100_000) int lead) {
        SplitTime time = SplitTime.of(new LagAxis(binMicros, 1, 0));
        int bins = lead / binMicros + 1;

        int difference = time.ofBins(bins) + time.split(from) - time.split(from + lead);
        assertThat(difference >>> time.shift()).isEqualTo(bins + Math.floorDiv(-lead, binMicros));
    }
}
