package dev.hebb.experiment;

import dev.hebb.experiment.run.ExperimentRun;
import dev.hebb.tissue.TissueSettings;
import java.util.Map;

/** Backend of an experiment, which learns from the tissue: the running pipeline, or its engine alone. */
public interface Backend {
    /** Length of a window. */
    long WINDOW_MICROS = 2_000_000;

    /**
     * Settings with which a network goes through its stages within minutes: windows of two seconds instead of ten,
     * stages that last minutes instead of days, and weights that decay twenty times as fast. All others are defaults.
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

    /** Starts a run of tissue; its network has this name. */
    ExperimentRun start(String network, TissueSettings settings) throws InterruptedException;
}
