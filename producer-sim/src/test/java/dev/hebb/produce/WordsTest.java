package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks of the texts that users write and read: speeds, progress and spikes as CSV. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({"realtime, 1", "10x, 10", "0.5x, 0.5", "MAX, Infinity", "2, 2"})
    void readsSpeeds(String text, double factor) {
        assertThat(Speed.parse(text).factor()).isEqualTo(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0x", "-1x", "x", "NaN"})
    void refusesOtherSpeeds(String text) {
        assertThatThrownBy(() -> Speed.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesProgressAsLines() {
        // Given
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (FeedProgress known = FeedProgress.inLines(nowhere, "dish", 4_000);
                FeedProgress unknown = FeedProgress.inLines(nowhere, "rig", -1)) {
            // When
            known.sent(1_000, 5);
            unknown.sent(1_000, 5);
            // Then
            assertThat(known.line()).matches("dish: 1,000 of 4,000 spikes, [\\d,]+/s, [\\d,]+ s left");
            assertThat(unknown.line()).matches("rig: 1,000 spikes, [\\d,]+/s");
        }
    }

    @Test
    void writesSpikesAsCsv() throws IOException {
        // Given
        StringWriter text = new StringWriter();
        SpikeBlock spikes = new SpikeBlock();
        spikes.add(-5, 3);
        spikes.add(7, 0);
        // When
        try (CsvSink sink = new CsvSink(text)) {
            sink.batch(-5, spikes);
            sink.heartbeat(10);
        }
        // Then
        assertThat(text).hasToString("neuron,time_us\n3,-5\n0,7\n");
    }
}
