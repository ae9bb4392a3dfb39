package dev.hebb.e2e;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;

/** The spikes of a source from one time to another, the end excluded. The source is closed by its owner. */
record SpikePart(SpikeSource source, long fromMicros, long toMicros) implements SpikeSource {
    @Override
    public boolean read(SpikeBlock block) throws IOException {
        SpikeBlock all = new SpikeBlock();
        boolean more = source.read(all);
        block.clear();
        for (int spike = 0; spike < all.length(); spike++) {
            long time = all.timeMicros(spike);
            if (time >= fromMicros && time < toMicros) {
                block.add(time, all.neuron(spike));
            }
        }
        return more;
    }

    @Override
    public void close() {}
}
