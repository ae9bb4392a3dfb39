package dev.hebb.api;

import dev.hebb.api.answer.Area;
import dev.hebb.api.answer.Audit;
import dev.hebb.api.answer.AuditEvent;
import dev.hebb.api.answer.CommandHistory;
import dev.hebb.control.CommandRequest;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import java.util.ArrayList;
import java.util.List;

/** Commands that were sent, and a history of one network, {@code dish}. */
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
        List<AuditEvent> events = List.of(AuditEvent.of(calm()), AuditEvent.of(refinement()));
        return new Audit(network, true, 0, network.equals("dish") ? events : List.of());
    }

    @Override
    public List<Area> areas(String network) {
        return network.equals("dish") ? List.of(new Area("cortex", List.of(10, 0), 0, true)) : List.of();
    }

    private static NetworkEvent calm() {
        return event(NetworkEventKind.COMMAND_APPLIED, 10, "GROWTH")
                .setCommand("calm")
                .setCommandId("id-1")
                .setSentBy("anna")
                .setSentAt(5)
                .build();
    }

    private static NetworkEvent refinement() {
        return event(NetworkEventKind.STAGE_CHANGED, 20, "REFINEMENT")
                .setDetail("GROWTH")
                .build();
    }

    /** An event of the first window. */
    private static NetworkEvent.Builder event(NetworkEventKind kind, long atMicros, String stage) {
        return NetworkEvent.newBuilder()
                .setNetwork("dish")
                .setKind(kind)
                .setAt(atMicros)
                .setWindow(0)
                .setStage(stage);
    }
}
