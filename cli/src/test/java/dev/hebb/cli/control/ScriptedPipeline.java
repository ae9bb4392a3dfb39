package dev.hebb.cli.control;

import dev.hebb.cli.Records;
import dev.hebb.client.Connection;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.schema.Stress;
import dev.hebb.serde.AvroSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Answers commands in transactions as the pipeline does: refuses lesions, applies others, and is silent on stress. */
final class ScriptedPipeline implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final Connection connection;
    private final KafkaConsumer<String, ControlEvent> consumer;
    private final KafkaProducer<String, NetworkEvent> producer;
    private final List<ControlEvent> commands = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::play, "played-pipeline");

    ScriptedPipeline(Connection connection) {
        this.connection = connection;
        SchemaRegistryClient registry = connection.registry();
        consumer = new KafkaConsumer<>(
                connection.clientProperties(),
                new StringDeserializer(),
                AvroSerde.deserializer(registry, ControlEvent.getClassSchema()));
        Map<String, Object> config = connection.clientProperties();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "played-pipeline");
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.serializer(registry, connection.topics().networkEvents(), NetworkEvent.getClassSchema()));
        thread.start();
    }

    /** Returns the commands received so far. */
    List<ControlEvent> commands() {
        return commands;
    }

    private void play() {
        producer.initTransactions();
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(connection.topics().control(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        try {
            while (true) {
                for (ConsumerRecord<String, ControlEvent> record : consumer.poll(Duration.ofSeconds(1))) {
                    commands.add(record.value());
                    answer(record.value());
                }
            }
        } catch (WakeupException e) {
            producer.close();
            consumer.close();
        }
    }

    private void answer(ControlEvent command) {
        if (command.getCommand() instanceof Stress) {
            return;
        }
        NetworkEvent answer = command.getCommand() instanceof Lesion
                ? Records.answer(command, NetworkEventKind.COMMAND_REFUSED, "neuron 7 is unknown")
                : Records.answer(command, NetworkEventKind.COMMAND_APPLIED, "");
        producer.beginTransaction();
        Future<?> sent =
                producer.send(new ProducerRecord<>(connection.topics().networkEvents(), command.getNetwork(), answer));
        producer.commitTransaction();
        if (!sent.isDone()) {
            throw new IllegalStateException("committed, and not sent");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
