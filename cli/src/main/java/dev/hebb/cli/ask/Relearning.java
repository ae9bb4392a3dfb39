package dev.hebb.cli.ask;

import dev.hebb.api.view.SynapseView;
import dev.hebb.command.TimedCommand;
import dev.hebb.config.HebbConfig;
import dev.hebb.engine.EngineListener;
import dev.hebb.engine.MemoryStorage;
import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.NetworkFramer;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.record.EventRecords;
import dev.hebb.serde.SpikeArrival;
import dev.hebb.shard.DendriteScratch;
import dev.hebb.shard.NetworkShard;
import dev.hebb.shard.ShardConfig;
import dev.hebb.synapse.DendriteSynapses;
import java.util.List;

/**
 * One network that learns in this process what the app learned of the same records: the app's framing and its engine
 * over memory, in one shard. Not thread-safe.
 */
final class Relearning {
    private final String network;
    private final HebbConfig config;
    private NetworkFramer framer;
    private NetworkShard shard;
    private DendritesTopic dendrites;

    /** @param config with one shard */
    Relearning(String network, HebbConfig config) {
        this.network = network;
        this.config = config;
        framer = new NetworkFramer(network, config.framing());
        shard = newShard(network, config);
        dendrites = new DendritesTopic(network);
    }

    private static NetworkShard newShard(String network, HebbConfig config) {
        ShardConfig counted = config.shard();
        return NetworkShard.open(
                new DendriteScratch(counted, config.learning().of(network)), 0, new MemoryStorage(counted.axis()));
    }

    /** Learns from a record of the network. */
    void spikes(SpikeArrival arrival, SourceRecord source) {
        if (arrival.isHeartbeat()) {
            framer.heartbeat(arrival.originMicros(), source, new ToShard());
        } else {
            framer.arrive(arrival.timesMicros(), arrival.neurons(), arrival.size(), source, new ToShard());
        }
    }

    /** Learns under a command to the network. */
    void command(TimedCommand command) {
        framer.command(command, new ToShard());
    }

    /**
     * Returns the synapses as they were last published: what the topic of dendrites would have, sorted by pre and post.
     */
    List<SynapseView> synapses() {
        return dendrites.synapses().stream()
                .map(DendritesTopic.Published::synapse)
                .toList();
    }

    private void forget() {
        framer = new NetworkFramer(network, config.framing());
        shard = newShard(network, config);
        dendrites = new DendritesTopic(network);
    }

    /** Output of framing that passes frames to the shard. What it refuses, the app refuses too. */
    private final class ToShard implements FramingOutput {
        @Override
        public void rejected(SourceRecord source, RejectReason reason, int spikes, String detail) {}

        @Override
        public void frame(Frame frame) {
            if (frame.forgets()) {
                forget();
            } else {
                shard.accept(frame, new Published());
            }
        }
    }

    private final class Published implements EngineListener {
        @Override
        public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
            String key = network + '/' + post;
            dendrites.accept(
                    key,
                    synapses.size() == 0
                            ? null
                            : EventRecords.dendrite(network, window, atMicros, post, synapses, config.shard()));
        }
    }
}
