package dev.hebb.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Checks that any bytes give spikes, or a reason: no other exception, and no memory beyond what the bytes can hold. */
class SpikeDecoderProperties {
    private final TestRegistry registry = new TestRegistry();
    private final List<Schema> writers = List.of(
            Subjects.SPIKES,
            Spike.getClassSchema(),
            SpikeBatch.getClassSchema(),
            Schema.createUnion(Schema.create(Schema.Type.NULL), Spike.getClassSchema()),
            wide());
    private final int[] ids = writers.stream().mapToInt(registry::register).toArray();
    private final SpikeDecoder decoder = new SpikeDecoder(registry.lookup);
    private final SpikeArrival arrival = new SpikeArrival();

    @Property
    void randomBytesAreAnOutcome(@ForAll byte[] value) {
        outcome(value);
    }

    @Property
    void randomDataBehindAKnownSchemaIsAnOutcome(@ForAll byte[] datum, @ForAll @IntRange(max = 4) int writer) {
        outcome(TestRegistry.wire(ids[writer], datum));
    }

    @Property
    void flippedBitsAndTruncationsAreAnOutcome(
            @ForAll @Size(max = 20) List<@IntRange(max = 2000) Integer> spikes,
            @ForAll @IntRange(max = 4000) int bit,
            @ForAll @IntRange(max = 500) int cut) {
        byte[] value = registry.write(Subjects.SPIKES, new SpikeBatch("net", 1_000_000L, spikes, spikes));
        byte[] flipped = value.clone();
        flipped[bit / 8 % value.length] ^= (byte) (1 << bit % 8);
        outcome(flipped);
        outcome(Arrays.copyOf(value, cut % value.length));
    }

    @Property
    void everyBatchComesBackAsItWas(
            @ForAll @Size(max = 50) List<Integer> neurons, @ForAll @IntRange(min = -1_000_000) int origin) {
        // Given
        List<Integer> offsets = neurons.stream().map(neuron -> neuron / 3).collect(Collectors.toList());
        SpikeBatch batch = new SpikeBatch("net", (long) origin, neurons, offsets);

        // When
        boolean read = outcome(registry.write(Subjects.SPIKES, batch));

        // Then
        assertThat(read).isTrue();
        assertThat(Arrays.copyOf(arrival.neurons(), arrival.size()))
                .isEqualTo(neurons.stream().mapToInt(Integer::intValue).toArray());
        assertThat(Arrays.copyOf(arrival.timesMicros(), arrival.size()))
                .isEqualTo(offsets.stream()
                        .mapToLong(offset -> (long) origin + offset)
                        .toArray());
    }

    /** Decodes a value, and returns whether it is well-formed. */
    private boolean outcome(byte[] value) {
        try {
            decoder.decode(value, arrival);
        } catch (MalformedValueException e) {
            return false;
        }
        assertThat(arrival.size()).isBetween(0, value.length);
        return true;
    }

    private static Schema wide() {
        return SchemaBuilder.record("Spike")
                .namespace("dev.hebb.schema")
                .fields()
                .name("labels")
                .type()
                .map()
                .values()
                .stringType()
                .noDefault()
                .requiredString("network")
                .requiredInt("neuron")
                .requiredBytes("waveform")
                .requiredLong("time")
                .name("trace")
                .type()
                .array()
                .items()
                .doubleType()
                .noDefault()
                .endRecord();
    }
}
