package dev.hebb.experiment.loop;

import dev.hebb.client.Connection;
import dev.hebb.command.Command;
import dev.hebb.control.CommandRequest;
import dev.hebb.control.CommandSender;
import dev.hebb.experiment.loop.Connectome.Pair;
import dev.hebb.experiment.loop.Finding.Kind;
import dev.hebb.loop.kafka.KafkaPlasticity;
import dev.hebb.produce.Feed;
import dev.hebb.produce.FeedListener;
import dev.hebb.produce.Speed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.WallClock;
import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.SynapseState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The running pipeline, through its topics. A synapse's transitions follow from its states before and after: an active one
 * that is pruned at once was damaged, since nothing else prunes one that is not dormant.
 */
public final class KafkaLearner implements Learner {
    private static final long BATCH_MICROS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String network;
    private final long windowMicros;
    private final SpikeProducer producer;
    private final KafkaPlasticity pipeline;
    private final CommandSender commands;
    private final Consumed consumed;
    private final Map<Pair, SynapseState> states = new HashMap<>();

    /**
     * A new network.
     *
     * @param applicationId of the pipeline
     */
    public KafkaLearner(Connection connection, String applicationId, String network, long windowMicros) {
        this.network = network;
        this.windowMicros = windowMicros;
        this.producer = new SpikeProducer(connection);
        Feed feed = new Feed(
                producer.to(network),
                new Feed.Options(Speed.MAX, BATCH_MICROS, Feed.Heartbeats.IN_ORDER, Duration.ofSeconds(1)),
                WallClock.system(),
                FeedListener.NONE);
        this.pipeline = new KafkaPlasticity(connection, network, feed, windowMicros, PATIENCE);
        this.commands = new CommandSender(connection, connection.registry());
        this.consumed = new Consumed(connection, applicationId);
    }

    /** Waits until the pipeline has read it: spikes that are sent later cannot overtake it then. */
    @Override
    public void command(long effectiveFromMicros, Command command) throws InterruptedException {
        producer.flush();
        commands.send(CommandRequest.of(network, effectiveFromMicros, command, "hebb experiment"));
        consumed.awaitCommands();
    }

    @Override
    public void spikes(long window, SpikeBlock spikes) throws InterruptedException {
        try {
            pipeline.live(spikes, (window + 1) * windowMicros);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        producer.flush();
    }

    @Override
    public List<Finding> findings(long window) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (SynapseNews news : pipeline.newsOf(window)) {
            findings.add(finding(window, news));
        }
        return findings;
    }

    private Finding finding(long window, SynapseNews news) {
        Pair pair = new Pair(news.pre(), news.post());
        SynapseState before = states.get(pair);
        boolean pruned = news.state() == SynapseState.PRUNED;
        if (pruned) {
            states.remove(pair);
        } else {
            states.put(pair, news.state());
        }
        String reason = pruned && before == SynapseState.ACTIVE ? Finding.DAMAGED : "";
        return new Finding(
                window,
                kind(before, news.state()),
                reason,
                news.pre(),
                news.post(),
                news.state() == SynapseState.ACTIVE,
                news.weight(),
                (int) news.lagMicros());
    }

    private static Kind kind(@Nullable SynapseState before, SynapseState now) {
        if (now == SynapseState.PRUNED) {
            return Kind.PRUNED;
        } else if (before == null) {
            return Kind.FORMED;
        } else if (before == now) {
            return Kind.WEIGHT;
        }
        return now == SynapseState.ACTIVE ? Kind.UNMASKED : Kind.MASKED;
    }

    @Override
    public void close() {
        pipeline.close();
        commands.close();
        consumed.close();
        producer.close();
    }
}
