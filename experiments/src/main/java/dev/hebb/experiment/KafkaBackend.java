package dev.hebb.experiment;

import dev.hebb.client.Connection;
import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.experiment.run.PipelineCommands;
import dev.hebb.loop.kafka.KafkaPlasticity;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.tissue.TissueSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs over the running pipeline. It must have the settings of the experiment, and not know their networks yet. */
public final class KafkaBackend implements Backend, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final Connection connection;
    private final String applicationId;
    private final List<Runnable> closing = new ArrayList<>();

    /** @param applicationId of the pipeline */
    public KafkaBackend(Connection connection, String applicationId) {
        this.connection = connection;
        this.applicationId = applicationId;
    }

    @Override
    public ExperimentRun start(String network, TissueSettings settings) throws InterruptedException {
        SpikeProducer producer = new SpikeProducer(connection);
        closing.add(producer::close);
        Feed feed = new Feed(producer.to(network), Feed.Options.MAX_SPEED);
        KafkaPlasticity pipeline = new KafkaPlasticity(connection, network, feed, WINDOW_MICROS, TIMEOUT);
        closing.add(pipeline::close);
        PipelineCommands commands = new PipelineCommands(connection, applicationId, network, producer);
        closing.add(commands::close);
        return new ExperimentRun(settings, pipeline, commands, WINDOW_MICROS);
    }

    /** Closes the clients of all runs, those that were opened last first. */
    @Override
    public void close() {
        Collections.reverse(closing);
        closing.forEach(Runnable::run);
    }
}
