package dev.hebb.produce;

import java.io.Closeable;
import java.io.IOException;

/**
 * Source of spikes: a recording, a pipe, a simulator. The spikes may depend on nothing but the source itself, never on
 * when they are asked for, so that pacing cannot change them.
 */
public interface SpikeSource extends Closeable {
    /**
     * Replaces the block's content by the next spikes.
     *
     * @return false if there are no more, and the block is empty; an empty block with true means none for the moment
     * @throws IOException if the source cannot be read, with a message for the user
     */
    boolean read(SpikeBlock block) throws IOException;

    @Override
    default void close() throws IOException {}
}
