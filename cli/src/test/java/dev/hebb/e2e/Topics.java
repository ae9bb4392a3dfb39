package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.client.TopicReader;
import dev.hebb.serde.RecordDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes topics, and reads them whole, read_committed. */
final class Topics {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final Connection connection;

    Topics(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes all topics that are missing.
     *
     * @return the same connection
     */
    static Connection provisioned(Connection connection, int partitions) throws Exception {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            new TopicProvisioner(admin).provision(TopicPlan.all(connection.topics(), partitions));
        }
        return connection;
    }

    <T> List<T> read(String topic, Schema schema) {
        List<T> values = new ArrayList<>();
        RecordDecoder<T> decoder = new RecordDecoder<>(connection.registry(), schema);
        read(topic, decoder.values(values::add));
        return values;
    }

    /** Everything from the beginning to where the topic ends now. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        read(topic, records::add);
        return records;
    }

    private void read(String topic, TopicReader.Handler<String> handler) {
        try (TopicReader<String> reader = TopicReader.open(connection, TopicReader.Start.BEGINNING, topic)) {
            assertThat(reader.readToEnd(TIMEOUT, handler))
                    .as("topic %s was read to its end", topic)
                    .isTrue();
        }
    }
}
