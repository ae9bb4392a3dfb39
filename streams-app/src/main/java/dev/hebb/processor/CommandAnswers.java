package dev.hebb.processor;

import dev.hebb.client.TopicNames;
import dev.hebb.control.CommandRecords;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** Answers commands that are decided on when they arrive: all that is refused, and what framing itself obeys. */
final class CommandAnswers {
    private final AvroEncoder<NetworkEvent> encoder;
    private final long windowMicros;

    CommandAnswers(TopicNames topics, SchemaRegistryClient registry, long windowMicros) {
        this.encoder = AvroEncoder.register(
                registry, TopicNames.subject(topics.networkEvents()), NetworkEvent.getClassSchema());
        this.windowMicros = windowMicros;
    }

    /** @param refusal why; empty if it is obeyed */
    void answer(ControlReader.Command command, String refusal, FramingRecords records) {
        ControlEvent event = command.event();
        NetworkEvent answer = NetworkEvent.newBuilder()
                .setNetwork(command.network())
                .setKind(refusal.isEmpty() ? NetworkEventKind.COMMAND_APPLIED : NetworkEventKind.COMMAND_REFUSED)
                .setAt(event.getEffectiveFrom())
                .setWindow(Math.floorDiv(event.getEffectiveFrom(), windowMicros))
                .setStage("")
                .setCommand(CommandRecords.words(event))
                .setCommandId(event.getId())
                .setSentBy(event.getSentBy())
                .setSentAt(event.getSentAt())
                .setDetail(refusal)
                .build();
        records.networkEvent(command.network(), encoder.encode(answer));
    }
}
