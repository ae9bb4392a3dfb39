package dev.hebb.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.client.Subjects;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpikeDecoderTest {
    private static final Spike SPIKE = new Spike("culture", 7, -5L);
    private static final SpikeBatch BATCH = new SpikeBatch("culture", 1_000L, List.of(3, -1, 3), List.of(0, 20, -7));

    private final TestRegistry registry = new TestRegistry();
    private final SpikeDecoder decoder = new SpikeDecoder(registry.lookup);
    private final SpikeArrival arrival = new SpikeArrival();

    @Test
    void readsASpikeOfTheUnionAndOfThePlainRecord() throws Exception {
        for (Schema schema : List.of(Subjects.SPIKES, Spike.getClassSchema(), reversed())) {
            // When
            decoder.decode(registry.write(schema, SPIKE), arrival);

            // Then
            assertThat(arrival.network()).isEqualTo("culture");
            assertThat(arrival.isHeartbeat()).isFalse();
            assertThat(times()).containsExactly(-5);
            assertThat(neurons()).containsExactly(7);
        }
    }

    @Test
    void readsABatchOfTheUnionAndOfThePlainRecord() throws Exception {
        for (Schema schema : List.of(Subjects.SPIKES, SpikeBatch.getClassSchema(), reversed())) {
            // When
            decoder.decode(registry.write(schema, BATCH), arrival);

            // Then
            assertThat(arrival.network()).isEqualTo("culture");
            assertThat(times()).containsExactly(1_000, 1_020, 993);
            assertThat(neurons()).containsExactly(3, -1, 3);
        }
    }

    @Test
    void takesAnEmptyBatchForAHeartbeat() throws Exception {
        // When
        decoder.decode(registry.write(Subjects.SPIKES, new SpikeBatch("n", 42L, List.of(), List.of())), arrival);

        // Then
        assertThat(arrival.isHeartbeat()).isTrue();
        assertThat(arrival.originMicros()).isEqualTo(42);
    }

    @Test
    void readsSchemasOfOtherLanguagesWithoutOurPropertiesOrNamespace() throws Exception {
        // Given
        Schema theirs = spikeBatch("lab.rig").endRecord();

        // When
        decoder.decode(registry.write(theirs, BATCH), arrival);

        // Then
        assertThat(times()).containsExactly(1_000, 1_020, 993);
    }

    @Test
    void resolvesEvolvedSchemas() throws Exception {
        // Given: other order, a field more, a narrower time
        Schema evolved = SchemaBuilder.record("Spike")
                .namespace("dev.hebb.schema")
                .fields()
                .requiredInt("time")
                .requiredString("network")
                .optionalString("probe")
                .requiredInt("neuron")
                .endRecord();
        Object datum = new GenericRecordBuilder(evolved)
                .set("time", 99)
                .set("network", "culture")
                .set("probe", "left")
                .set("neuron", 4)
                .build();

        // When
        decoder.decode(registry.write(evolved, datum), arrival);

        // Then
        assertThat(arrival.network()).isEqualTo("culture");
        assertThat(times()).containsExactly(99);
        assertThat(neurons()).containsExactly(4);
    }

    @Test
    void readsArraysInSeveralBlocksWithAndWithoutByteCounts() throws Exception {
        // Given
        byte[] datum = encoded(out -> {
            out.writeString("n");
            out.writeLong(0);
            out.writeLong(1);
            out.writeInt(5);
            out.writeLong(-2);
            out.writeLong(2);
            out.writeInt(6);
            out.writeInt(7);
            out.writeLong(0);
            out.writeLong(3);
            out.writeInt(10);
            out.writeInt(11);
            out.writeInt(12);
            out.writeLong(0);
        });

        // When
        decoder.decode(TestRegistry.wire(registry.register(SpikeBatch.getClassSchema()), datum), arrival);

        // Then
        assertThat(neurons()).containsExactly(5, 6, 7);
        assertThat(times()).containsExactly(10, 11, 12);
    }

    @Test
    void keepsTimesThatOverflowAtTheEndOfTheRange() throws Exception {
        // When
        SpikeBatch batch = new SpikeBatch("n", Long.MAX_VALUE, List.of(1, 1), List.of(1, -1));
        decoder.decode(registry.write(Subjects.SPIKES, batch), arrival);

        // Then
        assertThat(times()).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE - 1);
    }

    @Test
    void givesEachFlawItsReason() {
        byte[] good = registry.write(Subjects.SPIKES, BATCH);
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        byte[] otherMagic = good.clone();
        otherMagic[0] = 1;

        assertThat(reason(null)).isEqualTo(RejectReason.NOT_WIRE_FORMAT);
        assertThat(reason(new byte[0])).isEqualTo(RejectReason.NOT_WIRE_FORMAT);
        assertThat(reason(otherMagic)).isEqualTo(RejectReason.NOT_WIRE_FORMAT);
        assertThat(reason(TestRegistry.wire(4711, new byte[4]))).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(reason(registry.write(SchemaBuilder.builder().stringType(), "x")))
                .isEqualTo(RejectReason.WRONG_SCHEMA);
        assertThat(reason(TestRegistry.wire(registry.register(Dendrite.getClassSchema()), new byte[4])))
                .isEqualTo(RejectReason.WRONG_SCHEMA);
        assertThat(reason(longer)).isEqualTo(RejectReason.MALFORMED);
        assertThat(reason(shorter)).isEqualTo(RejectReason.MALFORMED);
        assertThat(reason(spikes(new SpikeBatch("n", 0L, List.of(1), List.of()))))
                .isEqualTo(RejectReason.MISMATCHED_ARRAYS);
        assertThat(reason(spikes(new Spike("", 0, 0L)))).isEqualTo(RejectReason.EMPTY_NETWORK);
        assertThat(reason(spikes(new Spike("a\u0000b", 0, 0L)))).isEqualTo(RejectReason.BAD_NETWORK_NAME);
        assertThat(reason(spikes(new Spike("x".repeat(201), 0, 0L)))).isEqualTo(RejectReason.BAD_NETWORK_NAME);
    }

    @Test
    void refusesNamesThatAreNotUtf8() {
        // Given
        byte[] value = spikes(new Spike("abc", 0, 0L));
        value[WireFormat.HEADER_BYTES + 2] = (byte) 0xff;

        // Then
        assertThat(reason(value)).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void allocatesNothingForLengthsThatAreLies() {
        // Given
        Schema extra = new Schema.Parser()
                .parse(spikeBatch("dev.hebb.schema")
                        .requiredString("note")
                        .endRecord()
                        .toString());
        for (Schema schema : List.of(SpikeBatch.getClassSchema(), extra)) {
            for (long lie : new long[] {3, 2_000_000_000, Integer.MAX_VALUE, Long.MAX_VALUE, -3, Long.MIN_VALUE}) {
                byte[] datum = encoded(out -> {
                    out.writeString("n");
                    out.writeLong(0);
                    out.writeLong(lie);
                });

                // Then
                assertThat(reason(TestRegistry.wire(registry.register(schema), datum)))
                        .isEqualTo(RejectReason.MALFORMED);
            }
        }
    }

    @Test
    void doesNotTakeAnUnreachableRegistryForABadRecord() {
        // Given
        SpikeDecoder cutOff = new SpikeDecoder(new SchemaLookup(new MockSchemaRegistryClient() {
            @Override
            public ParsedSchema getSchemaById(int id) throws IOException {
                throw new IOException("connection refused");
            }
        }));

        // Then
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> cutOff.decode(spikes(SPIKE), arrival))
                .withMessageContaining("registry");
    }

    @Test
    void readsOnAfterAnyFlaw() throws Exception {
        // Given
        assertThatThrownBy(() -> decoder.decode(spikes(new Spike("", 1, 1L)), arrival))
                .isInstanceOf(MalformedValueException.class);

        // When
        decoder.decode(spikes(SPIKE), arrival);

        // Then
        assertThat(arrival.network()).isEqualTo("culture");
    }

    private byte[] spikes(Object record) {
        return registry.write(Subjects.SPIKES, record);
    }

    private @Nullable RejectReason reason(byte @Nullable [] value) {
        try {
            decoder.decode(value, arrival);
            return null;
        } catch (MalformedValueException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            return e.reason();
        }
    }

    private long[] times() {
        return Arrays.copyOf(arrival.timesMicros(), arrival.size());
    }

    private int[] neurons() {
        return Arrays.copyOf(arrival.neurons(), arrival.size());
    }

    private static Schema reversed() {
        return Schema.createUnion(SpikeBatch.getClassSchema(), Spike.getClassSchema());
    }

    private static byte[] encoded(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The fields of a batch, for a schema that others wrote. */
    private static SchemaBuilder.FieldAssembler<Schema> spikeBatch(String namespace) {
        return SchemaBuilder.record("SpikeBatch")
                .namespace(namespace)
                .fields()
                .requiredString("network")
                .requiredLong("origin")
                .name("neurons")
                .type()
                .array()
                .items()
                .intType()
                .noDefault()
                .name("offsetsMicros")
                .type()
                .array()
                .items()
                .intType()
                .noDefault();
    }

    private interface Writing {
        void to(BinaryEncoder out) throws IOException;
    }
}
