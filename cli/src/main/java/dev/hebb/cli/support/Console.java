package dev.hebb.cli.support;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The output streams of a command; use as {@code @Mixin}. Results go to {@link #out}, remarks to {@link #err}. Both
 * escape control characters: names come from topics to which others write.
 */
@Command
public final class Console {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable PrintWriter out;
    private @Nullable PrintWriter err;

    /** Standard output, or what a test sets instead. */
    public PrintWriter out() {
        if (out == null) {
            out = new PrintableWriter(terminal());
        }
        return out;
    }

    /** Standard error, or what a test sets instead. */
    public PrintWriter err() {
        if (err == null) {
            err = new PrintableWriter(
                    Objects.requireNonNull(command).commandLine().getErr());
        }
        return err;
    }

    /** Standard output as it is, for a screen that sends control sequences of its own and escapes those of others. */
    public PrintWriter terminal() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
