package dev.hebb.cli.support;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The output streams of a command; use as {@code @Mixin}. Results go to {@link #out}, remarks to {@link #err}. */
@Command
public final class Console {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Standard output, or what a test sets instead. */
    public PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }

    /** Standard error, or what a test sets instead. */
    public PrintWriter err() {
        return Objects.requireNonNull(command).commandLine().getErr();
    }
}
