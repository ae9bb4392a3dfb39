package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page of commands in the documents is what the commands' help says. */
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
            """;

    @Test
    void thePageIsWhatTheHelpSays() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        add(Main.commandLine().setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH), page);
        if (Boolean.getBoolean("hebb.docs.write")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(PAGE).as("generate it with: %s", REGENERATE).exists();
        assertThat(Files.readString(PAGE))
                .as("docs/cli.md differs from the help; generate it again with: %s", REGENERATE)
                .isEqualToNormalizingNewlines(page.toString());
    }

    private static void add(CommandLine command, StringBuilder page) {
        String name = command.getCommandSpec().qualifiedName();
        // The one default that depends on who asks.
        String user = "Default: " + System.getProperty("user.name") + ".";
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(user, "Default: your user name.");
        page.append("\n## ").append(name).append("\n\n```text\n");
        help.lines().forEach(line -> page.append(line.stripTrailing()).append('\n'));
        page.append("```\n");
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(each -> add(each, page));
    }
}
