package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;

/** Every command that the documents show is one that hebb has; nothing is executed. */
class DocumentedCommandsTest {
    /** Options of other programs that the documents explain. */
    private static final Set<String> OF_OTHERS = Set.of("--scale", "--minutes");

    private static final Path EMPTY_PAGE = Path.of("../dashboard/src/main/resources/dev/hebb/page/site/index.html");

    private static final Set<String> OPTIONS = options(Main.commandLine());

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")));
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    static List<DocumentedCommand> commands() throws IOException {
        return DocumentedCommand.in(documents());
    }

    @Test
    void documentsAreFull() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(70).anyMatch(DocumentedCommand::isSynopsis);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDocumentedCommandParses(DocumentedCommand command) {
        String[] words =
                command.isSynopsis() ? commandAlone(command) : command.words().toArray(String[]::new);
        try {
            Main.commandLineFor(Optional::empty, words).parseArgs(words);
        } catch (MissingParameterException e) {
            assertThat(command.whole() && !command.isSynopsis())
                    .as("%s: hebb %s: %s", command.place(), String.join(" ", words), e.getMessage())
                    .isFalse();
        } catch (CommandLine.ParameterException e) {
            assertThat(e.getMessage())
                    .as("%s: hebb %s", command.place(), String.join(" ", words))
                    .isNull();
        }
    }

    @Test
    void theCommandsOnTheEmptyPageParse() throws IOException {
        Matcher command = Pattern.compile(">\\./hebb ([^<]+)<").matcher(Files.readString(EMPTY_PAGE));
        assertThat(command.results().map(found -> found.group(1).split(" ")))
                .hasSize(2)
                .allSatisfy(
                        words -> assertThatNoException().isThrownBy(() -> Main.commandLineFor(Optional::empty, words)
                                .parseArgs(words)));
    }

    /** The command of a synopsis, with its options, but without their values. */
    private static String[] commandAlone(DocumentedCommand command) {
        return command.words().stream()
                .takeWhile(word -> word.matches("[a-z-]+"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOptionsOfASynopsisExist(DocumentedCommand command) {
        assertThat(command.words().stream()
                        .map(word -> word.replaceAll("[\\[\\]…]", "").replaceAll("=.*", ""))
                        .filter(word -> command.isSynopsis() && word.startsWith("--")))
                .as(command.place())
                .allMatch(OPTIONS::contains);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anOptionThatIsNamedAloneExists(Path document) {
        assertThat(DocumentedCommand.optionsAlone(document))
                .as(document.toString())
                .allMatch(OPTIONS::contains);
    }

    private static Set<String> options(CommandLine command) {
        Set<String> options = new HashSet<>(OF_OTHERS);
        options.addAll(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(each -> options.addAll(options(each)));
        return options;
    }
}
