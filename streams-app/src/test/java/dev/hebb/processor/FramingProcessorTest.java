package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingProcessorTest {
    private static final String NETWORK = "culture 1";
    private static final FramingConfig CONFIG = new SmallFraming().build();

    private final FramingFixture framing = new FramingFixture(CONFIG);

    @Test
    void sendsEveryFrameToEveryShard() {
        // When
        framing.batch(NETWORK, 0, 5, 3);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        for (int shard = 0; shard < FramingFixture.SHARDS; shard++) {
            assertThat(framing.frames(shard)).singleElement().satisfies(frame -> {
                assertThat(frame.network()).isEqualTo(NETWORK);
                assertThat(frame.timesMicros()).containsExactly(3, 5);
                assertThat(frame.watermarkMicros()).isEqualTo(1_000);
            });
        }
    }

    @Test
    void keepsKafkasTimeStampsOfTheWallClock() {
        // When
        framing.batch(NETWORK, 0, 5);
        framing.heartbeat(NETWORK, 1_000);

        // Then
        assertThat(framing.context().forwarded(NodeNames.FRAMES))
                .allMatch(sent -> sent.record().timestamp() == 1_002);
    }

    @Test
    void servesMoreNetworksThanItHasInMemory() {
        // Given
        List<String> networks = List.of("a", "b", "c", "d", "e", "f", "g");

        // When
        for (int i = 0; i < 30; i++) {
            for (String network : networks) {
                framing.batch(network, 200L * i, 0, 50);
            }
        }
        networks.forEach(network -> framing.heartbeat(network, 10_000));

        // Then
        for (String network : networks) {
            assertThat(framing.frames(0).stream()
                            .filter(frame -> frame.network().equals(network))
                            .mapToInt(Frame::size)
                            .sum())
                    .isEqualTo(60);
        }
        assertThat(framing.rejected()).isEmpty();
    }

    @Test
    void failsRatherThanDropARecordWhenTheRegistryIsGone() {
        // Given
        FramingFixture cutOff = new FramingFixture(CONFIG, new MockSchemaRegistryClient() {
            @Override
            public ParsedSchema getSchemaById(int id) throws IOException {
                throw new IOException("connection refused");
            }
        });

        // Then
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> cutOff.batch(NETWORK, 0, 5));
        assertThat(cutOff.rejected()).isEmpty();
    }
}
