package dev.hebb.experiment.loop;

import dev.hebb.command.Command;
import dev.hebb.produce.SpikeBlock;
import java.util.List;

/** Hebb, as tissue in the loop sees it: takes spikes and commands, says what it made of them. */
public interface Learner extends AutoCloseable {
    /** Commands something from an event time on that lies in no window whose spikes were sent. */
    void command(long effectiveFromMicros, Command command) throws InterruptedException;

    /**
     * Sends all spikes of the next window.
     *
     * @param window its number; windows come in their order, each once
     * @param spikes in order of time
     */
    void spikes(long window, SpikeBlock spikes) throws InterruptedException;

    /**
     * What was found when a window was closed, in order; waits for it. To be asked once for each window that was sent.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    List<Finding> findings(long window) throws InterruptedException;

    @Override
    void close();
}
