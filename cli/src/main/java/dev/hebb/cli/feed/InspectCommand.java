package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Console;
import dev.hebb.cli.support.NumberText;
import dev.hebb.cli.support.Printable;
import dev.hebb.client.Durations;
import dev.hebb.produce.SpikeSource;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.RecordingSummary;
import dev.hebb.replay.Timeline;
import dev.hebb.replay.format.ReadOptions;
import dev.hebb.replay.format.RecordingFiles;
import dev.hebb.replay.format.UnitNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb inspect}: says what a recording is and holds, and sends nothing. */
@Command(
        name = "inspect",
        description = "Describe a recording and how to replay it. Sends nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Takes the files and the options of 'hebb replay' that are about reading. No cluster is needed.",
            "The last line is the command that replays what was inspected."
        })
public final class InspectCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings of one network.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(names = "--age", split = ",", paramLabel = "AGE", description = "As for 'hebb replay'.")
    private List<String> ages = new ArrayList<>();

    @Mixin
    private final Console console = new Console();

    @Override
    public Integer call() {
        try {
            inspect();
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private void inspect() throws IOException {
        PrintWriter out = console.out();
        ReadOptions options = reading.get();
        UnitNames names = reading.names();
        List<RecordingFile> recordings = new ArrayList<>();
        for (String name : files) {
            RecordingFile recording = RecordingFiles.open(ReadingOptions.path(name), options, names);
            recordings.add(recording);
            try (SpikeSource source = recording.open()) {
                RecordingReport.lines(recording, RecordingSummary.of(source)).forEach(out::println);
            }
        }
        Timeline life = Timeline.of(
                recordings, ages.stream().map(Durations::parseMicros).toList());
        out.println("Would be sent: " + NumberText.grouped(life.spikes()) + " spikes"
                + gaps(life.gaps().size()) + ", with");
        out.println("  " + Printable.of(command(recordings.get(0))));
        out.flush();
    }

    private static String gaps(int count) {
        return count == 0
                ? ""
                : count == 1 ? " and a gap of unobserved time" : " and " + count + " gaps of unobserved time";
    }

    private String command(RecordingFile first) {
        String quoted = files.stream().map(ReadingOptions::quoted).collect(Collectors.joining(" "));
        String age = ages.isEmpty() ? "" : " --age " + String.join(",", ages);
        return "hebb replay " + quoted + " --network " + network(first.name()) + reading.asWritten() + age + " --wait";
    }

    /** A name for the network, after the file, which does not look like an option. */
    private static String network(String file) {
        String name = file.replaceFirst("(\\.parquet|(\\.[A-Za-z0-9]{1,5}){1,2})$", "")
                .replaceAll("[^A-Za-z0-9_-]+", "-")
                .replaceFirst("^-+", "");
        return name.isEmpty() ? "recording" : name;
    }
}
