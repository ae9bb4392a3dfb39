package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.cli.support.EventTime;
import picocli.CommandLine.Option;

/** The event time from which a command holds; use as {@code @Mixin}. */
final class FromOption implements CommandPart {
    private static final String NOW = "now";

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            defaultValue = NOW,
            description = "Event time at which it takes effect: µs, a time since the network's clock began as in 90s or"
                    + " 7d, a date as in 2026-01-31T04:12:10Z, or now: the start of the next window. Default: now.")
    private String from = NOW;

    @Override
    public void putInto(ObjectNode fields) {
        if (from.equals(NOW)) {
            fields.put("from", NOW);
        } else {
            fields.put("from", EventTime.parse(from));
        }
    }
}
