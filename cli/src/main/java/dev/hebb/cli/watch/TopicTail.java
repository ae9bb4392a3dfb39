package dev.hebb.cli.watch;

import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.StopSignal;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Prints the records of a topic as they are read. Stops when the output is closed.
 *
 * @param <T> the record
 * @param json whether to print the records as JSON instead of lines
 * @param network null for all networks
 * @param seen set when a record of the network was read
 */
record TopicTail<T extends SpecificRecord>(
        Lines<T> lines, boolean json, @Nullable String network, PrintWriter out, StopSignal stop, AtomicBoolean seen)
        implements CommittedTopic.Reader<T> {

    void start() {
        if (!json) {
            print(List.of(lines.header()));
            out.flush();
        }
    }

    @Override
    public void accept(String key, @Nullable T record) {
        if (record != null && (network == null || network.equals(lines.network(record)))) {
            seen.set(true);
            print(json ? List.of(AvroJson.line(record)) : lines.of(record));
        }
    }

    @Override
    public void pause() {
        if (out.checkError()) { // flushes, too
            stop.raise();
        }
    }

    void finish() {
        if (!json) {
            print(lines.rest());
        }
        out.flush();
    }

    private void print(List<String> printed) {
        printed.forEach(out::println);
    }
}
