package dev.hebb.replay;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Spikes that arrive with names: a name is sent before the first spike of its neuron. */
public final class NamedSource implements SpikeSource {
    private final SpikeSource source;
    private final Names names;
    private final NetworkNeurons neurons;
    private final SpikeSink sink;
    private int sent;

    /**
     * Names that a source has met, growing while it is read.
     *
     * @param count how many there are
     * @param all their neurons
     */
    public record Names(IntSupplier count, Supplier<? extends Collection<KnownNeuron>> all) {}

    /**
     * A source.
     *
     * @param names those that the source has met
     * @param neurons what is known of the network's neurons
     * @param sink receives the names
     */
    public NamedSource(SpikeSource source, Names names, NetworkNeurons neurons, SpikeSink sink) {
        this.source = source;
        this.names = names;
        this.neurons = neurons;
        this.sink = sink;
    }

    @Override
    public boolean read(SpikeBlock block) throws IOException {
        boolean more = source.read(block);
        int known = names.count().getAsInt();
        if (known > sent) {
            sink.neurons(neurons.add(names.all().get()));
            sent = known;
        }
        return more;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
