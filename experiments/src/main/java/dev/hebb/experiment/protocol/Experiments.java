package dev.hebb.experiment.protocol;

import dev.hebb.experiment.Experiment;
import java.util.List;

/** The list of all experiments. */
public final class Experiments {
    private static final List<Experiment> ALL = List.of(
            new Development(),
            new UseItOrLoseIt(),
            new AttentionFocus(),
            new Bilingual(),
            new StressAndCalm(),
            new LesionRecovery(),
            new StimulationTherapy(),
            new Ageing());

    private Experiments() {}

    /** Returns all experiments, in the order of the documentation. */
    public static List<Experiment> all() {
        return ALL;
    }

    /**
     * Finds one.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Experiment named(String name) {
        return ALL.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no experiment '" + name + "'; there are "
                        + String.join(", ", ALL.stream().map(Experiment::name).toList())));
    }
}
