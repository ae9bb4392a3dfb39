package dev.hebb.cli.topic;

import dev.hebb.cli.support.CliException;
import dev.hebb.client.Connection;
import dev.hebb.client.TopicReadException;
import dev.hebb.client.TopicReader;
import dev.hebb.client.TopicReader.Start;
import dev.hebb.serde.RecordDecoder;
import dev.hebb.serde.UnreadableRecordException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of one topic as commands read them: decoded, until a stop signal, with errors for the user.
 * Records that cannot be read are passed over, each with a remark: another program may have written them.
 *
 * @param <T> what the topic carries
 */
public final class CommittedTopic<T> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final String topic;
    private final Schema schema;
    private final PrintWriter remarks;

    /** Remarks go to standard error. See {@link #CommittedTopic(Connection, String, Schema, PrintWriter)}. */
    public CommittedTopic(Connection connection, String topic, Schema schema) {
        this(connection, topic, schema, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /**
     * A topic.
     *
     * @param topic its whole name, with prefix
     * @param remarks where it is said which records were passed over
     */
    public CommittedTopic(Connection connection, String topic, Schema schema, PrintWriter remarks) {
        this.connection = connection;
        this.topic = topic;
        this.schema = schema;
        this.remarks = remarks;
    }

    /** Receives what is read. */
    public interface Reader<T> {
        /**
         * A record.
         *
         * @param value null for a tombstone
         */
        void accept(String key, @Nullable T value);

        /** Reading begins: what is committed from now on will be given. */
        default void begin() {}

        /** Called when all records that are there for the moment have been read. */
        default void pause() {}
    }

    /**
     * Reads everything that is committed now.
     *
     * @throws CliException if the topic cannot be read
     */
    public void readToEnd(Reader<T> reader) {
        readToEnd(Start.BEGINNING, reader, StopSignal.byHand());
    }

    /**
     * Reads up to where the topic ends now.
     *
     * @param stop when to stop before
     * @throws CliException if the topic cannot be read
     */
    public void readToEnd(Start start, Reader<T> reader, StopSignal stop) {
        read(start, reader, committed -> stop.isRaised() || committed.isAtEnd());
    }

    /**
     * Reads what there is and what comes.
     *
     * @param stop when to stop
     * @throws CliException if the topic cannot be read
     */
    public void follow(Start start, Reader<T> reader, StopSignal stop) {
        read(start, reader, committed -> stop.isRaised());
    }

    private void read(Start start, Reader<T> reader, Predicate<TopicReader<String>> isOver) {
        try (TopicReader<String> committed = TopicReader.open(connection, start, topic)) {
            reader.begin();
            RecordDecoder<T> decoder = new RecordDecoder<>(connection.registry(), schema);
            while (!isOver.test(committed)) {
                committed.poll(POLL, read -> give(read, decoder, reader));
                reader.pause();
            }
        } catch (TopicReadException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
    }

    private void give(ConsumerRecord<String, byte[]> read, RecordDecoder<T> decoder, Reader<T> reader) {
        T value;
        try {
            value = decoder.decode(read);
        } catch (UnreadableRecordException e) {
            remarks.println("hebb: passed over " + e.where() + ": " + e.why().getMessage());
            remarks.flush();
            return;
        }
        reader.accept(read.key() == null ? "" : read.key(), value);
    }
}
