package dev.hebb.stack;

import java.util.List;
import java.util.stream.Collectors;

/** A stack, or a part of one, already runs in the directory. */
public final class StillRunningException extends StackException {
    StillRunningException(DataDirectory directory, List<ServiceProcess> running) {
        super((running.stream().anyMatch(process -> process.service() == Service.BROKER)
                        ? "a stack runs already in "
                        : "a part of an earlier stack still runs in ")
                + directory.root() + ": "
                + running.stream()
                        .map(process -> process.service().title() + ", process " + process.pid())
                        .collect(Collectors.joining("; ")));
    }
}
