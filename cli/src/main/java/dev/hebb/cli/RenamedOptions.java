package dev.hebb.cli;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Former names of options, which scripts may still use: they are replaced before a command line is parsed, so that help
 * and completion know one name for each.
 */
final class RenamedOptions implements IParameterPreprocessor {
    /** Of neurons by their ids; where {@code --neurons} says how many, the name stays. */
    private static final Map<String, String> IDS = Map.of("--neurons", "--neuron-ids");

    private static final Map<String, Map<String, String>> BY_COMMAND = Map.ofEntries(
            entry("hebb replay", Map.of("--csv", "--out")),
            entry(
                    "hebb simulate",
                    Map.of(
                            "--csv",
                            "--out",
                            "--wait-for-hebb",
                            "--answer-timeout",
                            "--practised",
                            "--practised-share")),
            entry("hebb bench", Map.of("--json", "--out")),
            entry("hebb experiment", Map.of("--small", "--quick")),
            // A time everywhere else.
            entry("hebb pathways", Map.of("--from", "--source")),
            entry("hebb control area", IDS),
            entry("hebb control attend", IDS),
            entry("hebb control lesion", IDS),
            entry("hebb control stimulate", IDS),
            entry("hebb control gap", Map.of("--to", "--until")));

    /** {@code --wait TIME} is {@code --wait --wait-timeout TIME} now, as for recordings. */
    private static final String WAIT = "--wait";

    private static final String WAIT_TIMEOUT = "--wait-timeout";

    private final Map<String, String> names;
    private final boolean waitHadTime;

    private RenamedOptions(Map<String, String> names, boolean waitHadTime) {
        this.names = names;
        this.waitHadTime = waitHadTime;
    }

    /** Lets a command and all below it take the former names. */
    static void accept(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName();
        boolean waitHadTime = name.startsWith("hebb control ");
        Map<String, String> names = BY_COMMAND.getOrDefault(name, Map.of());
        if (waitHadTime || !names.isEmpty()) {
            spec.preprocessor(new RenamedOptions(names, waitHadTime));
        }
        command.getSubcommands().values().forEach(RenamedOptions::accept);
    }

    /** Picocli's stack holds the words still to be parsed, the next one on top. */
    @Override
    public boolean preprocess(
            Stack<String> words, CommandSpec command, @Nullable ArgSpec option, Map<String, Object> info) {
        List<String> line = new ArrayList<>(words);
        Collections.reverse(line);
        List<String> renamed = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            boolean timeFollows = i + 1 < line.size() && line.get(i + 1).matches("[0-9].*");
            renamed.addAll(renamed(line.get(i), timeFollows));
        }
        Collections.reverse(renamed);
        words.clear();
        words.addAll(renamed);
        return false;
    }

    private List<String> renamed(String word, boolean timeFollows) {
        if (waitHadTime && word.equals(WAIT) && timeFollows) {
            return List.of(WAIT, WAIT_TIMEOUT);
        }
        if (waitHadTime && word.startsWith(WAIT + "=")) {
            return List.of(WAIT, WAIT_TIMEOUT + word.substring(WAIT.length()));
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return List.of(names.getOrDefault(name, name) + word.substring(name.length()));
    }
}
