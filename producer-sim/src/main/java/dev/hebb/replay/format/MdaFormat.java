package dev.hebb.replay.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code firings.mda} of MountainSort: a matrix with a column for each spike, of which row 1 is the channel from 1, row
 * 2 the sample and row 3 the label of the unit. The rate is {@code samplerate} of a {@code params.json} beside it.
 *
 * <p>MDA (MountainLab): whole numbers of 32 bits, little-endian: code of the type, bytes of an entry, number of
 * dimensions, their lengths (of 64 bits if the number is negative); then the entries, the first index fastest.
 */
final class MdaFormat implements RecordingFormat {
    private static final int HEADER_BYTES = 20;
    /** Bytes of an entry, by the code of its type. */
    private static final Map<Integer, Integer> WIDTHS = Map.of(-2, 1, -3, 4, -4, 2, -5, 4, -6, 2, -7, 8, -8, 4);

    private static final String PARAMETERS = "params.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "MountainSort firings (.mda)";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE);
    }

    /** A header of two dimensions, whose entries fill the file. */
    @Override
    public boolean isFormOf(Content content) throws IOException {
        if (content.isFolder() || content.head().length < HEADER_BYTES) {
            return false;
        }
        ByteBuffer head = ByteBuffer.wrap(content.head()).order(ByteOrder.LITTLE_ENDIAN);
        Integer width = WIDTHS.get(head.getInt(0));
        return width != null
                && head.getInt(4) == width
                && Math.abs(head.getInt(8)) == 2
                && content.head().length >= Header.bytes(head)
                && Header.of(head).fileBytes() == Files.size(content.path());
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Path file = content.path();
        Header header = Header.of(ByteBuffer.wrap(content.head()).order(ByteOrder.LITTLE_ENDIAN));
        if (header.rows < 3 || header.columns > Integer.MAX_VALUE / 8) {
            throw new UnreadableRecordingException(file + " is an MDA array of " + header.rows + " x " + header.columns
                    + "; spikes have 3 rows or more, as in firings.mda of MountainSort: channel, sample, label");
        }
        List<String> notes = new ArrayList<>();
        BigDecimal rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz().get()
                : stated(file.resolveSibling(PARAMETERS), file);
        SampleRate.doubt(rate, options.sampleRateHz().isPresent() ? "--sample-rate" : PARAMETERS)
                .ifPresent(notes::add);
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, Optional.of(rate), file.toString());
        double[][] rows = rows(file, header);
        long[] micros = clock.micros(rows[1], file + ", row 2");
        int[] neurons = Numbers.toNeurons(Numbers.toWhole(rows[2], file + ", row 3"), file + ", row 3");
        notes.add("spikes of all labels are taken");
        return RecordingFile.of(content.name(), name(), Recording.sorting(micros, neurons.clone()))
                .noting(notes)
                .describing(channels(rows[0], neurons));
    }

    /** The channel that most spikes of a unit have; 0 stands for none. */
    private static List<KnownNeuron> channels(double[] channels, int[] neurons) {
        Map<Integer, Map<Long, Integer>> counts = new TreeMap<>();
        for (int k = 0; k < neurons.length; k++) {
            counts.computeIfAbsent(neurons[k], any -> new TreeMap<>()).merge((long) channels[k], 1, Integer::sum);
        }
        List<KnownNeuron> known = new ArrayList<>();
        counts.forEach((neuron, byChannel) -> {
            long most = byChannel.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            known.add(most > 0 ? KnownNeuron.of(neuron).on(Long.toString(most)) : KnownNeuron.of(neuron));
        });
        return known;
    }

    private static BigDecimal stated(Path parameters, Path file) throws IOException {
        if (Files.notExists(parameters)) {
            throw new UnreadableRecordingException(file + ": the times are samples, and there is no " + PARAMETERS
                    + " beside it that says samplerate; give --sample-rate, as in --sample-rate 30000");
        }
        try {
            JsonNode rate = JSON.readTree(Text.read(parameters)).path("samplerate");
            if (rate.isNumber() && rate.decimalValue().signum() > 0) {
                return rate.decimalValue();
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordingException(
                    parameters + " is no JSON: " + Text.shown(e.getOriginalMessage()) + "; give --sample-rate", e);
        }
        throw new UnreadableRecordingException(
                parameters + " does not say samplerate; give --sample-rate, as in --sample-rate 30000");
    }

    /** The first three rows. */
    private static double[][] rows(Path file, Header header) throws IOException {
        int columns = (int) header.columns;
        int width = header.width();
        int rows = (int) header.rows;
        Memory.require(columns, 8L * (rows + 3), Runtime.getRuntime().maxMemory(), file.toString());
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[][] picked = new double[3][columns];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < 3; row++) {
                int at = header.headerBytes + (column * rows + row) * width;
                picked[row][column] = number(data, at, header.code);
            }
        }
        return picked;
    }

    private static double number(ByteBuffer data, int at, int code) {
        return switch (code) {
            case -2 -> Byte.toUnsignedInt(data.get(at));
            case -3 -> data.getFloat(at);
            case -4 -> data.getShort(at);
            case -5 -> data.getInt(at);
            case -6 -> Short.toUnsignedInt(data.getShort(at));
            case -7 -> data.getDouble(at);
            default -> Integer.toUnsignedLong(data.getInt(at));
        };
    }

    /** What the header states. */
    private record Header(int code, long rows, long columns, int headerBytes) {
        static int bytes(ByteBuffer head) {
            return head.getInt(8) < 0 ? 28 : HEADER_BYTES;
        }

        static Header of(ByteBuffer head) {
            boolean large = head.getInt(8) < 0;
            return large
                    ? new Header(head.getInt(0), head.getLong(12), head.getLong(20), bytes(head))
                    : new Header(head.getInt(0), head.getInt(12), head.getInt(16), bytes(head));
        }

        int width() {
            return WIDTHS.getOrDefault(code, 1);
        }

        /** Bytes of a file with this header; −1 for lengths that no file has. */
        long fileBytes() {
            boolean possible =
                    rows >= 0 && columns >= 0 && (rows == 0 || columns <= Integer.MAX_VALUE / rows / width());
            return possible ? headerBytes + rows * columns * width() : -1;
        }
    }
}
