package dev.hebb.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of hebb that a document shows.
 *
 * @param place file and line
 * @param words without {@code hebb}
 * @param whole whether a reader may copy it, as from a code block; what stands in a sentence may leave out what is
 *     required
 */
record DocumentedCommand(String place, List<String> words, boolean whole) {
    private static final Pattern IN_BLOCK =
            Pattern.compile("^\\s*(?:\\$ |> )?(?:[A-Z_]+=\\S+ )*(?:\\./)?hebb (?=[a-z-])(.*)");
    private static final Pattern IN_SENTENCE = Pattern.compile("`(?:\\./)?hebb ([^`]+)`");
    private static final Pattern OPTION_ALONE = Pattern.compile("`(--[a-z][a-z-]*)[ `=]");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** Returns whether this is a synopsis: unlike a command line, it has ellipses or brackets. */
    boolean isSynopsis() {
        return words.stream().anyMatch(word -> word.contains("…") || word.startsWith("[") || word.endsWith("]"));
    }

    /** All commands in these documents. */
    static List<DocumentedCommand> in(List<Path> documents) {
        return documents.stream().flatMap(DocumentedCommand::in).toList();
    }

    /** Options that documents name without a command. */
    static List<String> optionsAlone(Path document) {
        List<String> options = new ArrayList<>();
        Matcher option = OPTION_ALONE.matcher(String.join("\n", lines(document)));
        while (option.find()) {
            options.add(option.group(1));
        }
        return options;
    }

    private static Stream<DocumentedCommand> in(Path document) {
        List<DocumentedCommand> commands = new ArrayList<>();
        List<String> lines = lines(document);
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String place = document.getFileName() + ":" + (i + 1);
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            boolean block = fenced || line.startsWith("    ");
            while (block && line.endsWith("\\") && i + 1 < lines.size()) {
                line = line.substring(0, line.length() - 1) + " "
                        + lines.get(++i).strip();
            }
            Matcher command = (block ? IN_BLOCK : IN_SENTENCE).matcher(line);
            while (command.find()) {
                commands.add(new DocumentedCommand(place, words(command.group(1)), block));
            }
        }
        return commands.stream();
    }

    /** Words of a shell, up to a comment or what follows the command. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String bare = word.group(3);
            if (bare != null
                    && (bare.startsWith("#")
                            || List.of("|", ">", "&&", "&", ";", "2>").contains(bare))) {
                break;
            }
            words.add(bare != null ? bare : word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
