package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hebb inspect}, and what it shares with {@code hebb replay}. */
class InspectTest {
    private final Path folder;

    InspectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysWhatAFileHoldsAndHowToReplayIt() throws IOException {
        // Given: neuron 4 is neuron 3 once more, 0.2 ms later
        StringBuilder text = new StringBuilder("who,when\n");
        for (int k = 1; k <= 100; k++) {
            text.append("3,").append(k / 10.0).append('\n');
            text.append("4,").append(k / 10.0).append("002\n");
        }
        text.append("9,100\n");
        Path file = write("my spikes.csv", text.toString());

        // When
        CommandRun inspect = run("inspect", file.toString(), "--columns", "neuron=who,time=when", "--unit", "s");

        // Then
        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(inspect.out())
                .contains(
                        "my spikes.csv: CSV",
                        "  spikes    201",
                        "  neurons   3, ids 3 to 9",
                        "  duration  1 min 39 s, from 100000 to 100000000 µs",
                        "  rates     0.0100 to 1.0 Hz, median 1.0 Hz",
                        "    3 and 4: 100 spikes, 100 % of those of the one that has fewer")
                .endsWith("  hebb replay '" + file + "' --network my-spikes --columns neuron=who,time=when --unit s"
                        + " --wait");
        assertThat(inspect.out()).anyMatch(line -> line.matches(" +< 0.10 Hz  #{20} 1"));
        assertThat(inspect.out()).anyMatch(line -> line.matches(" +1.0 - 3.0 Hz  #{40} 2"));
    }

    @Test
    void theNameOfTheNetworkDoesNotLookLikeAnOption() throws IOException {
        Path file = write("ü -night.csv", "neuron,time_us\n3,500\n4,900\n");
        assertThat(run("inspect", file.toString()).out())
                .endsWith("  hebb replay '" + file + "' --network night --wait");
        String table = "../producer-sim/src/test/resources/recordings/pandas.parquet";
        assertThat(run("inspect", table).out()).endsWith("  hebb replay " + table + " --network pandas --wait");
    }

    @Test
    void keepsTheOptionsOfNeuronsThatTwoColumnsName() throws IOException {
        // Given
        Path file = write("units.csv", "shank,unit,t\n3,17,0.5\n4,17,1\n");

        // When
        CommandRun inspect = run("inspect", file.toString(), "--columns", "neuron=shank+unit,time=t", "--unit", "s");

        // Then
        assertThat(inspect.out())
                .contains("  neurons are numbered by name: 3/17 = 0, 4/17 = 1", "  neurons   2, ids 0 to 1")
                .endsWith("  hebb replay " + file + " --network units --columns neuron=shank+unit,time=t --unit s"
                        + " --wait");
    }

    @Test
    void asksWhichWellAndThenPrintsTheCommand() throws IOException {
        // Given
        Path file = write(
                "dish_spike_list.csv",
                "Investigator:,,Time (s),Electrode,Amplitude(mV)\nName:,x,0.5,A1_11,1\n,,1,B2_23,1\n");

        // When, Then
        assertThat(run("inspect", file.toString()).err()).contains("choose one with --variable NAME");
        assertThat(run("inspect", file.toString(), "--variable", "*").out())
                .endsWith("  hebb replay " + file + " --network dish_spike_list --variable '*' --wait");
    }

    @Test
    void ordersFilesOfALifeOrSaysWhyNot() throws IOException {
        // Given
        Path early = write("a.csv", "neuron,time_us\n1,5\n");
        Path late = write("b.csv", "neuron,time_us\n1,5\n");

        // When, Then
        assertThat(run("inspect", early.toString(), late.toString(), "--age", "7d,9d")
                        .out())
                .contains("Would be sent: 2 spikes and a gap of unobserved time, with");
        assertThat(run("inspect", late.toString(), early.toString(), "--age", "9d,7d")
                        .err())
                .contains("give the files in order");
    }

    @Test
    void aNameKeepsItsNumber() throws IOException {
        // Given
        String first = write("a.csv", "who,time_s\nmotor,1\n\"a, b\",2\n").toString();
        String second = write("b.csv", "who,time_s\nvisual,1\n\"a, b\",2\n").toString();
        Path names = folder.resolve("names.csv");
        Path out = folder.resolve("out.csv");
        String[] options = {"--columns", "neuron=who,time=time_s", "--out", out.toString(), "--names", names.toString()
        };

        // When
        CommandRun one = run(concat("replay", first, options));
        CommandRun two = run(concat("replay", second, options));

        // Then
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(two.exitCode()).as(two.err()).isZero();
        assertThat(out).hasContent("neuron,time_us\n2,1000000\n1,2000000\n");
        assertThat(names).hasContent("neuron,name\n0,motor\n1,\"a, b\"\n2,visual\n");
        Files.writeString(names, "neuron,name\n0,motor\n0,visual\n");
        assertThat(run(concat("replay", first, options)).err())
                .contains("names.csv, record 3: expected a number and a name that no other line has");
    }

    private static String[] concat(String command, String file, String... options) {
        List<String> line = new ArrayList<>(List.of(command, file));
        line.addAll(List.of(options));
        return line.toArray(String[]::new);
    }

    @Test
    void refusesOptionsThatSayNothing() throws IOException {
        String file = write("a.csv", "unit,t\n1,5\n").toString();
        assertThat(run("inspect", file, "--unit", "hours").err()).contains("'hours' is not a unit of time: give s, ms");
        assertThat(run("inspect", file, "--columns", "unit").err()).contains("give neuron=NAME,time=NAME, or two");
        assertThat(run("inspect", file, "--clusters", "good,3").err()).contains("does not say which clusters to take");
        assertThat(run("inspect", file, "--clusters", "all").err()).contains("for which --clusters means nothing");
        assertThat(run("inspect", file, "--unit", "ms", "--sample-rate", "30000")
                        .err())
                .contains("--sample-rate goes with --unit samples");
        assertThat(run("inspect", file, "--sample-rate", "-1").err()).contains("is not possible");
        assertThat(run("inspect", file).err()).contains("the name does not say what the times count; give --unit s");
    }

    @Test
    void escapesControlCharactersOfFiles() throws IOException {
        String file = write("a.csv", "neuron,time_us\n1,5\n\u001b[31mx,6\n").toString();
        for (String command : new String[] {"inspect", "replay"}) {
            String[] line = {command, file, "--out", folder.resolve("out").toString()};
            CommandRun run = run(command.equals("replay") ? line : Arrays.copyOf(line, 2));
            assertThat(run.out() + run.err()).contains("\\x1b[31mx").doesNotContain("\u001b");
        }
        assertThat(run("inspect", folder.resolve("no\u001b[2Jfile").toString()).err())
                .contains("no\\x1b[2Jfile")
                .doesNotContain("\u001b");
    }

    @Test
    void outputToAFullDiskIsAnError() throws IOException {
        // Given
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
        String file = write("a.csv", "neuron,time_us\n1,5\n").toString();
        StringWriter err = new StringWriter();

        // When
        int exitCode;
        try (PrintWriter out = new PrintWriter(new FileOutputStream(full.toFile()), false, StandardCharsets.UTF_8)) {
            exitCode = Main.commandLine()
                    .setOut(out)
                    .setErr(new PrintWriter(err, true))
                    .execute("inspect", file);
        }

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("hebb: the output could not be written");
    }

    /** In a process of its own, because standard output is the process's. */
    @Test
    void spikesOnStandardOutputAreASuccess() throws IOException, InterruptedException {
        // Given
        String file = write("a.csv", "neuron,time_us\n1,5\n").toString();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder replay = new ProcessBuilder(
                java.toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName(), "replay", file);
        replay.command().addAll(List.of("--out", "-"));

        // When
        Process process = replay.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(process.waitFor()).isZero();
        assertThat(out).isEqualTo("neuron,time_us\n1,5\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static CommandRun run(String... line) {
        return CommandRun.of(line);
    }
}
