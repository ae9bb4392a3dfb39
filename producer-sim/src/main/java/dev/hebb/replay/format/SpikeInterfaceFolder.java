package dev.hebb.replay.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A folder in which SpikeInterface saved a sorting: {@code numpy_folder} with {@code spikes.npy} and
 * {@code numpysorting_info.json}; or {@code npz_folder} with {@code sorting_cached.npz}.
 */
final class SpikeInterfaceFolder implements RecordingFormat {
    private static final String SPIKES = "spikes.npy";
    private static final String INFO = "numpysorting_info.json";
    private static final String UNITS = "unit_ids.npy";
    private static final String ARCHIVE = "sorting_cached.npz";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "SpikeInterface folder";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE);
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.hasFile(ARCHIVE) || (content.hasFile(SPIKES) && content.hasFile(INFO));
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        if (content.hasFile(ARCHIVE)) {
            try (NpzArrays arrays = NpzArrays.open(content.path().resolve(ARCHIVE))) {
                return SpikeInterfaceArrays.read(content, arrays, options, names);
            }
        }
        return readNumpy(content, options, names);
    }

    private RecordingFile readNumpy(Content content, ReadOptions options, UnitNames names) throws IOException {
        Path file = content.path().resolve(SPIKES);
        NpyArray spikes = NpyArray.read(file);
        long[] samples = field(spikes, "sample_index", file);
        long[] units = field(spikes, "unit_index", file);
        long[] segments = field(spikes, "segment_index", file);
        SpikeInterfaceArrays.requireOneSegment(
                Arrays.stream(segments).distinct().count() > 1, file.toString());
        JsonNode info = info(content.path().resolve(INFO));
        Optional<BigDecimal> rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz()
                : rate(info, content.path().resolve(INFO));
        List<String> notes = new ArrayList<>();
        int[] ids = ids(content, info, units, names, notes);
        SampleRate.doubt(rate.orElseThrow(), INFO).ifPresent(notes::add);
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, file.toString());
        Recording recording = Recording.sorting(clock.micros(samples, file.toString()), ids);
        return RecordingFile.of(content.name(), name(), recording).noting(notes);
    }

    private static long[] field(NpyArray spikes, String name, Path file) throws UnreadableRecordingException {
        Object field = spikes.field(name);
        if (field == null) {
            throw new UnreadableRecordingException(file + ": the spikes have no field " + name);
        }
        return Numbers.toWhole(field, file + ", field " + name);
    }

    /**
     * The unit's id of each spike: the number or the name that is at the spike's index, in the information, or in an
     * array of its own as older versions wrote it.
     */
    private static int[] ids(Content content, JsonNode info, long[] units, UnitNames names, List<String> notes)
            throws IOException {
        Path file = content.path().resolve(content.hasFile(UNITS) ? UNITS : INFO);
        Object known = content.hasFile(UNITS) ? NpyArray.read(file).data() : listed(info.path("unit_ids"));
        int[] ids = SpikeInterfaceArrays.neurons(known, file.toString(), names, notes);
        int[] neurons = new int[units.length];
        for (int k = 0; k < units.length; k++) {
            if (units[k] < 0 || units[k] >= ids.length) {
                throw new UnreadableRecordingException(content.path().resolve(SPIKES) + ": entry " + k + " is of unit "
                        + units[k] + ", but " + file.getFileName() + " has " + ids.length + " units");
            }
            neurons[k] = ids[(int) units[k]];
        }
        return neurons;
    }

    private static Object listed(JsonNode ids) {
        boolean whole = true;
        for (JsonNode id : ids) {
            whole &= id.isIntegralNumber() && id.canConvertToLong();
        }
        Object listed;
        if (whole) {
            long[] numbers = new long[ids.size()];
            Arrays.setAll(numbers, k -> ids.get(k).asLong());
            listed = numbers;
        } else {
            String[] texts = new String[ids.size()];
            Arrays.setAll(texts, k -> ids.get(k).asText());
            listed = texts;
        }
        return listed;
    }

    private static JsonNode info(Path file) throws IOException {
        try {
            return Objects.requireNonNull(JSON.readTree(Text.read(file)));
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordingException(file + " is no JSON: " + Text.shown(e.getOriginalMessage()), e);
        }
    }

    private static Optional<BigDecimal> rate(JsonNode info, Path file) throws UnreadableRecordingException {
        JsonNode rate = info.path("sampling_frequency");
        if (rate.isNumber() && rate.decimalValue().signum() > 0) {
            return Optional.of(rate.decimalValue());
        }
        throw new UnreadableRecordingException(
                file + " does not say a sampling_frequency; give --sample-rate, as in --sample-rate 30000");
    }
}
