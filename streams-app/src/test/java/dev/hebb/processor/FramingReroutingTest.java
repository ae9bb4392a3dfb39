package dev.hebb.processor;

import static dev.hebb.processor.FramingFixture.header;
import static dev.hebb.processor.FramingFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Spike;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Records that framing passes on to the partition of their network. */
class FramingReroutingTest {
    private static final String NETWORK = "culture 1";
    private static final int HERE = FramingFixture.partition(NETWORK);
    private static final int ELSEWHERE = (HERE + 1) % FramingFixture.PARTITIONS;

    private final FramingFixture framing = new FramingFixture(new SmallFraming().build());

    @Test
    void passesRecordsOnToTheirNetworksPartition() {
        // Given
        byte[] value = framing.encode(new Spike(NETWORK, 1, 5L));

        // When
        framing.receive("spikes", ELSEWHERE, "probe", value, new RecordHeaders());

        // Then
        assertThat(framing.frames(0)).isEmpty();
        assertThat(framing.rerouted()).singleElement().satisfies(record -> {
            assertThat(text(record.key())).isEqualTo(NETWORK);
            assertThat(record.value()).isEqualTo(value);
        });
    }

    @Test
    void quotesAPassedOnRecordAsItFirstCame() {
        // Given
        byte[] value = framing.encode(new Spike(NETWORK, -1, 5L));
        framing.receive("spikes", ELSEWHERE, "probe", value, new RecordHeaders());
        Headers headers = framing.rerouted().get(0).headers();

        // When
        framing.receive("spikes-rerouted", HERE, NETWORK, value, headers);

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("NEGATIVE_NEURON");
            assertThat(header(record, "topic")).isEqualTo("spikes");
            assertThat(header(record, "partition")).isEqualTo(Integer.toString(ELSEWHERE));
            assertThat(header(record, "offset")).isEqualTo("1");
            assertThat(text(record.key())).isEqualTo("probe");
        });
    }

    @Test
    void neverPassesARecordOnTwice() {
        // When
        byte[] value = framing.encode(new Spike(NETWORK, 1, 5L));
        framing.receive("spikes-rerouted", ELSEWHERE, NETWORK, value, new RecordHeaders());

        // Then
        assertThat(framing.rerouted()).isEmpty();
        assertThat(framing.rejected()).singleElement().satisfies(record -> assertThat(header(record, "reason"))
                .isEqualTo("MISROUTED"));
    }

    @Test
    void passesControlEventsOnToo() {
        // Given
        byte[] value = framing.encode(new ControlEvent(NETWORK, 0L, new Gap(10L, 5L), "", "", 0L));
        framing.receive("control", ELSEWHERE, null, value, new RecordHeaders());

        // When
        framing.receive(
                "spikes-rerouted",
                HERE,
                NETWORK,
                value,
                framing.rerouted().get(0).headers());

        // Then
        assertThat(framing.rejected()).singleElement().satisfies(record -> {
            assertThat(header(record, "reason")).isEqualTo("BAD_CONTROL");
            assertThat(header(record, "topic")).isEqualTo("control");
        });
    }
}
