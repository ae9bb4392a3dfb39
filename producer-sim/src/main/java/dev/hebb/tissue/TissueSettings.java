package dev.hebb.tissue;

import dev.hebb.check.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings of simulated tissue.
 *
 * @param model of all neurons
 * @param areas side by side from neuron 0 on; of each the first neurons are excitatory, the last ones inhibitory
 * @param excitatoryFraction part of each area's neurons that is excitatory
 * @param rateHz rate at which noise alone makes each neuron fire
 * @param connections random wiring
 * @param routes patterns, wired in addition, no neuron in two of them
 * @param practice when routes are practised
 * @param efficacy what Hebb's answers do
 * @param clock when it begins, and in which steps its time advances
 * @param seed the same settings, seed and calls make the same spikes
 */
public record TissueSettings(
        CellModel model,
        List<TissueArea> areas,
        double excitatoryFraction,
        double rateHz,
        Connections connections,
        List<RoutePlan> routes,
        List<Practice> practice,
        Efficacy efficacy,
        Clock clock,
        long seed) {
    private static final int MOST_NEURONS = 32_768;

    public TissueSettings {
        areas = List.copyOf(areas);
        routes = List.copyOf(routes);
        practice = List.copyOf(practice);
        Check.that(!areas.isEmpty(), "tissue needs at least one area");
        Check.that(
                excitatoryFraction >= 0 && excitatoryFraction <= 1,
                "the excitatory fraction must be 0 to 1, not %s",
                excitatoryFraction);
        Check.that(rateHz >= 0 && rateHz <= 50, "the rate must be 0 to 50 Hz, not %s", rateHz);
        requireSideBySide(areas);
        Set<String> names = new HashSet<>();
        for (RoutePlan route : routes) {
            Check.that(names.add(route.name()), "there are two routes named '%s'", route.name());
        }
        for (Practice plan : practice) {
            Check.that(names.contains(plan.route()), "route '%s' is practised, but there is none", plan.route());
        }
    }

    private static void requireSideBySide(List<TissueArea> areas) {
        Set<String> names = new HashSet<>();
        int from = 0;
        for (TissueArea area : areas) {
            Check.that(names.add(area.name()), "there are two areas named '%s'", area.name());
            Check.that(area.from() == from, "area '%s' must begin at neuron %d", area.name(), from);
            from = area.to();
        }
        Check.that(from <= MOST_NEURONS, "%d neurons are too many: at most %d", from, MOST_NEURONS);
    }

    /** Tissue with the default wiring, at 3 Hz, without routes. */
    public static TissueSettings of(CellModel model, List<TissueArea> areas, long seed) {
        int neurons = areas.get(areas.size() - 1).to();
        return new TissueSettings(
                model,
                areas,
                0.8,
                3,
                Connections.standard(model, neurons),
                List.of(),
                List.of(),
                Efficacy.standard(model),
                Clock.standard(),
                seed);
    }

    public TissueSettings with(Connections wiring) {
        return with(rateHz, wiring, routes, practice, efficacy, clock);
    }

    /** Returns a copy with other routes, and other times at which they are practised. */
    public TissueSettings with(List<RoutePlan> patterns, List<Practice> schedule) {
        return with(rateHz, connections, patterns, schedule, efficacy, clock);
    }

    public TissueSettings with(Efficacy answers) {
        return with(rateHz, connections, routes, practice, answers, clock);
    }

    public TissueSettings with(Clock time) {
        return with(rateHz, connections, routes, practice, efficacy, time);
    }

    public TissueSettings withRate(double noiseHz) {
        return with(noiseHz, connections, routes, practice, efficacy, clock);
    }

    private TissueSettings with(
            double noiseHz,
            Connections wiring,
            List<RoutePlan> patterns,
            List<Practice> schedule,
            Efficacy answers,
            Clock time) {
        return new TissueSettings(
                model, areas, excitatoryFraction, noiseHz, wiring, patterns, schedule, answers, time, seed);
    }

    double readinessOf(String route) {
        return routes.stream()
                .filter(plan -> plan.name().equals(route))
                .mapToDouble(RoutePlan::readiness)
                .findFirst()
                .orElse(0);
    }

    public int neurons() {
        return areas.get(areas.size() - 1).to();
    }

    /** Returns whether each neuron is inhibitory. */
    boolean[] inhibitory() {
        boolean[] kinds = new boolean[neurons()];
        for (TissueArea area : areas) {
            for (int neuron = firstInhibitory(area); neuron < area.to(); neuron++) {
                kinds[neuron] = true;
            }
        }
        return kinds;
    }

    /** The first inhibitory neuron of an area, or its end. */
    int firstInhibitory(TissueArea area) {
        return area.from() + (int) Math.round(excitatoryFraction * area.size());
    }
}
