package dev.hebb.processor;

import static dev.hebb.processor.FramingFixture.header;
import static dev.hebb.processor.FramingFixture.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records and spikes that framing rejects. */
class FramingRejectionTest {
    private static final String NETWORK = "culture 1";
    private static final int HERE = FramingFixture.partition(NETWORK);
    private static final int ELSEWHERE = (HERE + 1) % FramingFixture.PARTITIONS;

    private final FramingFixture framing = new FramingFixture(new SmallFraming().build());

    @Test
    void sendsBackWhatItCannotReadAsItCame() {
        // Given
        byte[] nonsense = {1, 2, 3};

        // When
        framing.receive("spikes", ELSEWHERE, "a key", nonsense, new RecordHeaders());
        framing.receive("spikes", ELSEWHERE, null, null, new RecordHeaders());

        // Then
        assertThat(framing.rejected()).hasSize(2);
        Record<? extends byte[], ? extends byte[]> first = framing.rejected().get(0);
        assertThat(first.value()).isEqualTo(nonsense);
        assertThat(text(first.key())).isEqualTo("a key");
        assertThat(header(first, "reason")).isEqualTo("NOT_WIRE_FORMAT");
        assertThat(header(first, "topic")).isEqualTo("spikes");
        assertThat(header(first, "partition")).isEqualTo(Integer.toString(ELSEWHERE));
        assertThat(header(first, "offset")).isEqualTo("1");
        assertThat(header(first, "count")).isEqualTo("1");
        assertThat(header(first, "detail")).contains("magic");
        Record<? extends byte[], ? extends byte[]> second = framing.rejected().get(1);
        assertThat(second.key()).isNull();
        assertThat(second.value()).isNull();
    }

    @Test
    void refusesSpikesOfARecordAndKeepsTheRest() {
        // Given
        framing.batch(NETWORK, 0, 500);
        framing.heartbeat(NETWORK, 400);

        // When
        framing.batch(NETWORK, 0, 300, 600);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.frames(0)).singleElement().satisfies(frame -> {
            assertThat(frame.timesMicros()).containsExactly(500, 600);
            assertThat(frame.late()).isEqualTo(1);
        });
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("LATE");
            assertThat(header(record, "offset")).isEqualTo("3");
            assertThat(header(record, "detail")).contains("1 of 2 spikes", "300 µs");
        });
    }

    @Test
    void doesNotTrustHeadersOfOrigin() {
        // Given: nonsense where the partition should be
        Headers headers = new RecordHeaders()
                .add("hebb-topic", "x".getBytes(UTF_8))
                .add("hebb-partition", new byte[] {'?'})
                .add("hebb-offset", new byte[0]);

        // When
        framing.receive("spikes-rerouted", HERE, NETWORK, new byte[] {9}, headers);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> assertThat(header(record, "topic"))
                .isEqualTo("spikes-rerouted"));
    }

    /** Only those of {@code spikes} are joined, in the consumer; the others' headers come as they were sent. */
    @ParameterizedTest
    @ValueSource(strings = {"spikes", "spikes-rerouted", "control"})
    void takesNoRecordForSeveralBecauseAProducerSaysSo(String topic) {
        // Given
        Headers headers = new RecordHeaders().add("hebb-run", new byte[0]);

        // When
        framing.receive(topic, HERE, NETWORK, new byte[] {9}, headers);
        framing.receive(
                topic,
                HERE,
                NETWORK,
                null,
                new RecordHeaders().add("hebb-run", "x".repeat(100).getBytes(UTF_8)));

        // Then
        assertThat(framing.rejected()).hasSize(2).allSatisfy(record -> assertThat(header(record, "reason"))
                .isEqualTo("NOT_WIRE_FORMAT"));
    }

    @Test
    void cutsWhatIsTooLargeToBePassedOn() {
        // When
        framing.value(NETWORK, new byte[5_000]);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("TOO_LARGE");
            assertThat(header(record, "truncated-value-bytes")).isEqualTo("5000");
            assertThat(record.value()).hasSizeLessThanOrEqualTo(2_000);
        });
    }
}
