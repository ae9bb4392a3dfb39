package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhyFormatTest {
    private final Path folder;

    PhyFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeSorting() throws IOException {
        Files.write(folder.resolve("spike_times.npy"), Npy.of("<u8", "(5, 1)", 1, 2, 3, 30_000, 60_001));
        Files.write(folder.resolve("spike_clusters.npy"), Npy.of("<i4", "(5,)", 4, 0, 7, 4, 9));
        write("params.py", "dat_path = 'x.dat'\nn_channels_dat = 385\nsample_rate = 30000.\nhp_filtered = False\n");
    }

    @Test
    void takesAllClustersWithoutLabels() throws IOException {
        // When
        RecordingFile file = RecordingFiles.open(folder);
        Recording spikes = Spikes.of(file);
        // Then
        assertThat(spikes.timesMicros()).containsExactly(33, 67, 100, 1_000_000, 2_000_033);
        assertThat(spikes.neurons()).containsExactly(4, 0, 7, 4, 9);
        assertThat(file.notes()).singleElement().asString().contains("no cluster labels");
    }

    @Test
    void takesGoodClustersOnly() throws IOException {
        // Given
        write("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n0\tmua\n4\tgood\n7\tgood\n9\tmua\n");
        // When
        RecordingFile file = RecordingFiles.open(folder);
        // Then
        assertThat(Spikes.of(file).neurons()).containsExactly(4, 7, 4);
        assertThat(file.notes())
                .containsExactly("2 of 4 labelled clusters are good; 2 spikes of the others are left out");
    }

    @Test
    void personsWordCountsBeforeTheSorters() throws IOException {
        // Given
        write("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n0\tmua\n4\tgood\n7\tgood\n9\tmua\n");
        write("cluster_group.tsv", "cluster_id\tgroup\n4\tnoise\n9\tgood\n");
        // When, Then
        assertThat(Spikes.of(folder).neurons()).containsExactly(7, 9);
    }

    @Test
    void readsClusterInfo() throws IOException {
        // Given
        write(
                "cluster_info.tsv",
                "id\tamp\tgroup\tKSLabel\n0\t1\t\tgood\n4\t2\tmua\tgood\n7\t3\tgood\tmua\n9\t4\t\t\n");
        // When, Then
        assertThat(Spikes.of(folder).neurons()).containsExactly(0, 7);
    }

    @Test
    void saysWhatIsMissingOrWrong() throws IOException {
        write("cluster_group.tsv", "cluster_id\tgroup\nfour\tgood\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("cluster_group.tsv, line 2: 'four' is no cluster");
        Files.delete(folder.resolve("cluster_group.tsv"));
        write("params.py", "n_channels = 3\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("no line sample_rate = NUMBER");
        Files.delete(folder.resolve("params.py"));
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("params.py is missing");
        Files.write(folder.resolve("spike_clusters.npy"), Npy.of("<i4", "(1,)", 4));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("spike_times.npy has 5 entries and spike_clusters.npy 1");
        Files.delete(folder.resolve("spike_clusters.npy"));
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("spike_clusters.npy is missing");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
