package dev.hebb.api;

import dev.hebb.api.answer.Area;
import dev.hebb.api.answer.Audit;
import dev.hebb.api.answer.CommandHistory;
import dev.hebb.api.answer.Modulation;
import dev.hebb.control.CommandRequest;
import java.util.ArrayList;
import java.util.List;

/** What was sent, and a history of one network, {@code dish}. */
public final class InMemoryControl implements CommandHistory {
    private final List<CommandRequest> sent = new ArrayList<>();

    /** The last command sent. */
    public CommandRequest last() {
        return sent.get(sent.size() - 1);
    }

    public int sent() {
        return sent.size();
    }

    public ControlParts parts() {
        return new ControlParts(this, sent::add, new TrustedHosts("hebb.lab.example:8090"));
    }

    @Override
    public Audit audit(String network, int limit) {
        List<Modulation> events = List.of(
                new Modulation("COMMAND_APPLIED", 10, 0, "GROWTH", "calm", "id-1", "anna", 5, ""),
                new Modulation("STAGE_CHANGED", 20, 0, "REFINEMENT", "", "", "", 0, "GROWTH"));
        return new Audit(network, true, network.equals("dish") ? events : List.of());
    }

    @Override
    public List<Area> areas(String network) {
        return network.equals("dish") ? List.of(new Area("cortex", List.of(10, 0), 0, true)) : List.of();
    }
}
