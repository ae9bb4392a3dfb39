package dev.hebb.engine;

import dev.hebb.check.Check;
import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.Learning;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.ShardOutputs;
import dev.hebb.shard.ShardStorage.DendriteReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine of one network in one process: takes spikes in order of time, and commands, and closes windows as the
 * pipeline does, in one shard over memory. Not thread-safe.
 */
public final class MemoryEngine {
    private final String network;
    private final ShardConfig config;
    private final ShardOutputs outputs;
    private final MemoryStorage storage;
    private final NetworkShard shard;
    private final List<TimedCommand> commands = new ArrayList<>();
    private long frames;
    private long received;

    /**
     * A new network.
     *
     * @param config with one shard
     * @param outputs what closing windows finds; see {@link EngineListener}
     */
    public MemoryEngine(String network, ShardConfig config, Learning learning, ShardOutputs outputs) {
        Check.that(config.shards() == 1, "shards is %d; an engine in one process has 1", config.shards());
        this.network = network;
        this.config = config;
        this.outputs = outputs;
        this.storage = new MemoryStorage(config.axis());
        this.shard = NetworkShard.open(new DendriteScratch(config, learning), 0, storage);
    }

    /** Expects a command, to be applied in the first window that ends after it takes effect. */
    public void command(TimedCommand command) {
        commands.add(command.numbered(received++));
    }

    /**
     * Takes spikes, and closes every window whose end the watermark has reached.
     *
     * @param timesMicros event times, ascending; the array becomes the engine's
     * @param neurons neuron of each spike, ascending among spikes of one time; the array becomes the engine's
     * @param watermarkMicros event time: no spike before it is still to come
     */
    public void spikes(long[] timesMicros, int[] neurons, long watermarkMicros) {
        List<TimedCommand> due = List.copyOf(commands);
        commands.clear();
        shard.accept(
                new Frame(network, frames++, watermarkMicros, timesMicros, neurons, List.of(), due, 0, 0, 0), outputs);
    }

    /** Closes every window that begins before this time. */
    public void closeWindowsBefore(long micros) {
        long last = Math.floorDiv(micros - 1, config.windowMicros());
        spikes(new long[0], new int[0], (last + 1) * config.windowMicros());
    }

    /** Gives every dendrite that has synapses, by post-synaptic neuron; the rows stay the engine's. */
    public void eachDendrite(DendriteReader reader) {
        storage.eachDendrite(reader);
    }
}
