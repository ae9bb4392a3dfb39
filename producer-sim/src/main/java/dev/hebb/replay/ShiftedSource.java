package dev.hebb.replay;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;

/** The spikes of another source, shifted in time. */
record ShiftedSource(SpikeSource source, long shiftMicros) implements SpikeSource {
    @Override
    public boolean read(SpikeBlock block) throws IOException {
        boolean more = source.read(block);
        block.shift(shiftMicros);
        return more;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
