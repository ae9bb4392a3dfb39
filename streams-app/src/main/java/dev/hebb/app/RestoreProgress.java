package dev.hebb.app;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** Detector of stores that are being restored without progress. Not thread-safe. */
final class RestoreProgress {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private long left = -1;
    private long sinceNanos;

    /**
     * Takes a look.
     *
     * @param left records that are still to be restored; any negative number if that cannot be asked
     * @return that it is stuck, in words; empty while it is not
     */
    Optional<String> look(KafkaStreams.State state, long left, long nowNanos) {
        if (state != KafkaStreams.State.REBALANCING || left < 0 || left != this.left) {
            this.left = state == KafkaStreams.State.REBALANCING ? left : -1;
            sinceNanos = nowNanos;
            return Optional.empty();
        }
        return nowNanos - sinceNanos < LONGEST.toNanos()
                ? Optional.empty()
                : Optional.of("the stores have not become ready for " + LONGEST.toMinutes() + " minutes, with " + left
                        + " records left to restore; start the app again");
    }
}
