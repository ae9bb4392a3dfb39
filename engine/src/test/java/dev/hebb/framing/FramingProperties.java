package dev.hebb.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of framing that hold for any arrivals. */
class FramingProperties {
    private static final FramingConfig CONFIG = FramedNetwork.CONFIG;

    @Provide
    Arbitrary<List<Step>> anything() {
        return Step.anything();
    }

    @Property
    void anyOrderWithinTheLatenessAndAnyBatchingGivesTheSameFrames(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 60_000) Integer> ordinals,
            @ForAll long seedA,
            @ForAll long seedB) {
        // Given: times at most a jump apart, some neurons twice
        List<FramingRecorder.Spike> spikes = new ArrayList<>();
        long time = -5_000;
        for (int ordinal : ordinals) {
            time += ordinal % 7 == 0 ? 0 : ordinal % 900;
            spikes.add(new FramingRecorder.Spike(time, ordinal % 5));
        }

        // When
        FramingRecorder one = framed(spikes, new Random(seedA));
        FramingRecorder other = framed(spikes, new Random(seedB));

        // Then
        assertThat(one.spikes()).isEqualTo(spikes.stream().sorted().distinct().toList());
        assertThat(one.duplicates())
                .isEqualTo(spikes.size() - spikes.stream().distinct().count());
        assertThat(one.refusals).isEmpty();
        assertThat(content(one)).isEqualTo(content(other));
        assertThat(one.watermark()).isEqualTo(other.watermark());
    }

    @Property
    void everySpikeIsInExactlyOnePlace(@ForAll("anything") List<Step> steps) {
        // Given
        NetworkFramer framer = new NetworkFramer("n", CONFIG);
        FramingRecorder out = new FramingRecorder();

        for (int i = 0; i < steps.size(); i++) {
            // When
            steps.get(i).apply(framer, source(i), out);
        }

        // Then
        long heldHeartbeats = framer.compact().stream()
                .flatMap(entry -> entry.held().stream())
                .filter(HeldSpikes::isHeartbeat)
                .count();
        long refusedHeartbeats = out.refusals.stream()
                .filter(refusal -> steps.get((int) refusal.source().offset()) instanceof Step.Heartbeat)
                .count();
        long sent = steps.stream().mapToLong(Step::spikes).sum();
        // compact() has just dropped the duplicates that still wait
        long waitingDuplicates =
                framer.compact().stream().mapToLong(JournalEntry::duplicates).sum();
        assertThat(out.spikes().size()
                        + out.duplicates()
                        + out.refused()
                        - refusedHeartbeats
                        + framer.load()
                        - heldHeartbeats
                        + waitingDuplicates)
                .isEqualTo(sent);
    }

    @Property
    void framesAreInOrderAndTheirWatermarksTrue(@ForAll("anything") List<Step> steps) {
        // Given
        FramingRecorder out = new FramingRecorder();
        NetworkFramer framer = new NetworkFramer("n", CONFIG);

        // When
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(framer, source(i), out);
        }

        // Then
        assertThat(out.spikes()).isSorted().doesNotHaveDuplicates();
        long before = Position.NONE;
        for (int i = 0; i < out.frames.size(); i++) {
            Frame frame = out.frames.get(i);
            long least = before;
            long openFrom = before == Position.NONE ? before : Math.floorDiv(before, 1_000) * 1_000;
            assertThat(frame.seq()).isEqualTo(i);
            assertThat(frame.watermarkMicros()).isGreaterThanOrEqualTo(before);
            assertThat(Arrays.stream(frame.timesMicros()).boxed())
                    .allMatch(time -> time >= least && time < frame.watermarkMicros());
            assertThat(frame.gaps())
                    .allMatch(gap -> gap.fromMicros() <= frame.watermarkMicros() && gap.fromMicros() >= openFrom);
            before = frame.watermarkMicros();
        }
        assertThat(before).isLessThanOrEqualTo(framer.position().watermarkMicros());
    }

    @Property
    void aFramerThatRemembersGoesOnLikeOneThatWasNotInterrupted(
            @ForAll("anything") List<Step> steps, @ForAll Random random) {
        // Given
        NetworkFramer steady = new NetworkFramer("n", CONFIG);
        NetworkFramer mortal = new NetworkFramer("n", CONFIG);
        FramingRecorder ofSteady = new FramingRecorder();
        FramingRecorder ofMortal = new FramingRecorder();
        List<JournalEntry> journal = new ArrayList<>();

        for (int i = 0; i < steps.size(); i++) {
            // When
            steps.get(i).apply(steady, source(i), ofSteady);
            FramerChange change = steps.get(i).apply(mortal, source(i), ofMortal);
            boolean compacts = random.nextInt(10) == 0;
            if (change.replacesAll() || compacts) {
                journal.clear();
            }
            journal.addAll(compacts ? mortal.compact() : change.entries());
            if (random.nextInt(5) == 0) {
                mortal = new NetworkFramer("n", CONFIG);
                mortal.recall(journal);
            }

            // Then
            assertThat(ofMortal.frames).isEqualTo(ofSteady.frames);
            assertThat(ofMortal.refusals).isEqualTo(ofSteady.refusals);
            assertThat(mortal.position()).isEqualTo(steady.position());
        }
    }

    /** Delays every spike by up to the lateness, sends them in records of up to ten, and ends with a heartbeat. */
    private static FramingRecorder framed(List<FramingRecorder.Spike> spikes, Random random) {
        NetworkFramer framer = new NetworkFramer("n", CONFIG);
        FramingRecorder out = new FramingRecorder();
        record Arrival(FramingRecorder.Spike spike, long at) {}
        List<FramingRecorder.Spike> arrivals = spikes.stream()
                .map(spike ->
                        new Arrival(spike, spike.timeMicros() + random.nextLong(CONFIG.allowedLatenessMicros() + 1)))
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::spike)
                .toList();
        for (int from = 0, to; from < arrivals.size(); from = to) {
            to = Math.min(arrivals.size(), from + 1 + random.nextInt(10));
            List<FramingRecorder.Spike> batch = arrivals.subList(from, to);
            new Step.Spikes(
                            batch.stream()
                                    .map(FramingRecorder.Spike::timeMicros)
                                    .toList(),
                            batch.stream().map(FramingRecorder.Spike::neuron).toList())
                    .apply(framer, source(from), out);
        }
        long end = Math.floorDiv(spikes.get(spikes.size() - 1).timeMicros(), 1_000) * 1_000 + 1_000;
        framer.heartbeat(end, source(arrivals.size()), out);
        return out;
    }

    /** Frames but for those that only move the watermark, and for their numbers. */
    private static List<Frame> content(FramingRecorder recorder) {
        return recorder.frames.stream()
                .filter(frame -> frame.size() > 0)
                .map(frame -> new Frame(
                        frame.network(),
                        0,
                        frame.watermarkMicros(),
                        frame.timesMicros(),
                        frame.neurons(),
                        frame.gaps(),
                        List.of(),
                        frame.duplicates(),
                        0,
                        0))
                .toList();
    }

    private static SourceRecord source(int offset) {
        return new SourceRecord("spikes", 0, offset, null, new byte[10]);
    }
}
