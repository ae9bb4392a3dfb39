package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.support.LocalAppLaunch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The whole tree of commands, as users see it in the help. */
class CommandTreeTest {
    private static final int WIDTH = 80;

    static Stream<CommandLine> commands() {
        return all(Main.commandLine());
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandTreeTest::all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsDescribed(CommandLine command) {
        // When
        List<String> undescribed = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && option.description().length == 0)
                .map(OptionSpec::longestName)
                .toList();

        // Then
        assertThat(undescribed).as(command.getCommandSpec().qualifiedName()).isEmpty();
        assertThat(command.getUsageMessage()).contains("hebb");
    }

    /** A line that ends before the next word would not fit was cut twice: in the source, and at this width. */
    @ParameterizedTest
    @MethodSource("commands")
    void theHelpFillsATerminalOfEightyColumns(CommandLine command) {
        // When
        CommandLine.Help help =
                command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH).getHelp();

        // Then
        for (String part : List.of(help.description(), help.footer())) {
            List<String> lines = part.lines().toList();
            for (int i = 1; i < lines.size(); i++) {
                String word = lines.get(i).split(" ", 2)[0];
                if (!word.isEmpty()
                        && !lines.get(i - 1).isEmpty()
                        && !lines.get(i - 1).startsWith(" ")) {
                    assertThat(lines.get(i - 1).stripTrailing() + " " + word).hasSizeGreaterThanOrEqualTo(WIDTH);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesFitIntoALine(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().footer())
                .filteredOn(line -> line.startsWith(" "))
                .allSatisfy(line -> assertThat(line.replace("%%", "%")).hasSizeLessThan(WIDTH));
    }

    @Test
    void anOptionIsASwitchEverywhereOrTakesAValueEverywhere() {
        // When
        Map<String, Set<Boolean>> takesValue = new TreeMap<>();
        commands()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .forEach(option -> takesValue
                        .computeIfAbsent(option.longestName(), name -> new TreeSet<>())
                        .add(option.arity().max() > 0));

        // Then
        assertThat(takesValue).allSatisfy((name, kinds) -> assertThat(kinds).hasSize(1));
    }

    @Test
    void theHelpShowsCommandsThatAreNotRead() {
        String whole = Main.commandLine().getUsageMessage();
        assertThat(Main.commandLineFor(Optional::empty, "--help").getUsageMessage())
                .isEqualTo(whole);
        assertThat(Main.commandLineFor(Optional::empty, "--verbose", "up", "--detach")
                        .getUsageMessage())
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "kafka", "control", "simulate"})
    void theCalledCommandIsReadWhole(String name) {
        CommandLine whole = subcommand(Main.commandLine(), name);
        CommandLine called = subcommand(Main.commandLineFor(Optional::empty, "--verbose", name, "--help"), name);
        assertThat(called.getUsageMessage()).isEqualTo(whole.getUsageMessage());
        assertThat(called.getSubcommands().keySet())
                .isEqualTo(whole.getSubcommands().keySet());
        assertThat(called.isStopAtPositional()).isEqualTo(whole.isStopAtPositional());
    }

    private static CommandLine subcommand(CommandLine root, String name) {
        return Objects.requireNonNull(root.getSubcommands().get(name));
    }

    @Test
    void theAppIsStartedByTheMainClass() {
        assertThat(LocalAppLaunch.MAIN_CLASS).isEqualTo(Main.class.getName());
    }
}
