package dev.hebb.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.Subjects;
import dev.hebb.framing.FramingConfig;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SpikeBatchEncoderProperties {
    @Property
    void writesWhatAvroWrites(
            @ForAll @NotEmpty String network,
            @ForAll @LongRange(min = -FramingConfig.MAX_TIME_MICROS, max = FramingConfig.MAX_TIME_MICROS) long origin,
            @ForAll @IntRange(max = 300) int spikes,
            @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        SpikeBlock block = new SpikeBlock();
        List<Integer> neurons = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int k = 0; k < spikes; k++) {
            int neuron = random.nextInt() >>> (1 + random.nextInt(31));
            int offset = random.nextInt() >>> (1 + random.nextInt(31));
            block.add(origin + offset, neuron);
            neurons.add(neuron);
            offsets.add(offset);
        }
        AvroEncoder<SpikeBatch> avro =
                AvroEncoder.register(new MockSchemaRegistryClient(), "spikes-value", Subjects.SPIKES);
        SpikeBatchEncoder encoder = new SpikeBatchEncoder(avro.schemaId(), network);
        encoder.encode(0, new SpikeBlock());
        // When
        byte[] written = encoder.encode(origin, block);
        // Then
        assertThat(written).isEqualTo(avro.encode(new SpikeBatch(network, origin, neurons, offsets)));
    }

    @Test
    void refusesSpikesThatDoNotFit() {
        // Given
        SpikeBatchEncoder encoder = new SpikeBatchEncoder(1, "n");
        SpikeBlock early = new SpikeBlock();
        early.add(-1, 0);
        SpikeBlock late = new SpikeBlock();
        late.add(1L << 31, 0);
        // When, Then
        assertThatThrownBy(() -> encoder.encode(0, early)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> encoder.encode(0, late)).hasMessageContaining("does not fit");
    }
}
