package dev.hebb.api.answer;

import java.util.List;

/** Thrown if no shard knows a network. */
public final class UnknownNetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String network;
    private final List<String> known;

    UnknownNetworkException(String network, List<String> known) {
        super("there is no network '" + network + "'");
        this.network = network;
        this.known = List.copyOf(known);
    }

    public String network() {
        return network;
    }

    /** Returns the names of some networks that exist. */
    public List<String> known() {
        return known;
    }
}
