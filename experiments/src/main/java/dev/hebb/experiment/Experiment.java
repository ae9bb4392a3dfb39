package dev.hebb.experiment;

import dev.hebb.experiment.report.Description;
import dev.hebb.experiment.report.Result;
import java.util.Map;
import java.util.TreeMap;

/** An experiment: a treatment of simulated tissue in the closed loop, and its expected results. */
public interface Experiment {
    /** Its name on the command line. */
    String name();

    /** Returns what the experiment does and asks, in a few sentences. */
    String question();

    /** Returns where the model departs from biology here. */
    String departures();

    /** Settings that differ from {@link Backend#SETTINGS}, by name. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** {@link Backend#SETTINGS}, and in their place the experiment's own where they differ. */
    default Map<String, String> allSettings() {
        Map<String, String> all = new TreeMap<>(Backend.SETTINGS);
        all.putAll(settings());
        return all;
    }

    /** Returns what its report says of it. */
    default Description description() {
        return new Description(name(), question(), departures(), allSettings());
    }

    /**
     * Does it.
     *
     * @param seed of the tissue's noise, and of the times at which it is cued
     * @throws InterruptedException if interrupted while waiting for Hebb
     */
    Result run(Backend backend, Size size, long seed) throws InterruptedException;
}
