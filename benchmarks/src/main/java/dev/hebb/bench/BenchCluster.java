package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.SpikeSource;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker and a registry that are there only for the benchmark; each measurement has topics of its own prefix. */
final class BenchCluster implements AutoCloseable {
    private final TemporaryStack stack;

    private BenchCluster(TemporaryStack stack) {
        this.stack = stack;
    }

    static BenchCluster start() throws IOException, InterruptedException {
        return new BenchCluster(TemporaryStack.start());
    }

    /** Creates Hebb's topics, and connects to them. */
    Connection topics(String prefix) throws IOException, InterruptedException {
        TopicNames names = new TopicNames(prefix);
        stack.stack().provision(names, TopicPlan.DEFAULT_PARTITIONS);
        return new Connection(stack.stack().bootstrapServers(), stack.stack().schemaRegistry(), Map.of(), names);
    }

    /** Returns where brokers are, for topics that are not Hebb's. */
    Connection connection() {
        return stack.stack().connection();
    }

    /** Returns Hebb's configuration: the defaults, but for what is named. */
    HebbConfig config(String applicationId, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("hebb.streams.application-id", applicationId);
        settings.put("hebb.streams.state-dir", stateDirectory().toString());
        settings.put("hebb.http.port", Integer.toString(stack.stack().ports().http()));
        return ConfigReader.read(settings);
    }

    /** Returns the directory under which every application has a directory of its name. */
    Path stateDirectory() {
        return stack.stack().directory().root().resolve("state");
    }

    /** Sends spikes as batches, and the heartbeat that closes the last window. */
    static void load(Connection connection, String network, SpikeSource spikes, long endMicros)
            throws IOException, InterruptedException {
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            SpikeSink sink = producer.to(network);
            Feed feed = new Feed(sink, Feed.Options.MAX_SPEED);
            feed.run(spikes);
            feed.heartbeat(endMicros);
            producer.flush();
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
