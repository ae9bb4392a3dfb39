package dev.hebb.cli.support;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports a failed command as one line, with the stack trace only where it was asked for. */
public final class OneLineErrors implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    public OneLineErrors(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println("hebb: " + describe(failure));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(commandLine.getErr());
        }
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Our own exceptions, and what our records say of their arguments, are written for people. */
    private static boolean isForUsers(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("dev.hebb.");
    }

    /** Wrappers say nothing; an exception that is not meant for users says more with its name. */
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

    /** Kafka's clients wrap what is wrong with a setting in exceptions that do not say it. */
    private static String because(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root == failure || message == null
                ? ""
                : "; because: " + message.lines().findFirst().orElse("");
    }
}
