package dev.hebb.api.answer;

import java.util.List;

/** The area is not defined. */
public final class UnknownAreaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> known;

    public UnknownAreaException(String network, String area, List<Area> known) {
        super("network '" + network + "' has no area '" + area + "'");
        this.known = known.stream().map(Area::area).toList();
    }

    /** The areas that there are. */
    public List<String> known() {
        return known;
    }
}
