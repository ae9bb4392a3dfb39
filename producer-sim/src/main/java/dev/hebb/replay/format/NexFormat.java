package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * NeuroExplorer's files .nex and .nex5, as its manual describes them: a header with the frequency of the time stamps, a
 * header for each variable, and data. Variables of type 0 are neurons, whose data are time stamps; waveforms repeat
 * them. Numbers are little-endian.
 */
final class NexFormat implements RecordingFormat {
    private static final byte[] NEX = "NEX1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEX5 = "NEX5".getBytes(StandardCharsets.US_ASCII);
    private static final int FREQUENCY = 4 + 4 + 256;
    private static final int NAME_BYTES = 64;
    private static final int NEURON = 0;

    @Override
    public String name() {
        return "NeuroExplorer file";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE);
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.has(NEX, 0) || content.has(NEX5, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Path path = content.path();
        Layout layout = content.has(NEX, 0) ? Layout.NEX : Layout.NEX5;
        List<String> notes = new ArrayList<>();
        SpikeBlock spikes = new SpikeBlock();
        List<String> unsorted = new ArrayList<>();
        int neurons = 0;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            ByteBuffer head = bytes(file, 0, layout.headerBytes, path);
            BigDecimal rate = rate(head.getDouble(FREQUENCY), options, path);
            SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, Optional.of(rate), path.toString());
            for (Variable variable : variables(file, layout, head.getInt(layout.countAt), path)) {
                if (MatVectors.isUnsorted(variable.name())) {
                    unsorted.add(variable.name());
                } else {
                    add(file, variable, names.number(variable.name()), clock, spikes, path);
                    neurons++;
                }
            }
            notes.add(neurons + " neurons, numbered by name: " + names.some() + "; time stamps at "
                    + rate.toPlainString() + " Hz");
        }
        if (!unsorted.isEmpty()) {
            notes.add("spikes that belong to no unit are left out: " + Text.shownAll(unsorted));
        }
        return RecordingFile.of(content.name(), name(), Recording.sorting(spikes))
                .noting(notes);
    }

    private static BigDecimal rate(double stated, ReadOptions options, Path path) throws UnreadableRecordingException {
        if (options.sampleRateHz().isPresent()) {
            return options.sampleRateHz().get();
        }
        if (!(stated > 0) || Double.isInfinite(stated)) {
            throw new UnreadableRecordingException(path + ": its header states a frequency of " + stated
                    + " Hz; give --sample-rate, as in --sample-rate 40000");
        }
        return new BigDecimal(Double.toString(stated)).stripTrailingZeros();
    }

    private static void add(
            RandomAccessFile file, Variable variable, int neuron, SpikeClock clock, SpikeBlock spikes, Path path)
            throws IOException {
        ByteBuffer data = bytes(file, variable.offset(), variable.count() * variable.width(), path);
        String where = path + ", variable " + Text.shown(variable.name());
        for (int k = 0; k < variable.count(); k++) {
            long ticks = variable.width() == Long.BYTES ? data.getLong() : data.getInt();
            spikes.add(clock.micros(ticks, where, k), neuron);
        }
    }

    /** The variables that are neurons. */
    private static List<Variable> variables(RandomAccessFile file, Layout layout, int count, Path path)
            throws IOException {
        List<Variable> neurons = new ArrayList<>();
        long tableBytes = (long) count * layout.variableBytes;
        if (count < 0 || layout.headerBytes + tableBytes > file.length()) {
            throw cutOff(path);
        }
        ByteBuffer table = bytes(file, layout.headerBytes, tableBytes, path);
        for (int k = 0; k < count; k++) {
            int at = k * layout.variableBytes;
            if (table.getInt(at) == NEURON) {
                neurons.add(layout.variable(table, at));
            }
        }
        return neurons;
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, long length, Path path) throws IOException {
        if (from < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || from > file.length() - length) {
            throw cutOff(path);
        }
        byte[] bytes = new byte[(int) length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static UnreadableRecordingException cutOff(Path path) {
        return new UnreadableRecordingException(
                path + ": the file ends before the data that its headers state; copy it again, or save it again with"
                        + " NeuroExplorer");
    }

    /**
     * A neuron's data.
     *
     * @param width bytes of a time stamp
     */
    private record Variable(String name, long offset, long count, int width) {}

    /** Sizes and places of the two versions. */
    private enum Layout {
        NEX(544, 280, 208),
        NEX5(356, 280, 244);

        private final int headerBytes;
        private final int countAt;
        private final int variableBytes;

        Layout(int headerBytes, int countAt, int variableBytes) {
            this.headerBytes = headerBytes;
            this.countAt = countAt;
            this.variableBytes = variableBytes;
        }

        Variable variable(ByteBuffer table, int at) {
            String name = new String(table.array(), at + 8, NAME_BYTES, StandardCharsets.UTF_8);
            int end = name.indexOf('\0');
            String plain = (end < 0 ? name : name.substring(0, end)).trim();
            int after = at + 8 + NAME_BYTES;
            if (this == NEX) {
                return new Variable(plain, table.getInt(after), table.getInt(after + 4), Integer.BYTES);
            }
            boolean wide = table.getInt(after + 16) == 1;
            long count = Math.min(table.getLong(after + 8), Integer.MAX_VALUE);
            return new Variable(plain, table.getLong(after), count, wide ? Long.BYTES : Integer.BYTES);
        }
    }
}
