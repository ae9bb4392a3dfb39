package dev.hebb.cli.control;

import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.cli.topic.StopSignal;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a command when the topic of network events is open, and waits there for its result. */
final class CommandReply implements CommittedTopic.Reader<NetworkEvent> {
    private final String id;
    private final Runnable send;
    private final Duration timeout;
    private final StopSignal stop;
    private long sentNanos;
    private @Nullable NetworkEvent event;

    CommandReply(String id, Runnable send, Duration timeout, StopSignal stop) {
        this.id = id;
        this.send = send;
        this.timeout = timeout;
        this.stop = stop;
    }

    @Override
    public void begin() {
        send.run();
        sentNanos = System.nanoTime();
    }

    @Override
    public void accept(String key, @Nullable NetworkEvent read) {
        boolean answers = read != null
                && read.getCommandId().equals(id)
                && (read.getKind() == NetworkEventKind.COMMAND_APPLIED
                        || read.getKind() == NetworkEventKind.COMMAND_REFUSED);
        event = answers ? read : event;
    }

    @Override
    public void pause() {
        if (event != null || System.nanoTime() - sentNanos >= timeout.toNanos()) {
            stop.raise();
        }
    }

    /** The result, if there is one yet. */
    Optional<NetworkEvent> event() {
        return Optional.ofNullable(event);
    }
}
