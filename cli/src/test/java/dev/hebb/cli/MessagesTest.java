package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error in a command line or a file is one line that names it and says what to do. */
@Execution(ExecutionMode.CONCURRENT)
class MessagesTest {
    private final Path folder;

    MessagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void listsWhatCanBeWatchedAsItIsTyped() {
        assertThat(run("watch", "all").err()).contains("expected one of [pruning, synapses, windows, network]");
    }

    @Test
    void refusesAnImpossibleSpeedBeforeAnyFileIsRead() {
        // When
        CommandRun failed = run("replay", folder.resolve("none.csv").toString(), "--network", "dish", "--speed", "0x");

        // Then
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err()).contains("speed 0.0x is not possible: it must be above 0");
    }

    @Test
    void refusesOptionsOfTheOtherSimulation() {
        assertThat(run("simulate", "--out", "-", "--open-loop").err())
                .contains("--open-loop is for tissue: give --model izhikevich or --model lif");
        assertThat(run("simulate", "--out", "-", "--model", "lif", "--burst-rate", "3")
                        .err())
                .contains("--burst-rate is for the network of Poisson neurons: leave it out, or --model");
    }

    @Test
    void saysHowASettingIsWritten() {
        String cluster = "--bootstrap-servers=127.0.0.1:1";
        String registry = "--schema-registry=http://127.0.0.1:1";
        assertThat(run("app", "--set", "nonsense", cluster, registry).err())
                .contains("--set 'nonsense' has no name and value")
                .contains("window-micros=10000000");
        assertThat(run("app", "--set", "nonsense=1", cluster, registry).err())
                .contains("there is no such setting; /v1/config");
        assertThat(run("app", "--set", "widow-micro=1", cluster, registry).err())
                .contains("the nearest one is hebb.window-micros");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch pruning",
                "watch network --json",
                "co-firing --network dish",
                "synapses --network dish --from-topic",
                "replay two.csv --network dish",
                "simulate --network dish --duration 1s",
                "simulate --network dish --duration 1s --model lif",
                "control lesion --network dish --neurons 1 --from 0",
                "kafka HERE topics --list",
                "app --http-port 0",
                "doctor"
            })
    void everyCommandNamesTheClusterThatDoesNotAnswerInOneLine(String command) throws IOException {
        // Given
        Path csv = Files.writeString(folder.resolve("two.csv"), "neuron,time_us\n1,5\n2,9\n");
        List<String> line = new ArrayList<>(
                List.of(command.replace("two.csv", csv.toString()).split(" ")));
        int at = line.remove("HERE") ? 1 : line.size();
        line.addAll(
                at,
                List.of(
                        "--bootstrap-servers=127.0.0.1:1",
                        "--schema-registry=http://127.0.0.1:1",
                        "--data-dir=" + folder));

        // When
        CommandRun failed = run(line.toArray(String[]::new));

        // Then
        assertThat(failed.exitCode()).isEqualTo(1);
        String said = failed.err() + String.join("\n", failed.out());
        assertThat(said).contains("Kafka at 127.0.0.1:1 does not answer: nothing listens at 127.0.0.1:1");
        assertThat(failed.err().lines().filter(each -> each.startsWith("hebb:")).count())
                .isEqualTo(command.equals("doctor") ? 0 : 1);
        assertThat(failed.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void namesAFileThatCannotBeWritten() throws IOException {
        // Given
        Path csv = Files.writeString(folder.resolve("two.csv"), "neuron,time_us\n1,5\n2,9\n");
        Path nowhere = folder.resolve("none").resolve("out.csv");

        // Then
        assertThat(run("replay", csv.toString(), "--out", nowhere.toString()).err())
                .contains("cannot write " + nowhere + ": its folder does not exist; name a file");
        assertThat(run("replay", csv.toString(), "--out", folder.toString()).err())
                .contains("cannot write " + folder + ": it is a folder");
        assertThat(run("simulate", "--model", "lif", "--out", "-", "--truth", nowhere.toString())
                        .err())
                .contains("cannot write " + nowhere + ": its folder does not exist")
                .contains("with --truth");
        assertThat(run("simulate", "--duration", "1s", "--out", "-", "--truth", nowhere.toString())
                        .err())
                .contains("cannot write " + nowhere)
                .contains("--truth");
    }

    @Test
    void namesAGzippedFileThatWasCutOff() throws IOException {
        // Given
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            StringBuilder lines = new StringBuilder("neuron,time_us\n");
            Random random = new Random(1);
            for (int spike = 0; spike < 20_000; spike++) {
                lines.append(random.nextInt(100)).append(',').append(spike).append('\n');
            }
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Path half = Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        Path head = Files.write(folder.resolve("head.csv.gz"), Arrays.copyOf(whole, 5));

        // Then
        for (Path file : new Path[] {half, head}) {
            assertThat(run("replay", file.toString(), "--out", "-").err())
                    .contains(file + " is gzipped and ends in the middle: it was cut off");
        }
    }

    @Test
    void namesAPropertiesFileWithABadEscape() throws IOException {
        // Given
        Path properties = Files.writeString(folder.resolve("client.properties"), "password=a\\u12\n");

        // Then
        assertThat(run("watch", "pruning", "--properties", properties.toString())
                        .err())
                .contains("cannot read properties file " + properties)
                .contains("Write a backslash that is meant as one twice");
    }

    private static CommandRun run(String... line) {
        return CommandRun.of(line);
    }
}
