package dev.hebb.api.answer;

import java.util.List;

/**
 * Source of the commands to a network and of their results. Both methods throw
 * {@link dev.hebb.api.view.NotReadyException} if it cannot be read.
 */
public interface CommandHistory {
    /** Returns the newest events that modulated a network, at most {@code limit}. */
    Audit audit(String network, int limit);

    /** The areas of a network, by name; none if it has none, or is not known. */
    List<Area> areas(String network);
}
