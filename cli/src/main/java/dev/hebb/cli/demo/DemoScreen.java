package dev.hebb.cli.demo;

/** Shows the progress of a demonstration. */
interface DemoScreen {
    /** The time between two updates. */
    long intervalMillis();

    /**
     * Shows the progress.
     *
     * @param totalMicros length of the network's life
     */
    void show(DemoStatus status, long totalMicros);

    /** Shows the progress for the last time. */
    void finish(DemoStatus status, long totalMicros);
}
