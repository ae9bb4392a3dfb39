package dev.hebb.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Recordings of one network in order, each with its place in the network's time.
 *
 * @param segments in order of time, not overlapping
 * @param gaps unrecorded time between them, if their ages placed them
 * @param byAge whether ages placed them
 */
public record Life(List<Segment> segments, List<Unobserved> gaps, boolean byAge) {
    private static final long LARGEST_MICROS = 1L << 53;

    public Life {
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
            if (from < -LARGEST_MICROS || to > LARGEST_MICROS) {
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

    /** Whether event time is the network's age: its recordings were placed by it. */
    public boolean isByAge() {
        return byAge && segments.get(0).fromMicros() >= 0;
    }

    /** Unrecorded time: [from, to) in microseconds. */
    public record Unobserved(long fromMicros, long toMicros) {}

    /**
     * Places recordings. With ages, or several files that all know their own, each starts at its age and the time
     * between them is unobserved. Otherwise each keeps its own times; several must then follow one another, and are
     * taken as pieces of one recording without gaps.
     *
     * @param ages age in microseconds at each file's time 0; as many as files, or none
     * @throws IllegalArgumentException if the ages do not fit the files, or files overlap
     */
    public static Life of(List<RecordingFile> files, List<Long> ages) {
        if (!ages.isEmpty() && ages.size() != files.size()) {
            throw new IllegalArgumentException(files.size() + " files need as many ages, but " + ages.size()
                    + " were given; give them in order, as in --age 7d,11d");
        }
        boolean known =
                files.size() > 1 && files.stream().map(RecordingFile::ageMicros).allMatch(OptionalLong::isPresent);
        List<Segment> segments = new ArrayList<>();
        for (int k = 0; k < files.size(); k++) {
            RecordingFile file = files.get(k);
            long own = known ? file.ageMicros().orElseThrow() : 0;
            segments.add(new Segment(file, ages.isEmpty() ? own : ages.get(k)));
        }
        requireOrder(segments);
        boolean byAge = known || !ages.isEmpty();
        return new Life(segments, byAge ? between(segments) : List.of(), byAge);
    }

    private static void requireOrder(List<Segment> segments) {
        for (int k = 1; k < segments.size(); k++) {
            Segment before = segments.get(k - 1);
            Segment after = segments.get(k);
            if (after.firstSpikeMicros() < before.lastSpikeMicros()) {
                throw new IllegalArgumentException(after.file().name() + " would start at "
                        + after.firstSpikeMicros() + " µs, before "
                        + before.file().name() + " ends at "
                        + before.lastSpikeMicros()
                        + " µs; give the files in order, with their ages as in --age 7d,11d");
            }
        }
    }

    private static List<Unobserved> between(List<Segment> segments) {
        List<Unobserved> gaps = new ArrayList<>();
        for (int k = 1; k < segments.size(); k++) {
            long from = segments.get(k - 1).toMicros();
            long to = segments.get(k).fromMicros();
            if (from < to) {
                gaps.add(new Unobserved(from, to));
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
