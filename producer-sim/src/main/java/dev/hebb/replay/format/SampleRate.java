package dev.hebb.replay.format;

import java.math.BigDecimal;
import java.util.Optional;

/** Sampling rate, or what is known of it. */
final class SampleRate {
    private static final BigDecimal LOWEST_HZ = BigDecimal.valueOf(1_000);
    private static final BigDecimal HIGHEST_HZ = BigDecimal.valueOf(1_000_000);

    private SampleRate() {}

    /** A warning if spikes are not recorded at such a rate. */
    static Optional<String> doubt(BigDecimal rateHz, String where) {
        if (rateHz.compareTo(LOWEST_HZ) >= 0 && rateHz.compareTo(HIGHEST_HZ) <= 0) {
            return Optional.empty();
        }
        String guess = rateHz.compareTo(LOWEST_HZ) < 0 ? "kHz written as Hz? " : "";
        return Optional.of("warning: " + where + " gives a sampling rate of " + rateHz.toPlainString()
                + " Hz, and no recording of spikes has such a rate (" + guess
                + "--sample-rate says another one); every time depends on it");
    }
}
