package dev.hebb.bench;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.produce.SpikeProducer;
import dev.hebb.schema.Spike;
import dev.hebb.serde.AvroEncoder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producer that knows of no batches: it loads spikes as one record each. */
final class SingleSpikes {
    private SingleSpikes() {}

    static void load(Connection connection, String network, SpikeSet spikes, long endMicros) {
        String topic = connection.topics().spikes();
        AvroEncoder<Spike> encoder =
                AvroEncoder.register(connection.registry(), TopicNames.subject(topic), Subjects.SPIKES);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < spikes.size(); i++) {
                Spike spike = new Spike(network, spikes.ids()[i], spikes.timesMicros()[i]);
                var unused = producer.send(new ProducerRecord<>(topic, network, encoder.encode(spike)));
            }
            producer.flush();
        }
        try (SpikeProducer producer = new SpikeProducer(connection)) {
            producer.to(network).heartbeat(endMicros);
            producer.flush();
        }
    }
}
