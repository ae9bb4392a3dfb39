package dev.hebb.cli.cofiring;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.schema.CoFiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The windowed counts of a network by window and post, all in memory, encoded as Avro: about four bytes a cell, where
 * objects would take sixty.
 */
final class DendriteRecords implements CommittedTopic.Reader<CoFiring> {
    private final String network;
    private final SortedMap<Long, Map<Integer, ByteBuffer>> windows = new TreeMap<>();
    private @Nullable Scale scale;

    private record Scale(long windowMicros, int lagBinMicros) {}

    DendriteRecords(String network) {
        this.network = network;
    }

    /**
     * Keeps a record of the network.
     *
     * @throws CliException if it cannot belong to the others
     */
    @Override
    public void accept(String key, @Nullable CoFiring dendrite) {
        if (dendrite == null || !dendrite.getNetwork().equals(network)) {
            return;
        }
        Scale same = new Scale(dendrite.getWindowMicros(), dendrite.getLagBinMicros());
        if (scale != null && !scale.equals(same)) {
            throw new CliException("the topic holds counts of network '" + network + "' in windows and lag bins of "
                    + scale + " and of " + same + "; counts made with two configurations do not go together");
        }
        scale = same;
        keep(dendrite);
    }

    private void keep(CoFiring dendrite) {
        Map<Integer, ByteBuffer> window = windows.computeIfAbsent(dendrite.getWindow(), absent -> new TreeMap<>());
        try {
            if (window.put(dendrite.getPost(), dendrite.toByteBuffer()) != null) {
                throw new CliException("the topic holds neuron " + dendrite.getPost() + " in window "
                        + dendrite.getWindow() + " of network '" + network + "' twice; did a second app with another "
                        + "application id write here, or was the app reset without emptying its topics?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counts of a window, one record for each dendrite that has any. */
    List<CoFiring> of(long window) {
        return windows.getOrDefault(window, Map.of()).values().stream()
                .map(DendriteRecords::decode)
                .toList();
    }

    private static CoFiring decode(ByteBuffer encoded) {
        try {
            return CoFiring.fromByteBuffer(encoded.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
