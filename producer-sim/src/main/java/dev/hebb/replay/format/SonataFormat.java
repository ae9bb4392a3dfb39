package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * SONATA's spike file, which BMTK, NEST and CoreNEURON write: {@code /spikes/POPULATION/timestamps} in the unit of its
 * attribute {@code units} (milliseconds), and {@code node_ids}; in older files {@code /spikes/timestamps} and
 * {@code gids}.
 */
final class SonataFormat extends Hdf5Format {
    private static final String SPIKES = "spikes";
    private static final String TIMES = "/timestamps";

    @Override
    public String name() {
        return "SONATA spikes";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.VARIABLE, Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.hasGroup(SPIKES)
                && (hdf.has(SPIKES + TIMES) || !populations(hdf).isEmpty());
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        String group = hdf.has(SPIKES + TIMES) ? SPIKES : SPIKES + "/" + population(hdf, options);
        String timesPath = group + TIMES;
        String idsPath = hdf.has(group + "/node_ids") ? group + "/node_ids" : group + "/gids";
        String unit = hdf.attribute(timesPath, "units").orElse("ms");
        SpikeClock clock = Times.usually(unit(unit, hdf.where(timesPath)), options, hdf.where(timesPath));
        long[] times = clock.micros(hdf.numbers(timesPath), hdf.where(timesPath));
        int[] neurons = Numbers.toNeurons(hdf.wholes(idsPath), hdf.where(idsPath));
        if (times.length != neurons.length) {
            throw new UnreadableRecordingException(hdf.where(idsPath) + ": " + neurons.length + " ids for "
                    + times.length + " times; there must be as many");
        }
        return RecordingFile.of(hdf.fileName(), name() + ", " + group, Recording.sorting(times, neurons))
                .noting(List.of("times are " + clock.unit().inWords()))
                .noting(clock.loss(hdf.numbers(timesPath)).stream().toList());
    }

    private static UnitOfTime unit(String written, String where) throws UnreadableRecordingException {
        return UnitOfTime.inName("t_" + written)
                .orElseThrow(() -> new UnreadableRecordingException(
                        where + ": its unit is '" + Text.shown(written) + "'; give --unit s, ms or us"));
    }

    private static List<String> populations(Hdf5 hdf) {
        return hdf.names(SPIKES).stream()
                .filter(name -> hdf.has(SPIKES + "/" + name + TIMES))
                .toList();
    }

    private static String population(Hdf5 hdf, ReadOptions options) throws UnreadableRecordingException {
        List<String> populations = populations(hdf);
        String wanted = options.variable().orElse(populations.get(0));
        if (!populations.contains(wanted) || (options.variable().isEmpty() && populations.size() > 1)) {
            throw new UnreadableRecordingException(hdf.file() + ": there are the populations "
                    + Text.shownAll(populations) + ", whose ids overlap; choose one with --variable NAME");
        }
        return wanted;
    }
}
