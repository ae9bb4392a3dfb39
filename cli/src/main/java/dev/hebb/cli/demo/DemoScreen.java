package dev.hebb.cli.demo;

/** Shows how a demonstration stands. */
interface DemoScreen {
    /** How often it wants to. */
    long intervalMillis();

    /**
     * Shows it.
     *
     * @param totalMicros length of the network's life
     */
    void show(DemoStatus status, long totalMicros);

    /** Shows it for the last time. */
    void finish(DemoStatus status, long totalMicros);
}
