package dev.hebb.cli.feed;

import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.NumberText;
import dev.hebb.client.Connection;
import dev.hebb.produce.FeedReport;
import dev.hebb.produce.Intake;
import dev.hebb.produce.SpikeProducer.SentOffsets;
import dev.hebb.produce.WindowWait;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Waits for the pipeline to close the windows of what was sent, and says how many of the spikes it has taken.
 *
 * @param applicationId of the app that reads the spikes
 * @param app the app itself, if it is known where it is
 * @param out gets the result
 * @param notices gets a line at intervals while nothing happens
 */
record TakenSpikes(
        Connection connection,
        String network,
        String applicationId,
        Optional<AppClient> app,
        PrintWriter out,
        PrintStream notices) {
    private static final long POLL_MILLIS = 200;

    /**
     * Waits.
     *
     * @param sent the records of the report's spikes
     * @param timeout for how long at most; zero for ever
     * @throws CliException if none of the spikes was taken, or the time is over
     */
    void await(FeedReport report, Map<Integer, SentOffsets> sent, Intake intake, Duration timeout)
            throws InterruptedException {
        long begin = System.nanoTime();
        StalledWindowNotice notice = new StalledWindowNotice(notices, network, app);
        boolean closed = new WindowWait(connection, network, report.lastMicros()).await(timeout, endMicros -> {
            requireTaken(report, intake.rejected(sent));
            notice.accept(endMicros);
        });
        if (!closed) {
            throw new CliException("the window of the last spike, at " + report.lastMicros()
                    + " µs, was not closed within --wait-timeout; is the app running? The spikes are safe in Kafka");
        }
        Intake.Progress progress = intake.progress(applicationId, sent);
        while (progress == Intake.Progress.READING) {
            if (!timeout.isZero() && System.nanoTime() - begin > timeout.toNanos()) {
                throw new CliException("the app has not read every spike within --wait-timeout; is it running? The"
                        + " spikes are safe in Kafka");
            }
            Thread.sleep(POLL_MILLIS);
            progress = intake.progress(applicationId, sent);
        }
        SortedMap<String, Long> rejected = intake.rejected(sent);
        requireTaken(report, rejected);
        out.println(network + ": every window is closed and committed");
        out.println(network + ": "
                + (progress == Intake.Progress.UNKNOWN
                        ? "how many spikes were taken is not known, because no app with the id " + applicationId
                                + " has read spikes here; name the app with --app"
                        : taken(report.spikes(), rejected)));
        out.flush();
    }

    private void requireTaken(FeedReport report, SortedMap<String, Long> rejected) {
        if (sum(rejected) >= report.spikes()) {
            throw new CliException("network " + network + ": " + taken(report.spikes(), rejected)
                    + (rejected.containsKey("LATE")
                            ? "; the network's time was past them already, so give other times (--age) or another"
                                    + " --network"
                            : "; the topic " + connection.topics().rejectedSpikes() + " has the details"));
        }
    }

    private static String taken(long spikes, SortedMap<String, Long> rejected) {
        if (rejected.isEmpty()) {
            return "all " + NumberText.grouped(spikes) + " spikes were taken";
        }
        String reasons = rejected.entrySet().stream()
                .map(reason -> NumberText.grouped(reason.getValue()) + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return NumberText.grouped(spikes - sum(rejected)) + " of " + NumberText.grouped(spikes)
                + " spikes were taken; rejected: " + reasons;
    }

    private static long sum(SortedMap<String, Long> rejected) {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
