package dev.hebb.cli.support;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command, and fails it if its output could not be written, for instance because a disk is full. A reader that
 * has seen enough, such as {@code head}, and closes the pipe is no failure.
 */
public final class OutputCheck implements IExecutionStrategy {
    private static final int FAILED = 1;

    private final Supplier<Optional<IOException>> cause;

    /** @param cause why the output could not be written, if that is known */
    public OutputCheck(Supplier<Optional<IOException>> cause) {
        this.cause = cause;
    }

    @Override
    public int execute(ParseResult parsed) {
        CommandLine root = parsed.commandSpec().commandLine();
        int exitCode = new RunLast().execute(parsed);
        PrintWriter out = root.getOut();
        // Both flush; the writer's errors end in System.out, which keeps them to itself.
        boolean failed = out.checkError() | System.out.checkError();
        if (!failed) {
            return exitCode;
        }
        String why = cause.get().map(IOException::getMessage).orElse("");
        if (why.contains("Broken pipe")) {
            return exitCode;
        }
        root.getErr()
                .println("hebb: the output could not be written" + (why.isEmpty() ? "" : ": " + why)
                        + "; what was written is not complete");
        return exitCode == 0 ? FAILED : exitCode;
    }
}
