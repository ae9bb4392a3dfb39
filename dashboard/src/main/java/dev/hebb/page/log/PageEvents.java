package dev.hebb.page.log;

import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.SynapseEvent;

/** Events of the topics as the page lists them. */
final class PageEvents {
    private PageEvents() {}

    static PageEvent of(SynapseEvent event) {
        return new PageEvent(
                0,
                event.getAt(),
                event.getKind().name(),
                event.getPre(),
                event.getPost(),
                event.getReason(),
                inWords(event.getReason()),
                new PageEvent.SynapseNumbers(
                        event.getWeight(), event.getZ(), event.getLagMicros(), event.getInhibitory()),
                event.getStage());
    }

    static PageEvent of(PruningEvent event) {
        return new PageEvent(
                0,
                event.getAt(),
                event.getKind() == PruningKind.NEURON ? "NEURON_PRUNED" : "PRUNED",
                event.getPre(),
                event.getPost(),
                event.getReason().name(),
                inWords(event.getReason().name()),
                new PageEvent.SynapseNumbers(
                        event.getWeight(), event.getZ(), event.getLagMicros(), event.getInhibitory()),
                event.getStage());
    }

    static PageEvent of(NetworkEvent event) {
        String text =
                switch (event.getKind()) {
                    case STAGE_CHANGED ->
                        event.getDetail().isEmpty() ? event.getStage() : event.getDetail() + " → " + event.getStage();
                    case NEURON_BORN -> "it fired for the first time";
                    case COMMAND_APPLIED -> event.getCommand() + by(event);
                    case COMMAND_REFUSED -> event.getCommand() + ": " + event.getDetail() + by(event);
                };
        return new PageEvent(
                0,
                event.getAt(),
                event.getKind().name(),
                null,
                event.getNeuron(),
                "",
                text,
                PageEvent.SynapseNumbers.NONE,
                event.getStage());
    }

    private static String by(NetworkEvent event) {
        return event.getSentBy().isEmpty() ? "" : " (" + event.getSentBy() + ")";
    }

    private static String inWords(String reason) {
        return switch (reason) {
            case "CONNECTED" -> "evidence of a connection";
            case "CO_FIRING" -> "they fire together again";
            case "LOST_INPUT" -> "it lost other input";
            case "UNUSED" -> "they no longer fire together";
            case "WEAK" -> "weight under the threshold";
            case "OUTCOMPETED" -> "stronger synapses took over";
            case "DAMAGED" -> "a neuron is dead";
            case "SILENT" -> "no synapse left, and silent";
            case "UNCONNECTED" -> "no synapse left, no new one";
            default -> reason;
        };
    }
}
