package dev.hebb.processor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The networks that a task has in memory: those that were last used, as many as their memory leaves room for. Others
 * are in the stores, which always hold everything, so that letting one go costs nothing but reading it again.
 *
 * @param <T> what is kept of a network
 */
final class NetworksInMemory<T> {
    private final int most;
    private final long mostBytes;
    private final Map<String, Kept<T>> networks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private static final class Kept<T> {
        private final T network;
        private long bytes;

        private Kept(T network) {
            this.network = network;
        }
    }

    /**
     * @param most networks
     * @param mostBytes of all of them together, but for one, which may be larger
     */
    NetworksInMemory(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    T get(String network, Function<String, T> open) {
        Kept<T> known = networks.get(network);
        if (known == null) {
            // Room first: what is opened may be large.
            letGo(most - 1);
            known = new Kept<>(open.apply(network));
            networks.put(network, known);
        }
        return known.network;
    }

    /** Says how much memory a network takes up now; lets others go if that is too much. */
    void takes(String network, long bytesNow) {
        Kept<T> kept = networks.get(network);
        if (kept != null) {
            bytes += bytesNow - kept.bytes;
            kept.bytes = bytesNow;
            letGo(most);
        }
    }

    /** Lets a network go whose rows are deleted. */
    void forget(String network) {
        Kept<T> kept = networks.remove(network);
        bytes -= kept == null ? 0 : kept.bytes;
    }

    /** Returns how many are in memory. */
    int size() {
        return networks.size();
    }

    /** Removes the least recently used first, and keeps the last one used. */
    private void letGo(int room) {
        Iterator<Kept<T>> eldest = networks.values().iterator();
        while (networks.size() > room || (networks.size() > 1 && bytes > mostBytes)) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }
}
