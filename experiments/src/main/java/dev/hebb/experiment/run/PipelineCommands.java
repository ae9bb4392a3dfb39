package dev.hebb.experiment.run;

import dev.hebb.client.Connection;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.CommandSender;
import dev.hebb.loop.CommandSink;
import dev.hebb.produce.SpikeProducer;

/**
 * Commands to a network of the running pipeline. Each is waited for until the pipeline has read it: spikes that are
 * sent later cannot overtake it then.
 */
public final class PipelineCommands implements CommandSink, AutoCloseable {
    private final String network;
    private final SpikeProducer spikes;
    private final CommandSender sender;
    private final ConsumerProgress progress;

    /**
     * Commands to one network.
     *
     * @param applicationId of the pipeline
     * @param spikes sends the network's spikes; flushed before every command
     */
    public PipelineCommands(Connection connection, String applicationId, String network, SpikeProducer spikes) {
        this.network = network;
        this.spikes = spikes;
        this.sender = new CommandSender(connection, connection.registry());
        this.progress = new ConsumerProgress(connection, applicationId);
    }

    @Override
    public void send(TimedCommand command) throws InterruptedException {
        spikes.flush();
        sender.send(CommandRequest.of(network, command.effectiveFromMicros(), command.command(), command.sentBy()));
        progress.awaitCommands();
    }

    @Override
    public void close() {
        sender.close();
        progress.close();
    }
}
