package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Clock;
import dev.hebb.tissue.Practice;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of simulated tissue and of its coupling to Hebb; use as {@code @Mixin}. */
final class TissueOptions {
    /** Name of the mixin of options that only the network of Poisson neurons has. */
    static final String POISSON = "poisson";

    /** Name of the mixin of these options. */
    static final String TISSUE = "tissue";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

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
            description = "Only send spikes, and read no results or commands. Always so with --out.")
    private boolean openLoop;

    @Option(
            names = "--feedback-windows",
            paramLabel = "N",
            defaultValue = "2",
            description = "Changes of a window take effect this many windows after its end. Default: ${DEFAULT-VALUE}.")
    private int feedbackWindows;

    @Option(
            names = "--answer-timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Give up if Hebb takes longer to answer. Default: ${DEFAULT-VALUE}.")
    private String timeout = "60s";

    /**
     * Returns whether tissue is to be simulated.
     *
     * @throws IllegalArgumentException if options of the other simulation were given
     */
    boolean isWanted() {
        CommandSpec unwanted = Objects.requireNonNull(command().mixins().get(model == null ? TISSUE : POISSON));
        for (OptionSpec option : unwanted.options()) {
            if (isGiven(option.longestName())) {
                throw new IllegalArgumentException(
                        model == null
                                ? option.longestName() + " is for tissue: give --model izhikevich or --model lif"
                                : option.longestName()
                                        + " is for the network of Poisson neurons: leave it out, or --model");
            }
        }
        return model != null;
    }

    /** The tissue to simulate, by these options and those that every simulation has. */
    TissuePlan plan(SimulationOptions simulation) {
        List<TissueArea> sideBySide = areas(simulation.neurons());
        CellModel cells = cellModel();
        List<RouteOption> wired = routes.stream().map(RouteOption::parse).toList();
        List<Practice> schedule = new ArrayList<>();
        wired.forEach(route -> route.practice().ifPresent(schedule::add));
        practice.forEach(text -> schedule.add(RouteOption.parsePractice(text)));
        long start = simulation.startMicros();
        TissueSettings settings = TissueSettings.of(cells, sideBySide, simulation.seed())
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

    private List<TissueArea> areas(int neurons) {
        if (areas.isEmpty()) {
            return TissueArea.single("tissue", neurons);
        }
        List<TissueArea> sideBySide = AreaOption.sideBySide(areas);
        int total = sideBySide.get(sideBySide.size() - 1).to();
        if (isGiven("--neurons") && total != neurons) {
            throw new IllegalArgumentException(
                    "--areas have " + total + " neurons and --neurons says " + neurons + ": leave one of them out");
        }
        return sideBySide;
    }

    private boolean isGiven(String option) {
        return command().commandLine().getParseResult().hasMatchedOption(option);
    }

    private CommandSpec command() {
        return Objects.requireNonNull(command);
    }
}
