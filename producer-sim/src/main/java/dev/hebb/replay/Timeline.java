package dev.hebb.replay;

import dev.hebb.framing.FramingConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Recordings of one network in order, each with its place in the network's time.
 *
 * @param segments in order of time, not overlapping
 * @param gaps unrecorded time within them, and between them if their ages placed them
 * @param byAge whether ages placed them
 */
public record Timeline(List<Segment> segments, List<Unobserved> gaps, boolean byAge) {
    public Timeline {
        segments = List.copyOf(segments);
        gaps = List.copyOf(gaps);
    }

    /**
     * A recording and its place.
     *
     * @param shiftMicros added to the file's own times
     */
    public record Segment(RecordingFile file, long shiftMicros) {
        public Segment {
            long from = Math.addExact(file.extent().fromMicros(), shiftMicros);
            long to = Math.addExact(file.extent().toMicros(), shiftMicros);
            if (from < -FramingConfig.MAX_TIME_MICROS || to > FramingConfig.MAX_TIME_MICROS) {
                throw new IllegalArgumentException(file.name() + " would cover " + from + " to " + to
                        + " µs; times must lie within 2^53 µs of zero");
            }
        }

        public long fromMicros() {
            return file.extent().fromMicros() + shiftMicros;
        }

        public long toMicros() {
            return file.extent().toMicros() + shiftMicros;
        }

        public long firstSpikeMicros() {
            return file.extent().firstMicros() + shiftMicros;
        }

        public long lastSpikeMicros() {
            return file.extent().lastMicros() + shiftMicros;
        }
    }

    /** Returns whether event time is the network's age: ages placed the recordings, none of them before age 0. */
    public boolean isByAge() {
        return byAge && segments.get(0).fromMicros() >= 0;
    }

    /** Unrecorded time: [from, to) in microseconds. */
    public record Unobserved(long fromMicros, long toMicros) {}

    /**
     * Places recordings. With ages, or several files that all state their own, each starts at its age and the time
     * between them is unobserved; files that state their ages can be in any order. Otherwise each keeps its own times;
     * several must then follow one another, and are taken as pieces of one recording without gaps.
     *
     * @param ages age in microseconds at each file's time 0; as many as files, or none
     * @throws IllegalArgumentException if the ages do not fit the files, or files overlap
     */
    public static Timeline of(List<RecordingFile> files, List<Long> ages) {
        requireAges(files.size(), ages);
        boolean known = ages.isEmpty() && files.size() > 1 && allStateTheirAge(files);
        List<Segment> segments = new ArrayList<>();
        for (int k = 0; k < files.size(); k++) {
            RecordingFile file = files.get(k);
            long own = known ? file.ageMicros().orElseThrow() : 0;
            segments.add(new Segment(file, ages.isEmpty() ? own : ages.get(k)));
        }
        if (known) {
            segments.sort(Comparator.comparingLong(Segment::shiftMicros));
        }
        requireOrder(segments, known);
        boolean byAge = known || !ages.isEmpty();
        return new Timeline(segments, gaps(segments, byAge), byAge);
    }

    /**
     * Checks the number of ages.
     *
     * @throws IllegalArgumentException if there are some, and not as many as files
     */
    public static void requireAges(int files, List<Long> ages) {
        if (!ages.isEmpty() && ages.size() != files) {
            throw new IllegalArgumentException(files + " files need as many ages, but " + ages.size()
                    + " were given; give them in order, as in --age 7d,11d");
        }
    }

    private static boolean allStateTheirAge(List<RecordingFile> files) {
        return files.stream().map(RecordingFile::ageMicros).allMatch(OptionalLong::isPresent);
    }

    private static void requireOrder(List<Segment> segments, boolean byStatedAge) {
        for (int k = 1; k < segments.size(); k++) {
            Segment before = segments.get(k - 1);
            Segment after = segments.get(k);
            if (after.firstSpikeMicros() < before.lastSpikeMicros()) {
                throw new IllegalArgumentException(after.file().name() + " would start at "
                        + after.firstSpikeMicros() + " µs, before "
                        + before.file().name() + " ends at "
                        + before.lastSpikeMicros() + " µs; " + advice(before.file(), after.file(), byStatedAge));
            }
        }
    }

    private static String advice(RecordingFile before, RecordingFile after, boolean byStatedAge) {
        if (byStatedAge) {
            return "their stated ages are too close; say the age of each file, as in --age 7d,11d";
        }
        boolean one = before.ageMicros().isPresent() != after.ageMicros().isPresent();
        return (one ? "only " + (before.ageMicros().isPresent() ? before : after).name() + " states its age; " : "")
                + "give the files in order, with their ages as in --age 7d,11d";
    }

    /**
     * Returns the times that the files themselves do not observe and, if ages placed the files, the times between them.
     */
    private static List<Unobserved> gaps(List<Segment> segments, boolean byAge) {
        List<Unobserved> gaps = new ArrayList<>();
        for (int k = 0; k < segments.size(); k++) {
            Segment segment = segments.get(k);
            if (k > 0 && byAge) {
                long from = segments.get(k - 1).toMicros();
                long to = segment.fromMicros();
                if (from < to) {
                    gaps.add(new Unobserved(from, to));
                }
            }
            for (Unobserved own : segment.file().unobserved()) {
                gaps.add(new Unobserved(
                        own.fromMicros() + segment.shiftMicros(), own.toMicros() + segment.shiftMicros()));
            }
        }
        return gaps;
    }

    public long spikes() {
        return segments.stream().mapToLong(s -> s.file().extent().spikes()).sum();
    }

    /** The last spike of all. */
    public long lastSpikeMicros() {
        return segments.get(segments.size() - 1).lastSpikeMicros();
    }
}
