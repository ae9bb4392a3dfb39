package dev.hebb.processor;

import dev.hebb.client.PlainText;
import dev.hebb.client.TopicNames;
import dev.hebb.control.CommandRecords;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.serde.AvroEncoder;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** Answers to the commands that framing decides on: those that it refuses, and those that it applies itself. */
final class CommandOutcomes {
    private final AvroEncoder<NetworkEvent> encoder;
    private final long windowMicros;

    CommandOutcomes(TopicNames topics, SchemaRegistryClient registry, long windowMicros) {
        this.encoder = AvroEncoder.register(
                registry, TopicNames.subject(topics.networkEvents()), NetworkEvent.getClassSchema());
        this.windowMicros = windowMicros;
    }

    /** @param refusal why; empty if it is applied */
    void answer(ControlReader.Control control, String refusal, FramingRecords records) {
        ControlEvent event = control.event();
        NetworkEvent answer = NetworkEvent.newBuilder()
                .setNetwork(control.network())
                .setKind(refusal.isEmpty() ? NetworkEventKind.COMMAND_APPLIED : NetworkEventKind.COMMAND_REFUSED)
                .setAt(event.getEffectiveFrom())
                .setWindow(Math.floorDiv(event.getEffectiveFrom(), windowMicros))
                .setStage("")
                .setCommand(CommandRecords.words(event))
                .setCommandId(PlainText.shown(event.getId(), PlainText.LONGEST))
                .setSentBy(PlainText.shown(event.getSentBy(), PlainText.LONGEST))
                .setSentAt(event.getSentAt())
                .setDetail(refusal)
                .build();
        records.networkEvent(control.network(), encoder.encode(answer));
    }
}
