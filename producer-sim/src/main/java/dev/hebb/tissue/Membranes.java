package dev.hebb.tissue;

/** The membranes of many neurons, each integrated by itself. */
interface Membranes {
    /** Result of {@link #step} when the neuron did not fire. */
    double SILENT = -1;

    /**
     * Integrates a neuron over one step.
     *
     * @param input current during the step, in the model's own unit: mV/ms (Izhikevich), mV (LIF)
     * @return when it fired, as a fraction of the step in [0, 1), or {@link #SILENT}
     */
    double step(int neuron, double input);
}
