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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Recording spikes = WholeRecording.of(file);
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
        assertThat(WholeRecording.of(file).neurons()).containsExactly(4, 7, 4);
        assertThat(file.notes())
                .containsExactly("2 of 4 labelled clusters are good; 2 spikes of the others are left out");
    }

    @Test
    void personsWordCountsBeforeTheSorters() throws IOException {
        // Given
        write("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n0\tmua\n4\tgood\n7\tgood\n9\tmua\n");
        write("cluster_group.tsv", "cluster_id\tgroup\n4\tnoise\n9\tgood\n");
        // When, Then
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(7, 9);
    }

    @Test
    void readsClusterInfo() throws IOException {
        // Given
        write(
                "cluster_info.tsv",
                "id\tamp\tgroup\tKSLabel\n0\t1\t\tgood\n4\t2\tmua\tgood\n7\t3\tgood\tmua\n9\t4\t\t\n");
        // When, Then
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(0, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster_groups.csv|cluster_id\tgroup\n0\tnoise\n4\tgood\n7\tgood\n9\tmua\n",
                "cluster_group.csv|cluster_id,group\n0,noise\n4,good\n7,Good\n9,mua\n",
                "cluster_group.tsv|\uFEFFcluster_id\tgroup\r\n0\tnoise\r\n4\tgood\r\n7\tgood\r\n9\tmua\r\n",
                "cluster_info.csv|id;group\n0;noise\n4;good\n7;good\n9;mua",
                "cluster_KSLabel.tsv|cluster_id\tKSLabel\n0.0\tmua\n4.0\tgood\n7.0\tgood\n9.0\tmua\n"
            })
    void findsLabelsUnderEveryNameAndInEveryDialect(String nameAndText) throws IOException {
        // Given
        write(nameAndText.substring(0, nameAndText.indexOf('|')), nameAndText.substring(nameAndText.indexOf('|') + 1));
        // When, Then
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(4, 7, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsorted", "nan", "None", "", "NaN"})
    void aGroupThatNoPersonGaveDoesNotOutvoteKilosort(String group) throws IOException {
        // Given
        write("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n0\tmua\n4\tgood\n7\tgood\n9\tmua\n");
        write("cluster_group.tsv", "cluster_id\tgroup\n4\t" + group + "\n7\tmua\n9\t" + group + "\n");
        // When, Then
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(4, 4);
    }

    @Test
    void takesAllClustersThatNoPersonJudged() throws IOException {
        // Given
        write("cluster_group.tsv", "cluster_id\tgroup\n0\tunsorted\n4\tunsorted\n7\tunsorted\n9\tunsorted\n");
        // When
        RecordingFile file = RecordingFiles.open(folder);
        // Then
        assertThat(file.extent().spikes()).isEqualTo(5);
        assertThat(file.notes())
                .containsExactly("no person and no sorter has judged the clusters, so all of them are taken");
    }

    @Test
    void takesTheClustersThatTheUserChooses() throws IOException {
        // Given
        write("cluster_group.tsv", "cluster_id\tgroup\n0\tmua\n4\tgood\n7\tnoise\n");
        // When, Then
        assertThat(open("all").neurons()).containsExactly(4, 0, 7, 4, 9);
        assertThat(open("good,mua").neurons()).containsExactly(4, 0, 4);
        assertThat(open("7,9").neurons()).containsExactly(7, 9);
        assertThatThrownBy(() -> open("7,8")).hasMessageContaining("there is no cluster 8; there are [0, 4, 7, 9]");
        assertThatThrownBy(() -> open("best"))
                .hasMessageContaining("0 of 3 labelled clusters are best; the labels are [good, mua, noise]");
    }

    @Test
    void withoutClustersTheTemplatesCountAsInPhy() throws IOException {
        // Given
        Files.move(folder.resolve("spike_clusters.npy"), folder.resolve("spike_templates.npy"));
        // When
        RecordingFile file = RecordingFiles.open(folder);
        // Then
        assertThat(WholeRecording.of(file).neurons()).containsExactly(4, 0, 7, 4, 9);
        assertThat(file.notes()).anyMatch(note -> note.contains("the clusters are those of spike_templates.npy"));
    }

    @Test
    void warnsOfARateThatNoRecordingHas() throws IOException {
        // Given
        write("params.py", "sample_rate = 30.\n");
        // When, Then
        assertThat(RecordingFiles.open(folder).notes())
                .anyMatch(note -> note.startsWith("warning: params.py gives a sampling rate of 30.0 Hz, and no"
                        + " recording of spikes has such a rate (kHz written as Hz?"));
        ReadOptions stated = new ReadOptionsBuilder().sampleRate("30000").build();
        assertThat(WholeRecording.of(RecordingFiles.open(folder, stated, new UnitNames()))
                        .timesMicros())
                .containsExactly(33, 67, 100, 1_000_000, 2_000_033);
    }

    private Recording open(String clusters) throws IOException {
        ReadOptions options = new ReadOptionsBuilder().clusters(clusters).build();
        return WholeRecording.of(RecordingFiles.open(folder, options, new UnitNames()));
    }

    @Test
    void saysWhatIsMissingOrWrong() throws IOException {
        write("cluster_group.tsv", "cluster_id\tgroup\nfour\tgood\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("cluster_group.tsv, line 2: 'four' is not a cluster");
        Files.delete(folder.resolve("cluster_group.tsv"));
        write("params.py", "n_channels = 3\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("no line sample_rate = NUMBER");
        Files.delete(folder.resolve("params.py"));
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("params.py is missing");
        Files.write(folder.resolve("spike_clusters.npy"), Npy.of("<i4", "(1,)", 4));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("spike_times.npy has 5 entries and spike_clusters.npy 1");
        Files.delete(folder.resolve("spike_clusters.npy"));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("spike_clusters.npy is missing, and there is no spike_templates.npy either");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
