package dev.hebb.shard;

import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One shard of one network, frame by frame: keeps the spikes that are still needed, and closes windows as the watermark
 * passes their ends. The state of an open window is its spikes; everything else changes only when a window closes.
 *
 * <p>Everything is written to the storage as it happens, so that a new instance over the same storage continues where
 * this one stopped. Not thread-safe.
 */
public final class NetworkShard {
    private static final long NO_WINDOW = Long.MIN_VALUE;

    private final ShardConfig config;
    private final ShardStorage storage;
    private final ShardMemory memory;
    private final WindowCloser closer;
    private final Deque<KeptFrame> keptFrames = new ArrayDeque<>();
    private long lastSeq = -1;
    private long watermarkMicros = Long.MIN_VALUE;
    private long nextWindow = NO_WINDOW;

    /** A frame in the storage, and the time of its last spike. */
    private record KeptFrame(long seq, long lastSpikeMicros) {}

    private NetworkShard(ShardConfig config, ShardStorage storage, ShardMemory memory, WindowCloser closer) {
        this.config = config;
        this.storage = storage;
        this.memory = memory;
        this.closer = closer;
    }

    /**
     * The shard as its storage has it; a new one if the storage has nothing.
     *
     * @param scratch memory in which its dendrites are computed, one after another
     */
    public static NetworkShard open(DendriteScratch scratch, int shard, ShardStorage storage) {
        return open(scratch.config(), scratch.learning(), new SequentialRunner(scratch), shard, storage);
    }

    /**
     * The shard as its storage has it; a new one if the storage has nothing.
     *
     * @param workers that compute its dendrites
     */
    public static NetworkShard open(DendriteWorkers workers, int shard, ShardStorage storage) {
        return open(workers.config(), workers.learning(), workers.runner(), shard, storage);
    }

    static NetworkShard open(
            ShardConfig config, Learning learning, StepRunner runner, int shard, ShardStorage storage) {
        ShardState state = storage.loadState();
        Neurons neurons = state == null ? new Neurons() : state.neurons();
        ShardMemory memory = new ShardMemory(shard, config, neurons);
        WindowCloser closer = new WindowCloser(config, learning, memory, storage, runner);
        NetworkShard opened = new NetworkShard(config, storage, memory, closer);
        opened.restore(state);
        return opened;
    }

    /**
     * Takes in the next frame, and closes every window whose end its watermark has reached. A frame that was seen
     * before (delivered again after a crash, where the cluster is not set to exactly once) is passed over.
     */
    public void accept(Frame frame, ShardOutputs outputs) {
        if (frame.seq() <= lastSeq) {
            return;
        }
        take(frame);
        if (frame.saysSomething()) {
            storage.saveFrame(frame);
        }
        if (closeWindows(outputs)) {
            save();
        }
    }

    /** Bytes of memory that the shard of the network takes up now, in use or reserved. */
    public long memoryBytes() {
        return memory.memoryBytes();
    }

    private void take(Frame frame) {
        lastSeq = frame.seq();
        watermarkMicros = Math.max(watermarkMicros, frame.watermarkMicros());
        memory.take(frame);
        frame.commands().forEach(closer::expect);
        remember(frame);
        if (nextWindow == NO_WINDOW && frame.size() > 0) {
            nextWindow = Math.floorDiv(frame.timesMicros()[0], config.windowMicros());
            closer.startAt(nextWindow);
        }
    }

    private void remember(Frame frame) {
        for (Gap gap : frame.gaps()) {
            memory.unobserved.add(gap);
        }
        if (frame.saysSomething()) {
            long last = frame.size() > 0 ? frame.timesMicros()[frame.size() - 1] : Long.MIN_VALUE;
            keptFrames.add(new KeptFrame(frame.seq(), last));
        }
    }

    private boolean closeWindows(ShardOutputs outputs) {
        boolean any = false;
        while (nextWindow != NO_WINDOW && endOf(nextWindow) <= watermarkMicros) {
            nextWindow = closer.close(nextWindow, Math.floorDiv(watermarkMicros, config.windowMicros()), outputs);
            any = true;
        }
        return any;
    }

    private void save() {
        long needed = closer.neededFromMicros(nextWindow);
        memory.log.dropBefore(needed);
        memory.unobserved.dropBefore(needed);
        long kept = Math.min(needed, countedFromMicros());
        while (!keptFrames.isEmpty() && keptFrames.peekFirst().lastSpikeMicros() < kept) {
            storage.dropFrame(keptFrames.removeFirst().seq());
        }
        storage.saveState(closer.state(lastSeq, watermarkMicros, nextWindow));
        memory.measure();
    }

    /** Spikes from this time on answer questions for windowed counts: see {@link LastWindows}. */
    private long countedFromMicros() {
        return config.publishesCounts(memory.neurons.size())
                ? LastWindows.fromMicros(nextWindow, config)
                : Long.MAX_VALUE;
    }

    private long endOf(long window) {
        return (window + 1) * config.windowMicros();
    }

    private void restore(@Nullable ShardState state) {
        if (state != null) {
            ShardProgress progress = state.progress();
            lastSeq = progress.lastSeq();
            watermarkMicros = progress.watermarkMicros();
            nextWindow = progress.nextWindow();
            memory.restore(progress);
            closer.restore(state);
        }
        long savedSeq = lastSeq;
        storage.eachFrame(frame -> {
            if (frame.seq() <= savedSeq) {
                memory.putBack(frame, closer.neededFromMicros(nextWindow));
                remember(frame);
            } else {
                take(frame);
            }
        });
        storage.eachDendrite(memory::putSynapses);
        memory.measure();
    }
}
