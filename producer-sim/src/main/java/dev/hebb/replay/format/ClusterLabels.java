package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a sorter and then a person called each cluster. A person's word counts before Kilosort's, as in Phy: first
 * {@code group} of cluster_info.tsv and cluster_group.tsv, then {@code KSLabel} of cluster_info.tsv and
 * cluster_KSLabel.tsv.
 */
final class ClusterLabels {
    private static final String GOOD = "good";
    private static final CSVFormat TABLE = CSVFormat.TDF
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final Map<Long, String> labels = new HashMap<>();

    private ClusterLabels() {}

    /** The labels in a folder; none if it has no such files. */
    static ClusterLabels read(Path folder) throws IOException {
        ClusterLabels labels = new ClusterLabels();
        labels.add(folder.resolve("cluster_KSLabel.tsv"), "KSLabel");
        labels.add(folder.resolve("cluster_info.tsv"), "KSLabel");
        labels.add(folder.resolve("cluster_info.tsv"), "group");
        labels.add(folder.resolve("cluster_group.tsv"), "group");
        return labels;
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    int clusters() {
        return labels.size();
    }

    long goodClusters() {
        return labels.values().stream().filter(GOOD::equals).count();
    }

    /** Whether the cluster is called good; without any labels, all are. */
    boolean isGood(long cluster) {
        return labels.isEmpty() || GOOD.equals(labels.get(cluster));
    }

    private void add(Path file, String column) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, TABLE)) {
            String id = rows.getHeaderMap().containsKey("cluster_id") ? "cluster_id" : "id";
            if (!rows.getHeaderMap().containsKey(id)) {
                throw new UnreadableRecordingException(file + ": no column cluster_id");
            }
            if (rows.getHeaderMap().containsKey(column)) {
                for (CSVRecord row : rows) {
                    add(file, row, id, column);
                }
            }
        }
    }

    private void add(Path file, CSVRecord row, String id, String column) throws IOException {
        String label = row.isSet(column) ? row.get(column).trim() : "";
        if (!label.isEmpty()) {
            try {
                labels.put(Long.parseLong(row.get(id).trim()), label);
            } catch (NumberFormatException e) {
                throw new UnreadableRecordingException(
                        file + ", line " + (row.getRecordNumber() + 1) + ": '" + row.get(id) + "' is no cluster", e);
            }
        }
    }
}
