package dev.hebb.api.streams;

import dev.hebb.api.answer.Area;
import dev.hebb.control.CommandRecords;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Forget;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The areas of a network, from the commands that define them and their results. Of several definitions of an area
 * that one holds which was applied last; where none was applied yet, the latest that was not refused is returned. A
 * network that was forgotten has none of those that were sent before.
 */
final class AreaDefinitions {
    private final String network;
    /** Definitions, and commands to forget the network, as they were sent. */
    private final List<ControlEvent> sent = new ArrayList<>();

    private final Map<String, Integer> applied = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    AreaDefinitions(String network) {
        this.network = network;
    }

    void command(ControlEvent event) {
        boolean matters = event.getCommand() instanceof DefineArea || event.getCommand() instanceof Forget;
        if (matters
                && event.getNetwork().equals(network)
                && CommandRecords.flaw(event).isEmpty()) {
            sent.add(event);
        }
    }

    /** The result of a command; a command without an id cannot be matched with its result. */
    void outcome(NetworkEvent event) {
        if (!event.getNetwork().equals(network) || event.getCommandId().isEmpty()) {
            return;
        }
        if (event.getKind() == NetworkEventKind.COMMAND_APPLIED) {
            applied.put(event.getCommandId(), applied.size());
        } else if (event.getKind() == NetworkEventKind.COMMAND_REFUSED) {
            refused.add(event.getCommandId());
        }
    }

    /** Returns all areas, by name. */
    List<Area> all() {
        Map<String, ControlEvent> latest = new TreeMap<>();
        for (ControlEvent command : sent) {
            if (command.getCommand() instanceof DefineArea definition) {
                if (!refused.contains(command.getId())) {
                    latest.merge(definition.getArea(), command, this::later);
                }
            } else if (applied.containsKey(command.getId())) {
                latest.clear();
            }
        }
        return latest.values().stream().map(this::area).toList();
    }

    private ControlEvent later(ControlEvent before, ControlEvent next) {
        int order = rank(next) - rank(before);
        boolean undecided = order == 0 && next.getEffectiveFrom() >= before.getEffectiveFrom();
        return order > 0 || undecided ? next : before;
    }

    /** Above zero, and the later the larger, if it was applied. */
    private int rank(ControlEvent definition) {
        Integer place = applied.get(definition.getId());
        return place == null ? 0 : place + 1;
    }

    private Area area(ControlEvent definition) {
        DefineArea area = (DefineArea) definition.getCommand();
        return new Area(area.getArea(), area.getNeurons(), definition.getEffectiveFrom(), rank(definition) > 0);
    }
}
