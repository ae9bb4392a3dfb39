package dev.hebb.cli.feed;

import dev.hebb.cli.support.Durations;
import dev.hebb.tissue.Area;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Clock;
import dev.hebb.tissue.Practice;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What tissue to simulate, and how it is coupled to Hebb, as options. */
final class TissueOptions {
    /** Options that only the Poisson network has. */
    private static final List<String> POISSON = List.of(
            "--synapses",
            "--strength",
            "--lag",
            "--hubs",
            "--assemblies",
            "--assembly-size",
            "--assembly-rate",
            "--bursts",
            "--burst-duration",
            "--burst-rate",
            "--burst-participation",
            "--burst-onset",
            "--inhibitory",
            "--inhibition",
            "--practice-until",
            "--practised",
            "--silenced");

    /** Options that only tissue has. */
    private static final List<String> TISSUE = List.of(
            "--areas", "--route", "--practise", "--step-us", "--open-loop", "--feedback-windows", "--wait-for-hebb");

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Simulate tissue of izhikevich or lif cells. Default: a network of Poisson neurons.")
    private @Nullable String model;

    @Option(
            names = "--areas",
            paramLabel = "NAME:N,…",
            split = ",",
            description = "Areas side by side, as in cortex:60,motor:40. Default: one area of all neurons.")
    private List<String> areas = new ArrayList<>();

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description =
                    "NAME:LENGTH:WIDTH[@HZ[,FROM-UNTIL]]: LENGTH groups of WIDTH neurons that fire in turn, cued HZ"
                            + " times a second, always or for a time of the run, as in reach:4:3@2,1m-10m. Repeatable.")
    private List<String> routes = new ArrayList<>();

    @Option(
            names = "--practise",
            paramLabel = "PRACTICE",
            description = "NAME@HZ[,FROM-UNTIL]: cue a route at other times too. Repeatable.")
    private List<String> practice = new ArrayList<>();

    @Option(
            names = "--step-us",
            paramLabel = "MICROS",
            defaultValue = "500",
            description = "Step of the simulation, 500 or 1000. Default: ${DEFAULT-VALUE}.")
    private long stepMicros;

    @Option(
            names = "--open-loop",
            description = "Listen to no answer and no command: only send spikes. With --csv always so.")
    private boolean openLoop;

    @Option(
            names = "--feedback-windows",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "What a window changed takes effect so many windows after its end. Default:" + " ${DEFAULT-VALUE}.")
    private int feedbackWindows;

    @Option(
            names = "--wait-for-hebb",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Give up if an answer takes longer. Default: ${DEFAULT-VALUE}.")
    private String timeout = "60s";

    /**
     * Whether tissue is to be simulated.
     *
     * @throws IllegalArgumentException if options of another simulation are among those that were given
     */
    boolean isWanted(CommandLine line) {
        for (String option : model == null ? TISSUE : POISSON) {
            if (line.getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(
                        model == null
                                ? option + " is for tissue: give --model izhikevich or --model lif"
                                : option + " is for the network of Poisson neurons: leave it out, or --model");
            }
        }
        return model != null;
    }

    /** What to do, put together with what every simulation is told. */
    TissuePlan plan(SimulationOptions simulation, CommandLine line) {
        List<Area> stretches = areas(simulation.neurons(), line.getParseResult().hasMatchedOption("--neurons"));
        CellModel cells = cellModel();
        List<RouteOption> wired = routes.stream().map(RouteOption::parse).toList();
        List<Practice> schedule = new ArrayList<>();
        wired.forEach(route -> route.practice().ifPresent(schedule::add));
        practice.forEach(text -> schedule.add(RouteOption.parsePractice(text)));
        long start = simulation.startMicros();
        TissueSettings settings = TissueSettings.of(cells, stretches, simulation.seed())
                .withRate(simulation.rateHz())
                .with(new Clock(start - Math.floorMod(start, stepMicros), stepMicros))
                .with(wired.stream().map(route -> route.plan(cells)).toList(), schedule);
        return new TissuePlan(
                settings, simulation.durationMicros(), openLoop, feedbackWindows, Durations.parse(timeout));
    }

    private CellModel cellModel() {
        String name = Objects.requireNonNull(model).toUpperCase(Locale.ROOT);
        for (CellModel known : CellModel.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw new IllegalArgumentException("model '" + model + "' is not known: give izhikevich or lif");
    }

    private List<Area> areas(int neurons, boolean saysNeurons) {
        if (areas.isEmpty()) {
            return Area.single("tissue", neurons);
        }
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String text : areas) {
            int colon = text.lastIndexOf(':');
            if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,6}")) {
                throw new IllegalArgumentException("area '" + text + "' is not NAME:NEURONS, as in cortex:60");
            }
            names.add(text.substring(0, colon));
            sizes.add(Integer.parseInt(text.substring(colon + 1)));
        }
        List<Area> stretches = Area.sideBySide(names, sizes);
        int total = stretches.get(stretches.size() - 1).to();
        if (saysNeurons && total != neurons) {
            throw new IllegalArgumentException(
                    "--areas have " + total + " neurons and --neurons says " + neurons + ": leave one of them out");
        }
        return stretches;
    }
}
