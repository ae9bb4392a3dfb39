package dev.hebb.cli.feed;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.Printable;
import dev.hebb.client.Connection;
import dev.hebb.client.Durations;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.neuron.NeuronTopic;
import dev.hebb.produce.Feed;
import dev.hebb.replay.NamedSource;
import dev.hebb.replay.NetworkNeurons;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.Replay;
import dev.hebb.replay.Timeline;
import dev.hebb.replay.format.LivePipe;
import dev.hebb.replay.format.ReadOptions;
import dev.hebb.replay.format.RecordingFiles;
import dev.hebb.replay.format.UnitNames;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb replay}: sends recordings into the pipeline. */
@Command(
        name = "replay",
        description = "Send a recording, or spikes from a pipe, into the pipeline.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Formats are detected by content: CSV and other text (also gzipped), Parquet, NWB, folders of",
            "Phy, Kilosort, SpikeInterface, ALF (IBL) and Neuroscope, NumPy .npz and .npy,",
            "MATLAB .mat, NIX of Neo, NeuroExplorer .nex, SONATA, NEST .gdf and .dat, JSON lines,",
            "MountainSort, SpyKING CIRCUS, Axion's spike list, MaxWell, 3Brain, and the HDF5",
            "layout of published cultures.",
            "'hebb inspect FILE' says what a file holds and how to replay it.",
            "Several files are the life of one network. Each is placed at its age, and the time",
            "between them is sent as unobserved.",
            "",
            "  hebb replay session.nwb --network mouse7 --wait",
            "  hebb replay spikes.csv --columns neuron=unit,time=t --unit s --network dish",
            "  hebb replay cells.csv --columns neuron=shank+unit,time=t --unit s --network m",
            "  hebb replay day7.h5 day11.h5 --network dish3 --age 7d,11d",
            "  my-rig | hebb replay - --network rig --live"
        })
public final class ReplayCommand extends FeedCommand {
    private static final String PIPE = "-";
    private static final String STANDARD_INPUT = "standard input";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings in order of time; '-': standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--age",
            split = ",",
            paramLabel = "AGE",
            description = "The network's age at the start of each file, as in 7d,11d. Default for several files: the"
                    + " ages that they state.")
    private List<String> ages = new ArrayList<>();

    @Option(names = "--live", description = "With '-': in silence, event time follows the wall clock.")
    private boolean live;

    @Override
    void send(FeedRun run) throws IOException, InterruptedException {
        if (files.contains(PIPE)) {
            pass(run);
        } else {
            // What is wrong with the options or the files is named whether or not there is a cluster.
            ReadOptions options = reading.get();
            UnitNames names = reading.names();
            List<Long> agesMicros = ages.stream().map(Durations::parseMicros).toList();
            Timeline.requireAges(files.size(), agesMicros);
            for (String file : files) {
                RecordingFiles.requireThere(ReadingOptions.path(file));
            }
            NetworkNeurons neurons = known();
            names.keep(neurons.numbers(), neurons.next());
            List<RecordingFile> recordings = open(options, names);
            List<KnownNeuron> said = said(recordings, names, neurons);
            Timeline life = life(recordings, agesMicros);
            run.run(Feed.Heartbeats.IN_ORDER, life.spikes(), (sink, feed, windowMicros) -> {
                sink.neurons(said);
                new Replay(sink, feed).run(life, windowMicros);
            });
        }
    }

    /** What is known of the network's neurons; a file that is written has no network. */
    private NetworkNeurons known() {
        if (feed().out() != null) {
            return new NetworkNeurons("", List.of());
        }
        Connection connection = cluster().connection();
        String network = feed().network();
        return new NetworkNeurons(
                network,
                new NeuronTopic(connection, connection.registry()).of(network).values());
    }

    /** What is new about the neurons of recordings. */
    private List<KnownNeuron> said(List<RecordingFile> recordings, UnitNames names, NetworkNeurons neurons) {
        if (names.size() == 0 && !neurons.numbers().isEmpty()) {
            say("warning: the neurons of network '" + feed().network() + "' were numbered by name so far; those of "
                    + recordings.get(0).name() + " have the ids that the file gives");
        }
        List<KnownNeuron> said = new ArrayList<>(names.neurons());
        recordings.forEach(recording -> said.addAll(recording.neurons()));
        List<KnownNeuron> changed = neurons.add(said);
        if (!changed.isEmpty() && feed().out() == null) {
            say("names or positions of " + changed.size() + (changed.size() == 1 ? " neuron" : " neurons")
                    + " are new, and sent before the spikes");
        }
        return changed;
    }

    private List<RecordingFile> open(ReadOptions options, UnitNames names) throws IOException {
        List<RecordingFile> recordings = new ArrayList<>();
        for (String file : files) {
            RecordingFile recording = RecordingFiles.open(ReadingOptions.path(file), options, names);
            say(String.format(
                    Locale.ROOT,
                    "%s: %s, %,d spikes in %s",
                    recording.name(),
                    recording.format(),
                    recording.extent().spikes(),
                    Durations.format(
                            recording.extent().lastMicros() - recording.extent().firstMicros())));
            recording.notes().forEach(note -> say(recording.name() + ": " + note));
            recordings.add(recording);
        }
        reading.keep(names);
        return recordings;
    }

    private Timeline life(List<RecordingFile> recordings, List<Long> agesMicros) {
        Timeline life = Timeline.of(recordings, agesMicros);
        for (Timeline.Unobserved gap : life.gaps()) {
            say("unobserved: " + Durations.format(gap.toMicros() - gap.fromMicros()) + " from " + gap.fromMicros()
                    + " to " + gap.toMicros() + " µs");
        }
        return life;
    }

    private void pass(FeedRun run) throws IOException, InterruptedException {
        if (files.size() > 1 || !ages.isEmpty()) {
            throw new CliException("standard input cannot be combined with other files, nor with --age");
        }
        feed().refuseResume(STANDARD_INPUT);
        ReadOptions options = pipeOptions();
        UnitNames names = reading.names();
        NetworkNeurons neurons = known();
        names.keep(neurons.numbers(), neurons.next());
        try (LivePipe pipe = new LivePipe(new FileInputStream(FileDescriptor.in), STANDARD_INPUT, options, names)) {
            Feed.Heartbeats heartbeats = live ? Feed.Heartbeats.LIVE : Feed.Heartbeats.NEVER;
            long sent = run.run(heartbeats, -1, (sink, feed, windowMicros) -> {
                feed.run(new NamedSource(pipe, new NamedSource.Names(names::size, names::neurons), neurons, sink));
                Replay.close(sink, feed, windowMicros);
            });
            reading.keep(names);
            pipe.note().ifPresent(note -> say(STANDARD_INPUT + ": " + note));
            pipe.badLines().ifPresent(note -> say(STANDARD_INPUT + ": " + note));
            if (sent == 0) {
                throw new CliException(STANDARD_INPUT + " had no spikes");
            }
        }
    }

    private ReadOptions pipeOptions() {
        ReadOptions options = reading.get();
        if (options.variable().isPresent() || options.clusters().isPresent()) {
            throw new CliException(
                    "standard input is text: it takes --columns, --unit and --sample-rate, not --variable"
                            + " or --clusters");
        }
        return options;
    }

    private void say(String line) {
        console().err().println(Printable.of(line));
    }
}
