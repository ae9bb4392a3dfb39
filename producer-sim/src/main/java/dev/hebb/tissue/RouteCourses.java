package dev.hebb.tissue;

import dev.hebb.check.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses the neurons of routes, where they are not given: excitatory ones, each in one drawn route only, through the
 * areas in their order.
 */
final class RouteCourses {
    private final TissueSettings settings;
    private final int[][] shuffled;
    private final int[] taken;

    RouteCourses(TissueSettings settings, RandomGenerator random) {
        this.settings = settings;
        int areas = settings.areas().size();
        shuffled = new int[areas][];
        taken = new int[areas];
        for (int area = 0; area < areas; area++) {
            shuffled[area] = shuffle(settings.areas().get(area), random);
        }
    }

    private int[] shuffle(TissueArea area, RandomGenerator random) {
        int[] order = new int[settings.firstInhibitory(area) - area.from()];
        for (int k = 0; k < order.length; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = area.from() + k;
        }
        return order;
    }

    /** The routes' neurons, with times still to be found. */
    List<TissueRoute> draw() {
        return settings.routes().stream().map(this::course).toList();
    }

    private TissueRoute course(RoutePlan plan) {
        List<int[]> groups = new ArrayList<>(plan.groups());
        groups.forEach(group -> requireOwn(plan, group));
        for (int group = groups.size(); group < plan.length(); group++) {
            groups.add(take(group * settings.areas().size() / plan.length(), plan));
        }
        return new TissueRoute(plan.name(), groups, new long[plan.length()], new long[plan.length()]);
    }

    private void requireOwn(RoutePlan plan, int[] group) {
        for (int neuron : group) {
            Check.that(
                    neuron >= 0 && neuron < settings.neurons(),
                    "route '%s' leads through neuron %d; the tissue has 0 to %d",
                    plan.name(),
                    neuron,
                    settings.neurons() - 1);
        }
    }

    private int[] take(int area, RoutePlan plan) {
        int from = taken[area];
        Check.that(
                from + plan.width() <= shuffled[area].length,
                "area '%s' has %d excitatory neurons, too few for route '%s': make routes shorter or the area larger",
                settings.areas().get(area).name(),
                shuffled[area].length,
                plan.name());
        taken[area] += plan.width();
        int[] group = Arrays.copyOfRange(shuffled[area], from, from + plan.width());
        Arrays.sort(group);
        return group;
    }
}
