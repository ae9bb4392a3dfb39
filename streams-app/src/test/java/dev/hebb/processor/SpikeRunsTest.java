package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.SourceRecord;
import dev.hebb.schema.Spike;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single spikes go through Kafka Streams together, and are handled one by one as if they had come alone. */
class SpikeRunsTest {
    private static final TopicPartition SPIKES = new TopicPartition("spikes", FramingFixture.partition("n"));

    private final SpikeRuns runs = new SpikeRuns();
    private final FramingFixture fixture = new FramingFixture(new SmallFraming().build());
    private final List<ConsumerRecord<byte[], byte[]>> sent = new ArrayList<>();

    SpikeRunsTest() {
        runs.configure(Map.of(SpikeRuns.TOPIC_CONFIG, "spikes"));
    }

    @Test
    void joinsOnlyWhatHasOneKeyAndOneTimeStamp() {
        // Given: an offset between the spikes is missing, as that of a transaction's marker is
        send(10, "n", 1, spike(1), new RecordHeaders());
        send(11, "n", 1, spike(2), new RecordHeaders());
        send(14, "n", 1, spike(3), new RecordHeaders());
        send(15, "n", 2, spike(4), new RecordHeaders());
        send(16, "k", 2, spike(5), new RecordHeaders());
        send(17, "k", 2, new byte[1_000], new RecordHeaders());
        send(18, "k", 2, null, new RecordHeaders());
        send(19, "k", 2, spike(6), new RecordHeaders().add("trace", new byte[1]));

        // When
        ConsumerRecords<byte[], byte[]> joined = consume();

        // Then
        assertThat(joined.records(SPIKES))
                .extracting(ConsumerRecord::offset)
                .containsExactly(10L, 15L, 16L, 17L, 18L, 19L);
        assertThat(joined.nextOffsets()).containsEntry(SPIKES, new OffsetAndMetadata(20));
        assertThat(received(joined))
                .extracting(SourceRecord::offset)
                .containsExactly(10L, 11L, 14L, 15L, 16L, 17L, 18L, 19L);
        assertThat(received(joined))
                .extracting(SourceRecord::value)
                .containsExactlyElementsOf(
                        sent.stream().map(ConsumerRecord::value).toList());
    }

    @Test
    void leavesOtherTopicsAlone() {
        // Given
        TopicPartition control = new TopicPartition("control", 0);
        List<ConsumerRecord<byte[], byte[]>> commands = List.of(
                new ConsumerRecord<>("control", 0, 1, new byte[0], spike(1)),
                new ConsumerRecord<>("control", 0, 2, new byte[0], spike(1)));

        // Then
        assertThat(runs.onConsume(new ConsumerRecords<>(Map.of(control, commands), Map.of()))
                        .records(control))
                .isEqualTo(commands);
    }

    @Test
    void aRunThatAProducerClaimsIsNone() {
        // Given
        send(1, "n", 1, spike(1), new RecordHeaders().add("hebb-run", new byte[0]));
        send(2, "n", 1, spike(2), new RecordHeaders().add("hebb-run", new byte[0]));

        // Then
        assertThat(received(consume()))
                .extracting(SourceRecord::value)
                .containsExactly(sent.get(0).value(), sent.get(1).value());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void framesAndRefusalsAreThoseOfSingleRecords(boolean withRuns) {
        // Given: two seconds of spikes, a bad record among them
        for (int i = 0; i < 2_000; i++) {
            send(i, "n", i / 300, i == 777 ? new byte[] {42} : spike(i), new RecordHeaders());
        }
        send(2_000, "n", 7, fixture.encode(new Spike("n", 1, 2_500_000L)), new RecordHeaders());

        // When
        deliver(withRuns ? consume().records(SPIKES) : sent);

        // Then
        List<Long> times = new ArrayList<>();
        fixture.frames(0).forEach(frame -> {
            for (long time : frame.timesMicros()) {
                times.add(time);
            }
        });
        assertThat(times).hasSize(1_999).isSorted().doesNotContain(777_000L);
        assertThat(fixture.rejected()).singleElement().satisfies(refusal -> {
            assertThat(FramingFixture.header(refusal, "offset")).isEqualTo("777");
            assertThat(refusal.value()).containsExactly(42);
        });
    }

    private void deliver(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(fixture::receive);
    }

    private byte[] spike(int number) {
        return fixture.encode(new Spike("n", 1 + number % 7, number * 1_000L));
    }

    @SuppressWarnings("NullAway") // Kafka's records may have no value
    private void send(long offset, String key, long timestamp, byte @Nullable [] value, Headers headers) {
        sent.add(new ConsumerRecord<>(
                SPIKES.topic(),
                SPIKES.partition(),
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                1,
                1,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                Optional.empty()));
    }

    private ConsumerRecords<byte[], byte[]> consume() {
        return runs.onConsume(new ConsumerRecords<>(Map.of(SPIKES, sent), Map.of(SPIKES, new OffsetAndMetadata(20))));
    }

    /** Returns the records that a processor gets, with every run taken apart. */
    private static List<SourceRecord> received(ConsumerRecords<byte[], byte[]> records) {
        List<SourceRecord> received = new ArrayList<>();
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        for (ConsumerRecord<byte[], byte[]> record : records.records(SPIKES)) {
            context.setRecordMetadata(record.topic(), record.partition(), record.offset());
            Record<byte[], byte[]> seen =
                    new Record<>(record.key(), record.value(), record.timestamp(), record.headers());
            if (SpikeRun.is(seen)) {
                received.addAll(SpikeRun.of(seen, context.recordMetadata().orElseThrow()));
            } else {
                received.add(new SourceRecord(
                        record.topic(), record.partition(), record.offset(), record.key(), record.value()));
            }
        }
        return received;
    }
}
