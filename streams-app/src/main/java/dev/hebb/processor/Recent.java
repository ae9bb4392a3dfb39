package dev.hebb.processor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The networks that a task has in memory: those that were last heard of. Others are in the stores, which always hold
 * everything, so that letting one go costs nothing but reading it again.
 *
 * @param <T> what is kept of a network
 */
final class Recent<T> {
    private final int most;
    private final Map<String, T> networks = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    T get(String network, Function<String, T> open) {
        T known = networks.get(network);
        if (known == null) {
            makeRoom();
            known = open.apply(network);
            networks.put(network, known);
        }
        return known;
    }

    private void makeRoom() {
        Iterator<T> eldest = networks.values().iterator();
        while (networks.size() >= most) {
            eldest.next();
            eldest.remove();
        }
    }
}
