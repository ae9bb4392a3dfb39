package dev.hebb.processor;

import dev.hebb.framing.FramingConfig;

/**
 * Builds framing with small times and limits: windows and frames of 1 ms, jumps up to 1 s, three networks in memory.
 */
final class SmallFraming {
    private static final long WINDOW_MICROS = 1_000;
    private static final long FRAME_MICROS = 1_000;
    private static final long ALLOWED_LATENESS_MICROS = 100;
    private static final long MAX_FORWARD_JUMP_MICROS = 1_000_000;
    private static final int JUMP_CONFIRMATIONS = 3;
    private static final int NEURONS = 1_000;
    private static final int PENDING_SPIKES = 1_000;
    private static final int HELD_SPIKES = 50;
    private static final int HELD_BYTES = 1_000;
    private static final int FRAME_SPIKES = 100;
    private static final int RESIDENT_NETWORKS = 3;
    private static final int JOURNAL_ROWS = 10;
    private static final int RECORD_BYTES = 2_000;

    private long idleTimeoutMillis;
    private int residentSpikes = 1_000;

    SmallFraming idleTimeoutMillis(long millis) {
        idleTimeoutMillis = millis;
        return this;
    }

    SmallFraming residentSpikes(int spikes) {
        residentSpikes = spikes;
        return this;
    }

    FramingConfig build() {
        return new FramingConfig(
                WINDOW_MICROS,
                FRAME_MICROS,
                ALLOWED_LATENESS_MICROS,
                MAX_FORWARD_JUMP_MICROS,
                JUMP_CONFIRMATIONS,
                idleTimeoutMillis,
                new FramingConfig.Limits(
                        NEURONS,
                        PENDING_SPIKES,
                        HELD_SPIKES,
                        HELD_BYTES,
                        FRAME_SPIKES,
                        RESIDENT_NETWORKS,
                        residentSpikes,
                        JOURNAL_ROWS,
                        RECORD_BYTES));
    }
}
