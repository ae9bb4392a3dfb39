package dev.hebb.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.framing.FramingConfig;
import dev.hebb.produce.Feed;
import dev.hebb.produce.MemorySink;
import dev.hebb.replay.Timeline.Unobserved;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final long DAY = 86_400_000_000L;

    @Test
    void aSingleFileKeepsItsOwnTimesWhateverAgeItStates() {
        // When
        Timeline life = Timeline.of(List.of(file("a", OptionalLong.of(7 * DAY), 100, 200)), List.of());
        // Then
        assertThat(life.segments()).extracting(Timeline.Segment::shiftMicros).containsExactly(0L);
        assertThat(life.gaps()).isEmpty();
        assertThat(life.lastSpikeMicros()).isEqualTo(200);
    }

    @Test
    void severalFilesStartAtTheAgesTheyStateAndWhatLiesBetweenIsUnobserved() {
        // Given
        RecordingFile day7 = file("a", OptionalLong.of(7 * DAY), 100, 200);
        RecordingFile day11 = file("b", OptionalLong.of(11 * DAY), 50, 60);
        // When
        Timeline life = Timeline.of(List.of(day7, day11), List.of());
        // Then
        assertThat(life.segments()).extracting(Timeline.Segment::shiftMicros).containsExactly(7 * DAY, 11 * DAY);
        assertThat(life.gaps()).containsExactly(new Unobserved(7 * DAY + 201, 11 * DAY));
        assertThat(life.spikes()).isEqualTo(4);
    }

    @Test
    void filesThatStateTheirAgesCanBeInAnyOrder() {
        // Given
        RecordingFile day7 = file("a", OptionalLong.of(7 * DAY), 100, 200);
        RecordingFile day11 = file("b", OptionalLong.of(11 * DAY), 50, 60);
        // When
        Timeline life = Timeline.of(List.of(day11, day7), List.of());
        // Then
        assertThat(life).isEqualTo(Timeline.of(List.of(day7, day11), List.of()));
        assertThatThrownBy(() -> Timeline.of(List.of(day7, file("c", OptionalLong.of(7 * DAY), 5, 9)), List.of()))
                .hasMessageContaining("c would start at")
                .hasMessageContaining("their stated ages are too close; say the age of each file");
        assertThatThrownBy(() -> Timeline.of(List.of(day7, file("c", OptionalLong.empty(), 5, 9)), List.of()))
                .hasMessageContaining("only a states its age; give the files in order");
    }

    @Test
    void unobservedTimeOfAFileMovesWithIt() {
        // Given
        RecordingFile file = file("a", OptionalLong.empty(), 100, 200).notObserved(List.of(new Unobserved(120, 150)));
        // When, Then
        assertThat(Timeline.of(List.of(file), List.of()).gaps()).containsExactly(new Unobserved(120, 150));
        assertThat(Timeline.of(List.of(file), List.of(DAY)).gaps())
                .containsExactly(new Unobserved(DAY + 120, DAY + 150));
    }

    @Test
    void agesOfTheUserCountBeforeThoseOfTheFiles() {
        // Given
        RecordingFile file = file("a", OptionalLong.of(7 * DAY), 100, 200);
        // When
        Timeline one = Timeline.of(List.of(file), List.of(3 * DAY));
        Timeline two = Timeline.of(List.of(file, file), List.of(DAY, 2 * DAY));
        // Then
        assertThat(one.segments()).extracting(Timeline.Segment::shiftMicros).containsExactly(3 * DAY);
        assertThat(two.gaps()).containsExactly(new Unobserved(DAY + 201, 2 * DAY));
    }

    @Test
    void piecesOfOneRecordingFollowOneAnotherWithoutGap() {
        // When
        Timeline life = Timeline.of(
                List.of(file("a", OptionalLong.empty(), 100, 200), file("b", OptionalLong.empty(), 300, 400)),
                List.of());
        // Then
        assertThat(life.segments()).extracting(Timeline.Segment::shiftMicros).containsExactly(0L, 0L);
        assertThat(life.gaps()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeOneLife() {
        RecordingFile file = file("day.csv", OptionalLong.empty(), 100, 200);
        assertThatThrownBy(() -> Timeline.of(List.of(file, file), List.of()))
                .hasMessageContaining("day.csv would start at 100 µs, before day.csv ends at 200 µs");
        assertThatThrownBy(() -> Timeline.of(List.of(file, file), List.of(2 * DAY, DAY)))
                .hasMessageContaining("give the files in order");
        assertThatThrownBy(() -> Timeline.of(List.of(file, file), List.of(DAY)))
                .hasMessageContaining("2 files need as many ages, but 1 were given");
        assertThatThrownBy(() -> Timeline.of(List.of(file), List.of(FramingConfig.MAX_TIME_MICROS)))
                .hasMessageContaining("must lie within 2^53");
    }

    @Test
    void gapsAreAcknowledgedBeforeTheFirstSpikeAndTheLastWindowIsClosed() throws IOException, InterruptedException {
        // Given
        Timeline life = Timeline.of(
                List.of(file("a", OptionalLong.empty(), 100, 200), file("b", OptionalLong.empty(), 300, 25_000_000)),
                List.of(DAY, 2 * DAY));
        MemorySink sink = new MemorySink();
        Feed feed = new Feed(sink, Feed.Options.MAX_SPEED);
        // When
        new Replay(sink, feed).run(life, 10_000_000);
        // Then
        assertThat(sink.order)
                .containsExactly(
                        "gap " + (DAY + 201) + " " + 2 * DAY,
                        "flush",
                        "batch " + (DAY + 100),
                        "batch " + (2 * DAY + 300),
                        "batch " + (2 * DAY + 25_000_000),
                        "heartbeat " + (2 * DAY + 30_000_000),
                        "flush");
    }

    @Test
    void endsOfWindows() {
        assertThat(Replay.endOfWindow(0, 10)).isEqualTo(10);
        assertThat(Replay.endOfWindow(9, 10)).isEqualTo(10);
        assertThat(Replay.endOfWindow(10, 10)).isEqualTo(20);
        assertThat(Replay.endOfWindow(-1, 10)).isZero();
        assertThat(Replay.endOfWindow(-11, 10)).isEqualTo(-10);
    }

    private static RecordingFile file(String name, OptionalLong age, long first, long last) {
        Recording recording = new Recording(new long[] {first, last}, new int[] {1, 2});
        return new RecordingFile(name, "test", RecordingFile.Extent.of(recording), age, List.of(), recording::source);
    }
}
