package dev.hebb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion script of fish, which picocli cannot write. */
final class FishCompletion {
    /**
     * Prints the command that a line has so far, "control lesion": words that are no command's name are passed over.
     */
    private static final String FUNCTION = """
            function __hebb_command
                set -l command
                for word in (commandline -opc)[2..-1]
                    set -l longer (string join -- ' ' $command $word)
                    contains -- "$longer" $__hebb_commands; and set command $command $word
                end
                echo "$command"
            end
            """;

    private final List<String> paths = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private FishCompletion() {}

    /** The script for a whole command line. */
    static String script(CommandLine root) {
        FishCompletion script = new FishCompletion();
        script.add(root, "");
        String known = script.paths.stream().map(FishCompletion::quoted).collect(Collectors.joining(" "));
        return "# Completion of hebb for fish, printed by 'hebb completion fish'.\nset -g __hebb_commands " + known
                + "\n" + FUNCTION + "complete -c hebb -e\n" + String.join("\n", script.lines) + "\n";
    }

    private void add(CommandLine command, String path) {
        CommandSpec spec = command.getCommandSpec();
        String at = "complete -c hebb -n " + quoted("test (__hebb_command) = " + quoted(path));
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> lines.add(at + option(option)));
        for (ArgSpec positional : spec.positionalParameters()) {
            if (hasCandidates(positional)) {
                lines.add(at + " -f" + candidates(positional));
            }
        }
        command.getSubcommands().forEach((name, sub) -> {
            CommandSpec below = sub.getCommandSpec();
            if (!below.usageMessage().hidden()) {
                lines.add(
                        at + " -f -a " + name + description(below.usageMessage().description()));
                String longer = path.isEmpty() ? name : path + " " + name;
                paths.add(longer);
                add(sub, longer);
            }
        });
    }

    private static String option(OptionSpec option) {
        StringBuilder line = new StringBuilder();
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            // -r: a value follows, and -f: which is no file, where the values are known.
            line.append(" -r").append(hasCandidates(option) ? " -f" + candidates(option) : "");
        }
        return line.append(description(option.description())).toString();
    }

    private static boolean hasCandidates(ArgSpec argument) {
        return argument.completionCandidates() != null;
    }

    private static String candidates(ArgSpec argument) {
        Iterable<String> values = Objects.requireNonNull(argument.completionCandidates());
        return " -a " + quoted(StreamSupport.stream(values.spliterator(), false).collect(Collectors.joining(" ")));
    }

    private static String description(String[] lines) {
        return lines.length == 0 ? "" : " -d " + quoted(String.join(" ", lines).replaceAll("\\$\\{[^}]*}", "…"));
    }

    /** Returns the text in single quotes, in which fish knows two escapes. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
