package dev.hebb.cli.feed;

import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.produce.CsvSink;
import dev.hebb.produce.Feed;
import dev.hebb.produce.FeedListener;
import dev.hebb.produce.FeedProgress;
import dev.hebb.produce.FeedReport;
import dev.hebb.produce.Intake;
import dev.hebb.produce.SentSpikes;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.produce.SpikeSink;
import dev.hebb.produce.WallClock;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Sends the spikes of a recording or a simulation, shows progress and a summary, and waits for the pipeline if asked
 * to.
 */
final class FeedRun {
    private final FeedOptions options;
    private final ConnectionOptions cluster;
    private final PrintWriter out;
    private final PrintStream progressStream;

    /** Sends the spikes. */
    interface Job {
        /**
         * Sends the spikes.
         *
         * @param windowMicros the pipeline's window, or 0 if the last one is to stay open
         */
        void run(SpikeSink sink, Feed feed, long windowMicros) throws IOException, InterruptedException;
    }

    FeedRun(FeedOptions options, ConnectionOptions cluster, PrintWriter out, PrintStream progressStream) {
        this.options = options;
        this.cluster = cluster;
        this.out = out;
        this.progressStream = progressStream;
    }

    /**
     * Runs a job.
     *
     * @param totalSpikes how many there will be, or −1
     * @return how many spikes were sent or written
     */
    long run(Feed.Heartbeats heartbeats, long totalSpikes, Job job) throws IOException, InterruptedException {
        Feed.Options how = options.feed(heartbeats);
        Path csv = options.out();
        if (csv != null) {
            try (CsvSink sink = new CsvSink(writer(csv))) {
                Feed feed = new Feed(sink, how, WallClock.system(), FeedListener.NONE);
                job.run(sink, feed, 0);
                return feed.report().spikes();
            }
        }
        String network = options.network();
        Connection connection = cluster.connection();
        long window = WindowLength.micros(options.windowMicros(), cluster);
        try (SpikeProducer producer = new SpikeProducer(connection, options.deliveryTimeout())) {
            Job resumed = options.resumes() ? resumed(connection, job) : job;
            Feeding feeding = () -> send(producer.to(network), how, totalSpikes, window, resumed);
            return options.waits()
                    ? sendAndWait(connection, producer, feeding)
                    : feeding.send().spikes();
        }
    }

    /** The same job without what Kafka has already. */
    private Job resumed(Connection connection, Job job) {
        SentSpikes sent = SentSpikes.of(connection, options.network());
        out.println(options.network() + ": "
                + (sent.isEmpty()
                        ? "Kafka has no spikes, begins with the first one"
                        : "continues after " + sent.lastMicros() + " µs"));
        out.flush();
        return (sink, feed, windowMicros) -> {
            feed.resume(sent);
            job.run(sink, feed, windowMicros);
        };
    }

    /** Sends something. */
    private interface Feeding {
        FeedReport send() throws IOException, InterruptedException;
    }

    private long sendAndWait(Connection connection, SpikeProducer producer, Feeding feeding)
            throws IOException, InterruptedException {
        String network = options.network();
        try (Intake intake = Intake.begin(connection, network)) {
            FeedReport report = feeding.send();
            if (report.spikes() > 0) {
                new TakenSpikes(
                                connection,
                                network,
                                ApplicationId.of(cluster, connection),
                                cluster.knownApp(),
                                out,
                                progressStream)
                        .await(report, producer.spikesSent(), intake, options.waitTimeout());
            }
            return report.spikes();
        }
    }

    private FeedReport send(SpikeSink sink, Feed.Options how, long totalSpikes, long window, Job job)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        FeedProgress progress = FeedProgress.show(progressStream, options.network(), totalSpikes);
        Feed feed = new Feed(sink, how, WallClock.system(), progress);
        InterruptibleRun.of(
                () -> {
                    try (progress) {
                        job.run(sink, feed, options.closesLastWindow() ? window : 0);
                    }
                    summarize(feed.report(), System.nanoTime() - begin);
                },
                feed::stop);
        return feed.report();
    }

    private void summarize(FeedReport report, long nanos) {
        double seconds = Math.max(1, nanos) / 1e9;
        out.printf(
                Locale.ROOT,
                "%s: %,d spikes sent in %.1f s (%,.0f/s) as %,d batches and %,d %s%s%n",
                options.network(),
                report.spikes(),
                seconds,
                report.spikes() / seconds,
                report.batches(),
                report.heartbeats(),
                report.heartbeats() == 1 ? "heartbeat" : "heartbeats",
                report.spikes() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %s of event time from %d to %d µs",
                                Durations.format(report.lastMicros() - report.firstMicros()),
                                report.firstMicros(),
                                report.lastMicros()));
        report.step()
                .filter(step -> !step.fitsLagBins())
                .ifPresent(step -> out.println(options.network() + ": warning: " + step.advice()));
        if (report.gaps() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s: no spike for more than an hour, %,d times: sent as unobserved time%n",
                    options.network(),
                    report.gaps());
        }
        out.flush();
    }

    private static Writer writer(Path csv) {
        return csv.toString().equals("-")
                ? new OutputStreamWriter(new OpenOutput(System.out), StandardCharsets.UTF_8)
                : OutputFile.write("--out", csv, Files::newBufferedWriter);
    }

    /** Standard output that stays open when its writer is closed, because it is still asked for errors. */
    private static final class OpenOutput extends FilterOutputStream {
        OpenOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
