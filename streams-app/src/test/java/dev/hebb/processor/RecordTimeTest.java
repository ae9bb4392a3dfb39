package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {
    private static final long NO_RECORD_YET = -1;

    private final RecordTime time = new RecordTime();

    @ParameterizedTest
    @ValueSource(longs = {-1, -5, Long.MIN_VALUE})
    void ofARecordWithoutOneIsThatOfThoseBefore(long timestamp) {
        assertThat(time.extract(record(timestamp), 77)).isEqualTo(77);
        assertThat(time.extract(record(timestamp), NO_RECORD_YET)).isZero();
    }

    @Test
    void isTheRecordsOwnAlsoIfOthersAreNewer() {
        assertThat(time.extract(record(0), 77)).isZero();
        assertThat(time.extract(record(5), 77)).isEqualTo(5);
    }

    private static ConsumerRecord<Object, Object> record(long timestamp) {
        return new ConsumerRecord<>(
                "spikes",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
