package dev.hebb.experiment;

import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.tissue.TissueSettings;
import java.util.Map;

/** Place in which experiments run: over the pipeline, or over its engine alone. */
public interface Laboratory {
    /** Length of a window. */
    long WINDOW_MICROS = 2_000_000;

    /**
     * A life within minutes: windows of two seconds instead of ten, stages that pass into each other within minutes
     * instead of days, and weights that decay twenty times as fast. All else is as by default.
     */
    Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("window-micros", Long.toString(WINDOW_MICROS)),
            Map.entry("judge-every-windows", "15"),
            Map.entry("stages.growth.decay-micros", "20000000"),
            Map.entry("stages.growth.dormant-term-micros", "60000000"),
            Map.entry("stages.growth.neuron-term-micros", "120000000"),
            Map.entry("stages.refinement.decay-micros", "15000000"),
            Map.entry("stages.refinement.dormant-term-micros", "40000000"),
            Map.entry("stages.refinement.neuron-term-micros", "120000000"),
            Map.entry("stages.refinement-half-life-micros", "240000000"),
            Map.entry("stages.maturity.decay-micros", "120000000"),
            Map.entry("stages.maturity.dormant-term-micros", "300000000"),
            Map.entry("stages.maturity.neuron-term-micros", "600000000"),
            Map.entry("stages.youth-micros", "600000000"));

    /** A new run of tissue; its network has this name. */
    ExperimentRun start(String network, TissueSettings settings) throws InterruptedException;
}
