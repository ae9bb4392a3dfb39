package dev.hebb.api.answer;

import java.util.List;

/** Remembers what was commanded. Both methods throw {@link dev.hebb.api.view.NotReadyException} if it cannot be read. */
public interface CommandHistory {
    /** What modulated a network, the newest {@code limit} of it. */
    Audit audit(String network, int limit);

    /** The areas of a network, by name; none if it has none, or is not known. */
    List<Area> areas(String network);
}
