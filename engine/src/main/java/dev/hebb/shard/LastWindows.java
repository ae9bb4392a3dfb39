package dev.hebb.shard;

import dev.hebb.cofiring.CountRow;
import dev.hebb.cofiring.DendriteCounter;
import dev.hebb.cofiring.SpikeLog;
import dev.hebb.cofiring.TrainIndex;
import dev.hebb.framing.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * The windowed counts of one dendrite in the last closed windows, counted again from the frames that a shard keeps: the
 * same as were published. Needs the memory of one window's spikes. Not thread-safe.
 */
public final class LastWindows {
    private final ShardConfig config;
    private final Neurons neurons;
    private final int post;
    private final long nextWindow;
    private final int[] slotsById;
    private final SpikeLog log = new SpikeLog();
    private final TrainIndex trains;
    private final DendriteCounter counter;
    private final CountRow row;
    private final CoFiringScratch scratch;
    private final List<CoFiringCounts> counted = new ArrayList<>();
    private long window;

    /**
     * @param state of the shard
     * @param post neuron whose dendrite it is
     */
    public LastWindows(ShardConfig config, ShardState state, int post) {
        this.config = config;
        this.neurons = state.neurons();
        this.post = neurons.find(post);
        this.nextWindow = state.progress().nextWindow();
        this.window = nextWindow - config.coFiring().windowsKept();
        this.slotsById = neurons.slotsById();
        this.trains = new TrainIndex(config.axis());
        this.counter = new DendriteCounter(config.axis());
        this.row = new CountRow(config.axis());
        this.scratch = new CoFiringScratch(config.axis(), config.coFiring().coincidenceMicros());
    }

    /**
     * Spikes before this time are in none of the windows, nor paired with one that is. One window more is kept: another
     * thread may have read how far the shard is just before a window was closed.
     */
    static long fromMicros(long nextWindow, ShardConfig config) {
        return (nextWindow - 1 - config.coFiring().windowsKept()) * config.windowMicros()
                - config.axis().reachMicros();
    }

    /** Takes the next frame that is kept. */
    public void take(Frame frame) {
        for (int i = 0; i < frame.size() && window < nextWindow; i++) {
            take(frame.timesMicros()[i], frame.neurons()[i]);
        }
    }

    private void take(long timeMicros, int neuron) {
        while (log.size() > 0 && window < nextWindow && timeMicros >= endMicros()) {
            close();
        }
        if (log.size() == 0) {
            window = Math.max(window, Math.floorDiv(timeMicros, config.windowMicros()));
        }
        if (window < nextWindow && timeMicros >= startMicros() - config.axis().reachMicros()) {
            log.append(timeMicros, neurons.find(neuron));
        }
    }

    /** Returns the counts, oldest first, when all frames were taken; none of windows without a pair. */
    public List<CoFiringCounts> counts() {
        while (log.size() > 0 && window < nextWindow) {
            close();
        }
        return List.copyOf(counted);
    }

    private void close() {
        int slots = neurons.sizeBefore(endMicros());
        if (post >= 0 && post < slots && config.publishesCounts(slots)) {
            trains.rebuild(log, startMicros(), endMicros(), neurons.size());
            CountedWindow counting = new CountedWindow(window, trains, slots, neurons, slotsById);
            scratch.count(counting, post, counter, row).ifPresent(counted::add);
        }
        window++;
        log.dropBefore(startMicros() - config.axis().reachMicros());
    }

    private long startMicros() {
        return window * config.windowMicros();
    }

    private long endMicros() {
        return startMicros() + config.windowMicros();
    }
}
