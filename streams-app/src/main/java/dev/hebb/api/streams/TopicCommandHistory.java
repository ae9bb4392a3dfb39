package dev.hebb.api.streams;

import dev.hebb.api.answer.Area;
import dev.hebb.api.answer.Audit;
import dev.hebb.api.answer.AuditEvent;
import dev.hebb.api.answer.CommandHistory;
import dev.hebb.client.Connection;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads the topics of commands and of their results at every query: commands are rare. */
public final class TopicCommandHistory implements CommandHistory {
    private final TopicHistory<ControlEvent> commands;
    private final TopicHistory<NetworkEvent> outcomes;

    private TopicCommandHistory(TopicHistory<ControlEvent> commands, TopicHistory<NetworkEvent> outcomes) {
        this.commands = commands;
        this.outcomes = outcomes;
    }

    /** Returns the history of commands in a cluster. */
    public static TopicCommandHistory of(Connection connection, SchemaRegistryClient registry) {
        return new TopicCommandHistory(
                new TopicHistory<>(connection, registry, connection.topics().control(), ControlEvent.getClassSchema()),
                new TopicHistory<>(
                        connection, registry, connection.topics().networkEvents(), NetworkEvent.getClassSchema()));
    }

    /** Returns the audit without the neurons that were born, of which there may be very many. */
    @Override
    public Audit audit(String network, int limit) {
        Deque<AuditEvent> newest = new ArrayDeque<>();
        boolean[] overflowed = new boolean[1];
        TopicHistory.HistoryEnd read = outcomes.read(event -> {
            if (event.getNetwork().equals(network) && event.getKind() != NetworkEventKind.NEURON_BORN) {
                newest.addLast(AuditEvent.of(event));
                if (newest.size() > limit) {
                    newest.removeFirst();
                    overflowed[0] = true;
                }
            }
        });
        return new Audit(network, read.finished() && !overflowed[0], read.unreadable(), List.copyOf(newest));
    }

    @Override
    public List<Area> areas(String network) {
        AreaDefinitions areas = new AreaDefinitions(network);
        commands.read(areas::command);
        outcomes.read(areas::outcome);
        return areas.all();
    }
}
