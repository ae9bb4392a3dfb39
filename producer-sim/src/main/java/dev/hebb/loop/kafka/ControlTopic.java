package dev.hebb.loop.kafka;

import dev.hebb.client.Connection;
import dev.hebb.loop.CommandSource;
import dev.hebb.loop.TissueCommand;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.Stimulation;
import dev.hebb.schema.Stress;
import dev.hebb.serde.AvroDecoder;
import dev.hebb.serde.MalformedValueException;
import dev.hebb.serde.SchemaLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The commands on {@code control} that concern a network's tissue, from the topic's beginning: what was sent before the
 * run counts as well, and all of that is there at the first {@link #poll}. Commands that cannot be read, or that the
 * pipeline refuses for their numbers, are passed over, as it is the pipeline's part to answer them.
 */
public final class ControlTopic implements CommandSource, AutoCloseable {
    /** The pipeline refuses larger ones. */
    private static final double LARGEST_GAIN = 100;

    private static final Duration UNTIL_THE_END = Duration.ofMillis(100);

    private final String network;
    private final Consumer<String, byte[]> consumer;
    private final AvroDecoder<ControlEvent> decoder;
    private Map<TopicPartition, Long> ends;

    /** Finds the topic, and where it ends now. */
    public ControlTopic(Connection connection, String network) {
        this.network = network;
        decoder = new AvroDecoder<>(new SchemaLookup(connection.registry()), ControlEvent.getClassSchema());
        consumer = Partitions.consumer(connection);
        List<TopicPartition> partitions =
                Partitions.of(consumer, List.of(connection.topics().control()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    @Override
    public List<TissueCommand.Timed> poll() {
        List<TissueCommand.Timed> commands = new ArrayList<>();
        while (!Partitions.isAt(ends, consumer)) {
            read(UNTIL_THE_END, commands);
        }
        ends = Map.of();
        read(Duration.ZERO, commands);
        return commands;
    }

    private void read(Duration wait, List<TissueCommand.Timed> commands) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            ControlEvent event = network.equals(record.key()) && record.value() != null ? decode(record.value()) : null;
            TissueCommand command = event == null ? null : command(event.getCommand());
            if (event != null && command != null) {
                commands.add(new TissueCommand.Timed(event.getEffectiveFrom(), command));
            }
        }
    }

    private @Nullable ControlEvent decode(byte[] value) {
        try {
            return decoder.decode(value);
        } catch (MalformedValueException notForTheTissue) {
            return null;
        }
    }

    private static @Nullable TissueCommand command(Object command) {
        if (command instanceof DefineArea area) {
            return new TissueCommand.DefineArea(area.getArea(), ids(area.getNeurons()));
        } else if (command instanceof Lesion lesion) {
            return new TissueCommand.Lesion(target(lesion.getArea(), lesion.getNeurons()));
        } else if (command instanceof Stimulation stimulation && isGain(stimulation.getGain())) {
            return new TissueCommand.Stimulation(
                    target(stimulation.getArea(), stimulation.getNeurons()),
                    stimulation.getGain(),
                    until(stimulation.getUntil()));
        } else if (command instanceof Stress stress && stress.getLevel() >= 0 && stress.getLevel() <= 1) {
            return new TissueCommand.Stress(stress.getLevel(), until(stress.getUntil()));
        }
        return null;
    }

    private static boolean isGain(double gain) {
        return gain >= 0 && gain <= LARGEST_GAIN;
    }

    private static TissueCommand.Target target(@Nullable String area, List<Integer> neurons) {
        return new TissueCommand.Target(area == null ? "" : area, ids(neurons));
    }

    private static long until(@Nullable Long micros) {
        return micros == null ? TissueCommand.FOREVER : micros;
    }

    private static int[] ids(List<Integer> neurons) {
        return neurons.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
