package dev.hebb.stack;

import java.time.Duration;

/**
 * Pause before a service that ended by itself is started again: one second, then twice as long each time, up to a
 * minute; one second again for a service that ran for five minutes.
 */
public final class RestartPause {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration STEADY = Duration.ofMinutes(5);

    private Duration next = FIRST;

    /**
     * The pause before the next start.
     *
     * @param ran how long the service ran since the last one
     */
    public Duration after(Duration ran) {
        Duration pause = ran.compareTo(STEADY) >= 0 ? FIRST : next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
