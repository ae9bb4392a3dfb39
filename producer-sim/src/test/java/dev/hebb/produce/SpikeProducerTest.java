package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.Connection;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeProducerTest {
    private static final Connection NOWHERE = Connection.to("127.0.0.1:1", "http://127.0.0.1:1");

    @ParameterizedTest
    @ValueSource(longs = {1, 30, 600, 86_400, 10_000_000})
    void kafkaTakesEveryTimeForADelivery(long seconds) {
        // Given
        Map<String, Object> config = SpikeProducer.configuration(NOWHERE, Duration.ofSeconds(seconds));

        // Then Kafka's own checks pass
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()).close(Duration.ZERO);
        long expected = Math.min(Integer.MAX_VALUE, seconds * 1000);
        assertThat(config).containsEntry("delivery.timeout.ms", (int) expected);
        assertThat(config).containsEntry("max.block.ms", (int) expected);
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatThrownBy(() -> SpikeProducer.configuration(NOWHERE, Duration.ZERO))
                .hasMessage("the time for a delivery is 0 ms; it must be at least 1000 ms");
    }

    @Test
    void whatTheUserPassesThroughHolds() {
        Connection connection = NOWHERE.with(Map.of("delivery.timeout.ms", "70000"));
        assertThat(SpikeProducer.configuration(connection, Duration.ofMinutes(10)))
                .containsEntry("delivery.timeout.ms", "70000");
    }
}
