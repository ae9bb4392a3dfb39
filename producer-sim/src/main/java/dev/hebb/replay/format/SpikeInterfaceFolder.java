package dev.hebb.replay.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder in which SpikeInterface saved a sorting: {@code numpy_folder} with {@code spikes.npy} and
 * {@code numpysorting_info.json}; or {@code npz_folder} with {@code sorting_cached.npz}.
 */
final class SpikeInterfaceFolder implements RecordingFormat {
    private static final String SPIKES = "spikes.npy";
    private static final String INFO = "numpysorting_info.json";
    private static final String UNITS = "unit_ids.npy";
    private static final String ARCHIVE = "sorting_cached.npz";
    /** Property of units with the labels of Kilosort. */
    private static final String OF_SORTER = "KSLabel";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "SpikeInterface folder";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE, Name.VARIABLE, Name.CLUSTERS);
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
        int last = (int) Arrays.stream(segments).max().orElse(0);
        int segment = SpikeInterfaceArrays.segment(last + 1, options, file.toString());
        JsonNode info = info(content.path().resolve(INFO));
        Optional<BigDecimal> rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz()
                : rate(info, content.path().resolve(INFO));
        List<String> notes = new ArrayList<>();
        int[] ids = ids(content, info, units, names, notes);
        SampleRate.doubt(rate.orElseThrow(), INFO).ifPresent(notes::add);
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, file.toString());
        UnitLabels labels = labels(content, info, names, notes);
        boolean all = labels.isAbsent() && options.clusters().isEmpty();
        UnitLabels.Selection selection =
                labels.choose(options.clusters(), present(ids), content.path().toString());
        SpikeBlock taken = new SpikeBlock();
        long others = 0;
        for (int k = 0; k < ids.length; k++) {
            if (segments[k] == segment && selection.takes().test(ids[k])) {
                taken.add(clock.micros(samples[k], file.toString(), k), ids[k]);
            } else if (segments[k] == segment) {
                others++;
            }
        }
        if (!all) {
            notes.add(selection.note(others));
        }
        int[] each = units(content, info, names, new ArrayList<>());
        return RecordingFile.of(content.name(), name(), Recording.sorting(taken))
                .noting(notes)
                .describing(SpikeInterfacePlaces.of(content.path().resolve("properties"), each).stream()
                        .filter(neuron -> selection.takes().test(neuron.neuron()))
                        .toList());
    }

    private static long[] field(NpyArray spikes, String name, Path file) throws UnreadableRecordingException {
        Object field = spikes.field(name);
        if (field == null) {
            throw new UnreadableRecordingException(file + ": the spikes have no field " + name);
        }
        return Numbers.toWhole(field, file + ", field " + name);
    }

    private static Set<Long> present(int[] ids) {
        return Arrays.stream(ids).asLongStream().boxed().collect(Collectors.toSet());
    }

    /** Labels among the properties of units: of a person, and of the sorter. */
    private static UnitLabels labels(Content content, JsonNode info, UnitNames names, List<String> notes)
            throws IOException {
        UnitLabels labels = new UnitLabels();
        int[] units = units(content, info, names, new ArrayList<>());
        for (String property : List.of(OF_SORTER, "group", "quality")) {
            Path file = content.path().resolve("properties").resolve(property + ".npy");
            if (Files.isRegularFile(file)
                    && NpyArray.read(file).data() instanceof String[] words
                    && words.length == units.length) {
                notes.add("labels are those of the property " + property);
                for (int k = 0; k < units.length; k++) {
                    if (property.equals(OF_SORTER)) {
                        labels.sorter(units[k], words[k]);
                    } else {
                        labels.person(units[k], words[k]);
                    }
                }
            }
        }
        return labels;
    }

    /** The ids of the units, in the information, or in an array of its own as older versions wrote it. */
    private static int[] units(Content content, JsonNode info, UnitNames names, List<String> notes) throws IOException {
        Path file = content.path().resolve(content.hasFile(UNITS) ? UNITS : INFO);
        Object known = content.hasFile(UNITS) ? NpyArray.read(file).data() : listed(info.path("unit_ids"));
        return SpikeInterfaceArrays.neurons(known, file.toString(), names, notes);
    }

    /** The unit's id of each spike: the number or the name that is at the spike's index. */
    private static int[] ids(Content content, JsonNode info, long[] units, UnitNames names, List<String> notes)
            throws IOException {
        Path file = content.path().resolve(content.hasFile(UNITS) ? UNITS : INFO);
        int[] ids = units(content, info, names, notes);
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
