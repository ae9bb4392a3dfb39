package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names, electrodes and positions of the units of an NWB file: {@code unit_name}, and the rows of the table of
 * electrodes that {@code electrodes} names, or the one with the id {@code peak_channel_id}. Positions are
 * {@code x, y, z} of the table, or {@code rel_x, rel_y, rel_z} where these say nothing.
 */
final class NwbElectrodes {
    /** The group with the table of electrodes. */
    static final String TABLE = "general/extracellular_ephys/electrodes";

    private static final String ROWS = "units/electrodes";
    private static final String ROW_ENDS = "units/electrodes_index";
    private static final String PEAK = "units/peak_channel_id";
    private static final List<String> NAMES = List.of("units/unit_name", "units/name");

    private NwbElectrodes() {}

    /**
     * The units.
     *
     * @param neurons the neuron of each row of {@code /units}
     */
    static List<KnownNeuron> of(Hdf5 hdf, int[] neurons) throws UnreadableRecordingException {
        Optional<String[]> names = names(hdf, neurons.length);
        Optional<ElectrodeMap> map = map(hdf);
        int[][] rows = map.isPresent() ? rows(hdf, neurons.length) : new int[0][];
        List<KnownNeuron> known = new ArrayList<>();
        for (int unit = 0; unit < neurons.length; unit++) {
            KnownNeuron neuron = KnownNeuron.of(neurons[unit]);
            if (names.isPresent()) {
                neuron = neuron.named(names.get()[unit]);
            }
            known.add(unit < rows.length ? map.orElseThrow().place(neuron, rows[unit]) : neuron);
        }
        return known;
    }

    private static Optional<String[]> names(Hdf5 hdf, int units) throws UnreadableRecordingException {
        for (String path : NAMES) {
            Optional<String[]> texts = hdf.has(path) ? hdf.texts(path) : Optional.empty();
            if (texts.isPresent() && texts.get().length == units) {
                return texts;
            }
        }
        return Optional.empty();
    }

    private static Optional<ElectrodeMap> map(Hdf5 hdf) throws UnreadableRecordingException {
        if (!hdf.has(TABLE + "/id") || hdf.isEmpty(TABLE + "/id")) {
            return Optional.empty();
        }
        String[] ids = Arrays.stream(hdf.wholes(TABLE + "/id"))
                .mapToObj(Long::toString)
                .toArray(String[]::new);
        ElectrodeMap brain = map(hdf, ids, "");
        return Optional.of(saysNothing(brain) ? map(hdf, ids, "rel_") : brain);
    }

    private static ElectrodeMap map(Hdf5 hdf, String[] ids, String prefix) throws UnreadableRecordingException {
        return new ElectrodeMap(
                ids,
                column(hdf, prefix + "x", ids.length),
                column(hdf, prefix + "y", ids.length),
                column(hdf, prefix + "z", ids.length));
    }

    private static double[] column(Hdf5 hdf, String name, int electrodes) throws UnreadableRecordingException {
        String path = TABLE + "/" + name;
        double[] values = hdf.has(path) ? hdf.doubles(path) : new double[0];
        double[] unknown = new double[electrodes];
        Arrays.fill(unknown, Double.NaN);
        return values.length == electrodes && !isFiller(values) ? values : unknown;
    }

    /** Programs that know no position write the same number for all electrodes, 0 or −1. */
    private static boolean isFiller(double[] values) {
        return values.length > 1
                && (values[0] == 0 || values[0] == -1)
                && Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static boolean saysNothing(ElectrodeMap map) {
        return Arrays.stream(map.x()).noneMatch(Double::isFinite)
                && Arrays.stream(map.y()).noneMatch(Double::isFinite);
    }

    /** The rows of the table of electrodes for each unit; empty if the file does not say them. */
    private static int[][] rows(Hdf5 hdf, int units) throws UnreadableRecordingException {
        if (hdf.has(ROWS) && hdf.has(ROW_ENDS)) {
            return ragged(hdf.wholes(ROWS), hdf.wholes(ROW_ENDS), units);
        }
        if (hdf.has(ROWS) && hdf.wholes(ROWS).length == units) {
            return single(hdf.wholes(ROWS));
        }
        if (!hdf.has(PEAK) || hdf.wholes(PEAK).length != units) {
            return new int[0][];
        }
        List<Long> ids = Arrays.stream(hdf.wholes(TABLE + "/id")).boxed().toList();
        return single(Arrays.stream(hdf.wholes(PEAK)).map(id -> ids.indexOf(id)).toArray());
    }

    private static int[][] ragged(long[] rows, long[] ends, int units) {
        int[][] ragged = new int[ends.length == units ? units : 0][];
        int begin = 0;
        for (int unit = 0; unit < ragged.length; unit++) {
            int end = (int) Math.max(begin, Math.min(ends[unit], rows.length));
            ragged[unit] =
                    Arrays.stream(rows, begin, end).mapToInt(row -> (int) row).toArray();
            begin = end;
        }
        return ragged;
    }

    private static int[][] single(long[] rows) {
        return Arrays.stream(rows).mapToObj(row -> new int[] {(int) row}).toArray(int[][]::new);
    }
}
