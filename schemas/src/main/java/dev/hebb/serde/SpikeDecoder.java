package dev.hebb.serde;

import dev.hebb.client.Subjects;
import dev.hebb.framing.RejectReason;
import dev.hebb.schema.Spike;
import dev.hebb.schema.SpikeBatch;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the topic {@code spikes} without an object for each spike. Our own layouts are read by hand, other
 * versions of them by Avro's resolution. Not thread-safe.
 */
public final class SpikeDecoder {
    private final SchemaLookup schemas;
    private final AvroDecoder<SpecificRecord> resolving;
    private final AvroCursor cursor = new AvroCursor();
    private final NetworkReader networks = new NetworkReader();
    private final Map<Integer, Layout> layouts = new HashMap<>();
    private @Nullable Layout last;

    public SpikeDecoder(SchemaLookup schemas) {
        this.schemas = schemas;
        this.resolving = new AvroDecoder<>(schemas, Subjects.SPIKES);
    }

    /**
     * Fills the arrival from a value. What the values mean (negative neurons, times out of range) is not judged here.
     *
     * @throws MalformedValueException if there are no spikes to be had from it; the arrival is then in no defined state
     * @throws UncheckedIOException if the schema registry cannot be asked, which says nothing about the value
     */
    public void decode(byte @Nullable [] value, SpikeArrival into) throws MalformedValueException {
        if (value == null) {
            throw new MalformedValueException(
                    RejectReason.NOT_WIRE_FORMAT, "the record has no value; nothing on this topic can be deleted");
        }
        SpikeShape shape = layout(WireFormat.schemaId(value)).shape;
        if (shape == null) {
            resolve(value, into);
        } else {
            cursor.start(value, WireFormat.HEADER_BYTES);
            read(shape, into);
            cursor.expectEnd();
        }
    }

    private Layout layout(int id) throws MalformedValueException {
        if (last == null || last.id != id) {
            Layout known = layouts.get(id);
            if (known == null) {
                known = new Layout(id, SpikeShape.of(schemas.byId(id)));
                layouts.put(id, known);
            }
            last = known;
        }
        return last;
    }

    private void read(SpikeShape shape, SpikeArrival into) throws MalformedValueException {
        int branch = shape.union() ? cursor.readInt() : 0;
        if (branch < 0 || branch >= shape.branches().size()) {
            throw cursor.malformed("the union has no branch " + branch);
        }
        switch (shape.branches().get(branch)) {
            case SPIKE -> readSpike(into);
            case BATCH -> readBatch(into);
        }
    }

    private void readSpike(SpikeArrival into) throws MalformedValueException {
        String network = networks.read(cursor);
        int neuron = cursor.readInt();
        into.begin(network, cursor.readLong());
        into.setNeuron(0, neuron);
        into.setOffset(0, 0);
        into.end(1);
    }

    private void readBatch(SpikeArrival into) throws MalformedValueException {
        into.begin(networks.read(cursor), cursor.readLong());
        int neurons = 0;
        for (int block = cursor.readBlock("neurons"); block > 0; block = cursor.readBlock("neurons")) {
            into.reserve(neurons + block);
            for (int i = 0; i < block; i++) {
                into.setNeuron(neurons++, cursor.readInt());
            }
        }
        int offsets = 0;
        for (int block = cursor.readBlock("offsetsMicros"); block > 0; block = cursor.readBlock("offsetsMicros")) {
            into.reserve(offsets + block);
            for (int i = 0; i < block; i++) {
                into.setOffset(offsets++, cursor.readInt());
            }
        }
        requireSame(neurons, offsets);
        into.end(neurons);
    }

    private void resolve(byte[] value, SpikeArrival into) throws MalformedValueException {
        SpecificRecord record = resolving.decode(value);
        if (record instanceof Spike spike) {
            into.begin(NetworkReader.checked(spike.getNetwork()), spike.getTime());
            into.setNeuron(0, spike.getNeuron());
            into.setOffset(0, 0);
            into.end(1);
        } else if (record instanceof SpikeBatch batch) {
            copy(batch, into);
        } else {
            throw new MalformedValueException(RejectReason.WRONG_SCHEMA, "the value is neither Spike nor SpikeBatch");
        }
    }

    private static void copy(SpikeBatch batch, SpikeArrival into) throws MalformedValueException {
        List<Integer> neurons = batch.getNeurons();
        List<Integer> offsets = batch.getOffsetsMicros();
        requireSame(neurons.size(), offsets.size());
        into.begin(NetworkReader.checked(batch.getNetwork()), batch.getOrigin());
        into.reserve(neurons.size());
        for (int i = 0; i < neurons.size(); i++) {
            into.setNeuron(i, neurons.get(i));
            into.setOffset(i, offsets.get(i));
        }
        into.end(neurons.size());
    }

    private static void requireSame(int neurons, int offsets) throws MalformedValueException {
        if (neurons != offsets) {
            throw new MalformedValueException(
                    RejectReason.MISMATCHED_ARRAYS,
                    "the batch has " + neurons + " neurons but " + offsets + " offsets");
        }
    }

    private record Layout(int id, @Nullable SpikeShape shape) {}
}
