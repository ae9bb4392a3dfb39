package dev.hebb.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * Topics that are written as soon as they are created, while their leaders begin. With five requests in flight, some
 * record of two rounds in six was out of order until its time was over.
 */
class FreshTopicsIT {
    private static final int ROUNDS = 5;
    private static final int TOPICS = 40;
    private static final int PARTITIONS = 2;
    private static final int RECORDS = 60;
    private static final int BYTES = 1500;

    @Test
    void takeAllRecordsInTheirOrder() throws Exception {
        try (TemporaryStack temporary = TemporaryStack.start()) {
            Map<String, Object> settings = temporary.stack().connection().producerProperties();
            // One record a batch, so that many are to be sent when the leaders begin.
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BYTES);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            try (Admin admin = Admin.create(temporary.stack().connection().clientProperties());
                    Producer<byte[], byte[]> producer =
                            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                for (int round = 0; round < ROUNDS; round++) {
                    List<String> topics = create(admin, round);
                    for (Future<RecordMetadata> sent : send(producer, topics)) {
                        assertThat(sent.get(30, TimeUnit.SECONDS).hasOffset()).isTrue();
                    }
                }
            }
        }
    }

    private static List<String> create(Admin admin, int round) throws Exception {
        List<String> topics = IntStream.range(0, TOPICS)
                .mapToObj(topic -> "fresh-" + round + "-" + topic)
                .toList();
        admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                        .toList())
                .all()
                .get();
        return topics;
    }

    private static List<Future<RecordMetadata>> send(Producer<byte[], byte[]> producer, List<String> topics) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int record = 0; record < RECORDS; record++) {
            for (String topic : topics) {
                sent.add(producer.send(new ProducerRecord<>(topic, record % PARTITIONS, null, new byte[BYTES])));
            }
        }
        return sent;
    }
}
