package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Forget;
import dev.hebb.schema.Gap;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Whatever is sent to {@code spikes} and {@code control}: each record is used, sent on to its partition, or rejected
 * with a reason; nothing stops, and another network's frames are the same as without. {@code -Dhebb.fuzz.times=N} sends
 * N times as many, and {@code -Dhebb.fuzz.seed=N} others.
 */
class FuzzedRecordsProperties {
    private static final int RECORDS = 20;
    private static final int TIMES = Integer.getInteger("hebb.fuzz.times", 1);
    private static final long SEED = Long.getLong("hebb.fuzz.seed", 0);
    private static final String GOOD = "good";
    private static final String FUZZED = "fuzz";

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroEncoder<Object> foreign =
            AvroEncoder.register(registry, TopicNames.subject("pruning-events"), PruningEvent.getClassSchema());
    private final SchemaLookup lookup = new SchemaLookup(registry);
    private final AvroDecoder<SpecificRecord> spikes = new AvroDecoder<>(lookup, Subjects.SPIKES);
    private final AvroDecoder<ControlEvent> controls = new AvroDecoder<>(lookup, ControlEvent.getClassSchema());

    @Property(seed = "13", tries = 50)
    void everyRecordIsAccountedFor(@ForAll long seed) {
        // Numbers that follow each other would repeat those of another seed that is near.
        Random numbers = new Random(seed + SEED);
        for (int time = 0; time < TIMES; time++) {
            accountFor(numbers.nextLong());
        }
    }

    private void accountFor(long seed) {
        // Given
        Random random = new Random(seed);
        FramingFixture alone = new FramingFixture(FramingConfig.DEFAULT, registry);
        FramingFixture fuzzed = new FramingFixture(FramingConfig.DEFAULT, registry);

        for (int i = 0; i < RECORDS; i++) {
            // When
            good(alone, i);
            good(fuzzed, i);
            byte[] value = value(fuzzed, random);
            boolean isControl = random.nextBoolean();
            int rejected = fuzzed.rejected().size();
            int rerouted = fuzzed.rerouted().size();
            fuzzed.receive(
                    isControl ? "control" : "spikes",
                    FramingFixture.partition(FUZZED),
                    random.nextInt(10) == 0 ? null : FUZZED,
                    value,
                    new RecordHeaders());

            // Then: Avro itself reads what is neither rejected nor sent on
            boolean refused = fuzzed.rejected().size() > rejected;
            boolean sentOn = fuzzed.rerouted().size() > rerouted;
            boolean readable = isReadable(isControl, value);
            assertThat(refused || sentOn || readable)
                    .as("seed %d, record %d", seed, i)
                    .isTrue();
            fuzzed.rejected().subList(rejected, fuzzed.rejected().size()).forEach(record -> {
                assertThat(Arrays.stream(RejectReason.values()).map(RejectReason::name))
                        .contains(FramingFixture.header(record, "reason"));
                assertThat(FramingFixture.header(record, "detail")).isNotBlank();
            });
        }
        assertThat(framesOfGood(fuzzed)).as("seed %d", seed).isEqualTo(framesOfGood(alone));
    }

    private static void good(FramingFixture framing, int i) {
        framing.batch(GOOD, i * 1_000_000L, 0, 10_000, 500_000);
    }

    private static List<Frame> framesOfGood(FramingFixture framing) {
        return framing.frames(0).stream()
                .filter(frame -> frame.network().equals(GOOD))
                .toList();
    }

    private boolean isReadable(boolean isControl, byte[] value) {
        try {
            if (isControl) {
                controls.decode(value);
            } else {
                spikes.decode(value);
            }
            return true;
        } catch (MalformedValueException e) {
            return false;
        }
    }

    private byte[] value(FramingFixture framing, Random random) {
        byte[] valid = valid(framing, random);
        switch (random.nextInt(6)) {
            case 0 -> random.nextBytes(valid);
            case 1 -> valid[random.nextInt(valid.length)] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(valid, Math.min(5, valid.length), valid.length, (byte) 0xff); // deep varints
            case 3 -> ByteBuffer.wrap(valid).putInt(1, random.nextInt(8)); // schemas of other subjects, and unknown
            case 4 -> {
                return Arrays.copyOf(valid, random.nextInt(valid.length));
            }
            default -> {
                int at = Math.min(valid.length - 1, 5 + random.nextInt(6));
                byte[] longer = Arrays.copyOf(valid, valid.length + 12);
                Arrays.fill(longer, at, at + 4, (byte) 0xfe); // huge lengths
                return longer;
            }
        }
        return valid;
    }

    private byte[] valid(FramingFixture framing, Random random) {
        long time = random.nextLong() >> random.nextInt(60);
        return switch (random.nextInt(7)) {
            case 0 -> framing.encode(new Spike(FUZZED, random.nextInt(), time));
            case 1 ->
                framing.encode(
                        new SpikeBatch(FUZZED, time, List.of(1, random.nextInt()), List.of(random.nextInt(), 5)));
            case 2 -> framing.encode(new SpikeBatch(FUZZED, time, List.of(), List.of()));
            case 3 -> control(framing, new Gap(time, time + random.nextInt()), time);
            case 4 -> control(framing, new Attention("area", List.of(), random.nextGaussian(), null), time);
            case 5 -> control(framing, new Forget(), time);
            default -> ofAnotherSubject(framing.encode(new Spike(FUZZED, 1, time)));
        };
    }

    private static byte[] control(FramingFixture framing, Object command, long from) {
        return framing.encode(new ControlEvent(FUZZED, from, command, "id", "me", 0L));
    }

    private byte[] ofAnotherSubject(byte[] value) {
        ByteBuffer.wrap(value).putInt(1, foreign.schemaId());
        return value;
    }
}
