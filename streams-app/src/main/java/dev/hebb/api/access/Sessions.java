package dev.hebb.api.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Browsers that have shown a token. A page's stream of events can send a cookie, but no header; the cookie is a random
 * name of the session and not the token. Safe to use from any thread.
 */
final class Sessions {
    private static final int MOST = 1_000;
    private static final int NAME_BYTES = 32;
    private static final Duration LONGEST = Duration.ofHours(12);

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanos;
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    private record Session(Caller caller, long sinceNanos) {}

    Sessions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A new session; what is returned is its name. */
    synchronized String open(Caller caller) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        sessions.put(name, new Session(caller, nanos.getAsLong()));
        return name;
    }

    /** Returns the caller who has the session of this name; empty if there is none, or it is over. */
    synchronized Optional<Caller> caller(String name) {
        Session session = sessions.get(name);
        if (session == null || nanos.getAsLong() - session.sinceNanos > LONGEST.toNanos()) {
            sessions.remove(name);
            return Optional.empty();
        }
        return Optional.of(session.caller);
    }
}
