package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Attributes of the clusters of an ALF folder; a cluster is a row of each {@code clusters} file.
 *
 * <p>Labels: {@code label} of clusters.metrics is the share of the three quality metrics that a cluster passes, and one
 * that passes all, 1, is good (IBL, "Spike sorting pipeline for the International Brain Laboratory"); others are
 * {@code 0.00}, {@code 0.33} and {@code 0.67}. Without it, {@code ks2_label} is the label of Kilosort.
 * {@code clusters._phy_annotation} holds a person's: 0 noise, 1 mua, 2 good, 3 unsorted.
 */
final class AlfClusters {
    private static final String METRICS = "clusters.metrics";
    private static final String SHARE = "label";
    private static final String SORTER = "ks2_label";
    private static final String ID = "cluster_id";
    private static final String WAY_OUT = "save it again, or take all clusters with --clusters all";
    private static final List<String> PHY = List.of("noise", "mua", "good", "unsorted");

    private AlfClusters() {}

    /** The labels of clusters; none if the folder has none. */
    static UnitLabels labels(AlfFiles files, ReadOptions options, List<String> notes) throws IOException {
        UnitLabels labels = new UnitLabels();
        Optional<NpyArray> phy = files.array("clusters._phy_annotation");
        if (phy.isPresent() && phy.get().data() instanceof long[] codes) {
            for (int cluster = 0; cluster < codes.length; cluster++) {
                boolean known = codes[cluster] >= 0 && codes[cluster] < PHY.size();
                labels.person(cluster, known ? PHY.get((int) codes[cluster]) : "unsorted");
            }
            notes.add("labels are those of clusters._phy_annotation");
        }
        Optional<Path> table = files.find(METRICS, "csv");
        if (table.isPresent()) {
            metrics(table.get(), labels, notes);
        } else if (labels.isAbsent() && needsLabels(options)) {
            Optional<Path> parquet = files.find(METRICS, "pqt");
            if (parquet.isPresent()) {
                parquetMetrics(parquet.get(), labels, notes);
            }
        }
        return labels;
    }

    /** Labels that cannot be read must not be passed over, unless the user chooses without them. */
    private static boolean needsLabels(ReadOptions options) {
        return options.clusters().isEmpty()
                || !options.clusters().get().labels().isEmpty();
    }

    private static void metrics(Path file, UnitLabels labels, List<String> notes) throws IOException {
        try (CSVParser rows = CSVParser.parse(Text.read(file), CSVFormat.DEFAULT)) {
            addMetrics(file, rows.stream().map(CSVRecord::toList).toList(), labels, notes);
        } catch (UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableRecordingException(
                    file + " is not a table of clusters: " + Text.shown(String.valueOf(e.getMessage())) + "; "
                            + WAY_OUT,
                    e);
        }
    }

    private static void parquetMetrics(Path file, UnitLabels labels, List<String> notes) throws IOException {
        try {
            addMetrics(file, ParquetRows.read(file, List.of(SHARE, SORTER, ID)), labels, notes);
        } catch (UnreadableRecordingException e) {
            throw new UnreadableRecordingException(e.getMessage() + "; " + WAY_OUT, e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordingException(
                    file + " is not a table of clusters: " + Text.shown(String.valueOf(e.getMessage())) + "; "
                            + WAY_OUT,
                    e);
        }
    }

    private static void addMetrics(Path file, List<List<String>> rows, UnitLabels labels, List<String> notes) {
        List<String> columns = rows.isEmpty() ? List.of() : rows.get(0);
        int label = columns.indexOf(SHARE);
        int sorter = columns.indexOf(SORTER);
        int id = columns.indexOf(ID);
        if (label < 0 && sorter < 0) {
            notes.add("warning: " + file.getFileName() + " has neither a column label nor ks2_label, only "
                    + Text.shownAll(columns));
            return;
        }
        for (int row = 1; row < rows.size(); row++) {
            List<String> values = rows.get(row);
            long cluster = id < 0 ? row - 1 : Long.parseLong(values.get(id).replaceFirst("\\.0$", ""));
            if (label >= 0) {
                labels.person(cluster, word(values.get(label)));
            }
            if (sorter >= 0) {
                labels.sorter(cluster, values.get(sorter));
            }
        }
        notes.add("labels are those of " + file.getFileName()
                + (label < 0 ? ", ks2_label" : ": good is label 1, which passes all metrics"));
    }

    /** {@code good} of 1; other shares with two digits, so that {@code --clusters good,0.67} chooses them. */
    private static String word(String share) {
        if (!share.trim().matches("\\d+(\\.\\d*)?([eE][-+]?\\d{1,3})?")) {
            return share;
        }
        double number = Double.parseDouble(share.trim());
        return number == 1 ? "good" : String.format(Locale.ROOT, "%.2f", number);
    }

    /** Channel and position of each of these clusters, and its area in the brain as a name. */
    static List<KnownNeuron> places(AlfFiles files, Set<Long> clusters) throws IOException {
        long[] channels = wholes(files, "clusters.channels");
        long[] raw = wholes(files, "channels.rawInd");
        double[] sites = pairs(files, "channels.localCoordinates");
        double[] depths = doubles(files, "clusters.depths");
        String[] areas = areas(files);
        List<KnownNeuron> known = new ArrayList<>();
        for (long cluster : new TreeSet<>(clusters)) {
            KnownNeuron neuron = KnownNeuron.of((int) cluster);
            if (cluster < areas.length) {
                neuron = neuron.named(areas[(int) cluster] + " " + cluster);
            }
            long channel = cluster < channels.length ? channels[(int) cluster] : -1;
            if (channel >= 0) {
                neuron = neuron.on(Long.toString(channel < raw.length ? raw[(int) channel] : channel));
            }
            if (channel >= 0 && channel < sites.length / 2) {
                neuron = neuron.at(sites[2 * (int) channel], sites[2 * (int) channel + 1], Double.NaN);
            } else if (cluster < depths.length) {
                neuron = neuron.at(Double.NaN, depths[(int) cluster], Double.NaN);
            }
            known.add(neuron);
        }
        return known;
    }

    private static String[] areas(AlfFiles files) throws IOException {
        Optional<Path> file = files.find("clusters.brainLocationAcronyms_ccf_2017", "npy");
        if (file.isEmpty()) {
            return new String[0];
        }
        try {
            return NpyArray.read(file.get()).data() instanceof String[] areas ? areas : new String[0];
        } catch (UnreadableRecordingException e) {
            return new String[0]; // Names are no spikes: an array of objects, which only Python reads, is passed over.
        }
    }

    private static long[] wholes(AlfFiles files, String name) throws IOException {
        Optional<NpyArray> array = files.array(name);
        return array.isPresent() && array.get().data() instanceof long[] wholes ? wholes : new long[0];
    }

    private static double[] doubles(AlfFiles files, String name) throws IOException {
        Optional<NpyArray> array = files.array(name);
        return array.isPresent() && array.get().data() instanceof double[] doubles ? doubles : new double[0];
    }

    private static double[] pairs(AlfFiles files, String name) throws IOException {
        Optional<NpyArray> array = files.array(name);
        if (array.isEmpty() || array.get().width() != 2 || array.get().header().shape()[1] != 2) {
            return new double[0];
        }
        Object x = array.get().column(0).data();
        Object y = array.get().column(1).data();
        double[] pairs = new double[2 * Array.getLength(x)];
        for (int k = 0; k < pairs.length / 2; k++) {
            pairs[2 * k] = ((Number) Array.get(x, k)).doubleValue();
            pairs[2 * k + 1] = ((Number) Array.get(y, k)).doubleValue();
        }
        return pairs;
    }
}
