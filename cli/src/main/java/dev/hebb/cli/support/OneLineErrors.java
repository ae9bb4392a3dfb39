package dev.hebb.cli.support;

import dev.hebb.client.Causes;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports a failed command as one line, with the stack trace only if the user asks for it. */
public final class OneLineErrors implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    public OneLineErrors(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println("hebb: " + Printable.of(describe(failure)));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(new PrintableWriter(commandLine.getErr()));
        }
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    /**
     * Returns whether a message is written for users: those of our exceptions, and of arguments that our records
     * refuse.
     */
    private static boolean isForUsers(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("dev.hebb.");
    }

    /** Describes the cause of a wrapper, and names the class of an exception whose message is not written for users. */
    private static String describe(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause != null && (failure instanceof ExecutionException || failure instanceof UncheckedIOException)) {
            return describe(cause);
        }
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return isForUsers(failure)
                ? message
                : failure.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("") + because(failure);
    }

    /** The root cause: Kafka's clients wrap an error of configuration in exceptions that do not name it. */
    private static String because(Throwable failure) {
        Throwable root = Causes.root(failure);
        String message = root.getMessage();
        return root == failure || message == null
                ? ""
                : "; because: " + message.lines().findFirst().orElse("");
    }
}
