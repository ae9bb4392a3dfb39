package dev.hebb.tissue;

/** Model of how a neuron turns input into spikes. */
public enum CellModel {
    /** Izhikevich 2003: regular-spiking excitatory and fast-spiking inhibitory cells. */
    IZHIKEVICH(2) {
        @Override
        Membranes membranes(boolean[] inhibitory, double stepMillis) {
            return new IzhikevichMembranes(inhibitory, stepMillis);
        }
    },
    /** Leaky integrate-and-fire, driven by currents. */
    LIF(1) {
        @Override
        Membranes membranes(boolean[] inhibitory, double stepMillis) {
            return new LifMembranes(inhibitory, stepMillis);
        }
    };

    private final double routeDrive;

    CellModel(double routeDrive) {
        this.routeDrive = routeDrive;
    }

    /**
     * Drive of a route (see {@link RoutePlan}) at which, under the usual noise, most spikes of a group pass to the next
     * one. When the drive is strengthened to one and a half, nearly all pass. The values were found by trial: noise
     * keeps an integrate-and-fire cell close to its threshold, and an Izhikevich cell, with its faster leak, near rest.
     */
    public double routeDrive() {
        return routeDrive;
    }

    /**
     * Membranes at rest.
     *
     * @param inhibitory kind of each neuron
     * @param stepMillis length of a step
     */
    abstract Membranes membranes(boolean[] inhibitory, double stepMillis);
}
