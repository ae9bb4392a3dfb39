package dev.hebb.synapse;

import dev.hebb.rule.WindowTimes;

/**
 * Builds the closed window in which a dendrite learns, for a test, which names only what it is about. By default
 * the network has been observed since window 0, without stress.
 */
public final class WindowContexts {
    public static final long WINDOW_MICROS = 10_000_000;

    private final int window;
    private long observedMicros = WINDOW_MICROS;
    private long observedSoFarMicros;
    private StageConstants stage = new StageBuilder().build();
    private double plasticity = 1;

    private WindowContexts(int window) {
        this.window = window;
        this.observedSoFarMicros = (window + 1) * WINDOW_MICROS;
    }

    /** A window as it usually is. */
    public static WindowContext window(int number) {
        return number(number).build();
    }

    /** A window of this number, to be built. */
    public static WindowContexts number(int window) {
        return new WindowContexts(window);
    }

    /**
     * Sets the part of the window that was observed, in microseconds; all windows before it were observed completely.
     */
    public WindowContexts observed(long micros) {
        observedMicros = micros;
        observedSoFarMicros = window * WINDOW_MICROS + micros;
        return this;
    }

    public WindowContexts stage(StageConstants constants) {
        stage = constants;
        return this;
    }

    public WindowContexts plasticity(double to) {
        plasticity = to;
        return this;
    }

    public WindowContext build() {
        long start = window * WINDOW_MICROS;
        WindowTimes times = new WindowTimes(start, start + WINDOW_MICROS, observedMicros, start);
        return new WindowContext(window, times, observedSoFarMicros, stage, plasticity);
    }
}
