package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hebb.cli.support.EventTime;
import dev.hebb.client.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The period in which a command holds; use as {@code @Mixin}. */
final class PeriodOptions implements CommandPart {
    @Mixin
    private final FromOption from = new FromOption();

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            description = "Event time at which it ends. Default: it stays in force.")
    private @Nullable String until;

    @Option(names = "--for", paramLabel = "TIME", description = "How long it holds, in event time, as in 10m.")
    private @Nullable String length;

    @Override
    public void putInto(ObjectNode fields) {
        from.putInto(fields);
        if (until != null) {
            fields.put("until", EventTime.parse(until));
        }
        if (length != null) {
            fields.put("for", Durations.parseMicros(length));
        }
    }
}
