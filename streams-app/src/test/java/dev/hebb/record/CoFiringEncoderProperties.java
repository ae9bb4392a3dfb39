package dev.hebb.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.Settings;
import dev.hebb.schema.CoFiring;
import dev.hebb.serde.AvroEncoder;
import dev.hebb.shard.CoFiringCounts;
import dev.hebb.shard.ShardConfig;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Byte for byte what Avro writes of the generated record. */
class CoFiringEncoderProperties {
    private final ShardConfig config = ConfigReader.read(Settings.defaults()).shard();
    private final AvroEncoder<CoFiring> avro =
            AvroEncoder.register(new MockSchemaRegistryClient(), "co-firing-value", CoFiring.getClassSchema());
    private final CoFiringEncoder encoder = new CoFiringEncoder(avro.schemaId(), config);

    @Property
    void equalsAvro(
            @ForAll String network,
            @ForAll int post,
            @ForAll long window,
            @ForAll @Size(max = 300) int[] pre,
            @ForAll @Size(max = 300) int[] cells) {
        CoFiringCounts counts = new CoFiringCounts(post, window, post >>> 1, pre, cells, pre, cells, pre, cells);

        assertThat(encoder.encode(network, counts)).isEqualTo(avro.encode(record(network, counts)));
    }

    private CoFiring record(String network, CoFiringCounts counts) {
        return CoFiring.newBuilder()
                .setNetwork(network)
                .setPost(counts.post())
                .setWindow(counts.window())
                .setWindowMicros(config.windowMicros())
                .setLagBinMicros(config.axis().binMicros())
                .setPostSpikes(counts.postSpikes())
                .setPre(Ints.asList(counts.pre()))
                .setPreSpikes(Ints.asList(counts.preSpikes()))
                .setCoincidences(Ints.asList(counts.coincidences()))
                .setCoincidenceMicros(config.coFiring().coincidenceMicros())
                .setCellPre(Ints.asList(counts.cellPre()))
                .setCellLagBin(Ints.asList(counts.cellLagBin()))
                .setCounts(Ints.asList(counts.counts()))
                .build();
    }
}
