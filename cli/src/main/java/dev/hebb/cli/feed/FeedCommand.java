package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Mixin;

/** A command that sends spikes; its failures become errors of one line. */
abstract class FeedCommand extends ClusterCommand implements Callable<Integer> {
    @Mixin
    private final FeedOptions feed = new FeedOptions();

    /** Sends the spikes. */
    abstract void send(FeedRun run) throws IOException, InterruptedException;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        try {
            feed.check();
            send(new FeedRun(feed, cluster(), console().out(), System.err));
            return 0;
        } catch (IllegalArgumentException | IOException | UncheckedIOException | KafkaException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    final FeedOptions feed() {
        return feed;
    }
}
