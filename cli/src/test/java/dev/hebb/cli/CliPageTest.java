package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The page of commands in the documents is what the commands' help says. Options that most commands have are on it only
 * once: repeated, they were a third of the page.
 */
class CliPageTest {
    private static final Path PAGE = Path.of("../docs/cli.md");
    private static final int WIDTH = 100;
    private static final String REGENERATE = "mvn -Dquick test -pl cli -am -Dtest=CliPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dhebb.docs.write=true";

    private static final String HEAD = """
            # Commands

            <!-- Generated from the code: change the commands, not this page. -->

            What `hebb COMMAND --help` prints, for all commands. In a clone, the command is `./hebb`. `hebb completion` makes a
            shell complete commands and options.

            ## Options of most commands

            Every command has `--help`, `--version` and `--verbose`. Commands that use a cluster also have the others, as their
            usage says. None of them is repeated below.
            """;

    private static final String WITH_ALL = "networks";
    private static final Pattern SHARED =
            Pattern.compile(" +(-., )?--(app|bootstrap-servers|data-dir|help|properties|schema-registry|token-file"
                    + "|topic-prefix|verbose|version)\\b.*");
    /** What an option's description that takes several lines begins with. */
    private static final String CONTINUED = " ".repeat(7);

    @Test
    void thePageIsWhatTheHelpSays() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        CommandLine hebb = Main.commandLine().setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
        addText(lines(help(Objects.requireNonNull(hebb.getSubcommands().get(WITH_ALL))), true), page);
        add(hebb, page);
        if (Boolean.getBoolean("hebb.docs.write")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(PAGE).as("generate it with: %s", REGENERATE).exists();
        assertThat(Files.readString(PAGE))
                .as("docs/cli.md differs from the help; generate it again with: %s", REGENERATE)
                .isEqualToNormalizingNewlines(page.toString());
    }

    private static void add(CommandLine command, StringBuilder page) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append('\n');
        addText(lines(help(command), false), page);
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(each -> add(each, page));
    }

    private static String help(CommandLine command) {
        // The one default that depends on who asks.
        String user = "Default: " + System.getProperty("user.name") + ".";
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(user, "Default: your user name.");
    }

    /** The lines of a help that are about options of most commands, or all other lines. */
    private static List<String> lines(String help, boolean shared) {
        List<String> chosen = new ArrayList<>();
        boolean isShared = false;
        for (String line : help.lines().map(String::stripTrailing).toList()) {
            if (!line.startsWith(CONTINUED)) {
                isShared = SHARED.matcher(line).matches();
            }
            if (isShared == shared) {
                chosen.add(line);
            }
        }
        return chosen;
    }

    private static void addText(List<String> lines, StringBuilder page) {
        page.append("\n```text\n").append(String.join("\n", lines)).append("\n```\n");
    }
}
