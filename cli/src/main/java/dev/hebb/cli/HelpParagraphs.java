package dev.hebb.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Joins the lines of help texts into paragraphs. Lines as long as those of the source would be wrapped once more at the
 * width of the terminal, and every second one would be a few words long.
 */
final class HelpParagraphs {
    private HelpParagraphs() {}

    /** Joins those of a command and of all below it. */
    static void join(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(paragraphs(usage.description()));
        usage.footer(paragraphs(usage.footer()));
        command.getSubcommands().values().forEach(HelpParagraphs::join);
    }

    /** Empty lines and indented ones, such as examples, stay as they are, and end a paragraph. */
    private static String[] paragraphs(String... lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            boolean text = !line.isEmpty() && !line.startsWith(" ");
            if (text && open) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, paragraphs.get(last) + " " + line);
            } else {
                paragraphs.add(line);
            }
            open = text;
        }
        return paragraphs.toArray(String[]::new);
    }
}
