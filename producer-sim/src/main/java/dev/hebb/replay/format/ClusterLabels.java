package dev.hebb.replay.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The tables of cluster labels in a folder of Kilosort or Phy: files {@code cluster*.tsv} or {@code .csv} of any
 * version, such as cluster_group.tsv, cluster_groups.csv, cluster_info.tsv and cluster_KSLabel.tsv. A column
 * {@code group} holds a person's labels, {@code KSLabel} those of Kilosort.
 */
final class ClusterLabels {
    private static final List<String> IDS = List.of("cluster_id", "id", "cluster");
    private static final String PERSON = "group";
    private static final String SORTER = "kslabel";

    private static final String CHANNEL = "ch";
    private static final String DEPTH = "depth";

    private final UnitLabels labels = new UnitLabels();
    private final Map<Long, Site> sites = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Place of a cluster on the probe.
     *
     * @param channel null if the table does not say it
     * @param depth position along the probe in micrometres, not a number if the table does not say it
     */
    record Site(@Nullable Long channel, double depth) {}

    private ClusterLabels() {}

    /** The labels in a folder; none if it has no such files. */
    static ClusterLabels read(Path folder) throws IOException {
        ClusterLabels labels = new ClusterLabels();
        for (Path table : tables(folder)) {
            labels.add(table);
        }
        return labels;
    }

    UnitLabels labels() {
        return labels;
    }

    /** Returns the places of clusters that the tables give. */
    Map<Long, Site> sites() {
        return sites;
    }

    /** Returns a note for every label on which two tables contradict each other. */
    List<String> notes() {
        return notes;
    }

    /**
     * Tables in order of what counts more: those of a person last, and .tsv, which newer versions write, after .csv.
     */
    private static List<Path> tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches("cluster.*\\.[tc]sv"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> name(file).contains("group"))
                            .thenComparing(file -> name(file).endsWith(".tsv"))
                            .thenComparing(ClusterLabels::name))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private void add(Path file) throws IOException {
        String text = Text.read(file);
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char delimiter = header.contains("\t") ? '\t' : header.contains(";") ? ';' : header.contains(",") ? ',' : ' ';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(delimiter != '\t')
                .get();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            add(file, rows.getRecords());
        } catch (UncheckedIOException e) {
            throw new UnreadableRecordingException(file + ": " + e.getMessage(), e);
        }
    }

    private void add(Path file, List<CSVRecord> rows) throws UnreadableRecordingException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = rows.get(0).stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .toList();
        int person = columns.indexOf(PERSON);
        int sorter = columns.indexOf(SORTER);
        int channel = columns.indexOf(CHANNEL);
        int depth = columns.indexOf(DEPTH);
        otherLabels(file, rows, columns);
        if (person < 0 && sorter < 0 && channel < 0 && depth < 0) {
            return;
        }
        int id = IDS.stream()
                .mapToInt(columns::indexOf)
                .filter(k -> k >= 0)
                .findFirst()
                .orElse(-1);
        if (id < 0) {
            throw new UnreadableRecordingException(file + ": no column cluster_id, only " + columns);
        }
        for (CSVRecord row : rows.subList(1, rows.size())) {
            if (row.size() > 1 || !row.get(0).isBlank()) {
                add(file, row, id, person, sorter);
                addSite(id(file, row, id), field(row, channel), field(row, depth));
            }
        }
    }

    /** Columns of other programs that look like labels are not used, which the user should know. */
    private void otherLabels(Path file, List<CSVRecord> rows, List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            boolean known =
                    columns.get(column).equals(PERSON) || columns.get(column).equals(SORTER);
            boolean isLabel = rows.subList(1, rows.size()).stream()
                    .anyMatch(row -> at < row.size() && row.get(at).trim().equalsIgnoreCase("good"));
            if (!known && isLabel) {
                notes.add("warning: the labels in column '"
                        + Text.shown(rows.get(0).get(column)) + "' of "
                        + file.getFileName() + " are not used, only those in columns group and KSLabel;"
                        + " choose units with --clusters 3,7,9, or name the column group");
            }
        }
    }

    private void add(Path file, CSVRecord row, int idColumn, int person, int sorter)
            throws UnreadableRecordingException {
        long id = id(file, row, idColumn);
        if (sorter >= 0 && sorter < row.size()) {
            labels.sorter(id, row.get(sorter));
        }
        if (person >= 0 && person < row.size()) {
            labels.person(id, row.get(person))
                    .ifPresent(before -> notes.add("cluster " + id + " is '" + before + "' in another table, but '"
                            + row.get(person).trim() + "' in " + file.getFileName() + ", which counts"));
        }
    }

    private static String field(CSVRecord row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).trim() : "";
    }

    /** Places are not needed, so that what is no number is none. */
    private void addSite(long id, String channel, String depth) {
        Long number = channel.matches("\\d{1,9}(\\.0)?") ? Long.valueOf(channel.replace(".0", "")) : null;
        double along = depth.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?") ? Double.parseDouble(depth) : Double.NaN;
        if (number != null || Double.isFinite(along)) {
            sites.put(id, new Site(number, along));
        }
    }

    private static long id(Path file, CSVRecord row, int column) throws UnreadableRecordingException {
        String id = column < row.size() ? row.get(column).trim() : "";
        try {
            return Long.parseLong(id.endsWith(".0") ? id.substring(0, id.length() - 2) : id);
        } catch (NumberFormatException e) {
            throw new UnreadableRecordingException(
                    file + ", line " + row.getRecordNumber() + ": '" + Text.shown(id) + "' is not a cluster", e);
        }
    }
}
