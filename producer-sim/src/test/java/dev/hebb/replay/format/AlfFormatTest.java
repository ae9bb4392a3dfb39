package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of ALF, by the naming of the IBL's ONE and its description of the datasets. */
class AlfFormatTest {
    private static final String ID = "0e8f3a3c-1b2d-4c5e-8f90-123456789abc";

    private final Path folder;

    AlfFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeProbe() throws IOException {
        write("spikes.times.npy", Npy.of("<f8", "(5,)", 0.1, 0.5, 1.25, 2.0000005, 3));
        write("spikes.clusters.npy", Npy.of("<u4", "(5,)", 2, 0, 1, 2, 0));
        write("spikes.depths.npy", Npy.of("<f8", "(5,)", 1, 2, 3, 4, 5));
    }

    @Test
    void takesSecondsAndAllClustersWithoutLabels() throws IOException {
        RecordingFile file = RecordingFiles.open(folder);
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(100_000, 500_000, 1_250_000, 2_000_001, 3_000_000);
        assertThat(spikes.neurons()).containsExactly(2, 0, 1, 2, 0);
        assertThat(file.notes()).containsExactly("no cluster labels were found, so all clusters are taken");
    }

    @Test
    void aClusterThatPassesAllMetricsIsGood() throws IOException {
        Files.writeString(
                folder.resolve("clusters.metrics.csv"),
                "cluster_id,amp_max,label,ks2_label\n0,1,0.6666666666666666,good\n1,2,0.0,good\n2,3,1.0,mua\n");
        RecordingFile file = RecordingFiles.open(folder);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(2, 2);
        assertThat(file.notes())
                .containsExactly(
                        "labels are those of clusters.metrics.csv: good is label 1, which passes all metrics",
                        "1 of 3 labelled clusters are good; 3 spikes of the others are left out");
        assertThat(WholeRecording.of(open("good,0.67")).neurons()).containsExactly(2, 0, 2, 0);
    }

    @Test
    void withoutTheShareOfMetricsKilosortsLabelCounts() throws IOException {
        Files.writeString(folder.resolve("clusters.metrics.csv"), "ks2_label\nmua\ngood\nmua\n");
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(1);
    }

    @Test
    void labelsOfAPersonInPhyCount() throws IOException {
        write("clusters._phy_annotation.npy", Npy.of("<i4", "(3, 1)", 0, 2, 3));
        assertThat(WholeRecording.of(folder).neurons()).containsExactly(1);
    }

    @Test
    void takesLabelsInParquetAsPandasWritesThem() throws IOException {
        Path written = Path.of("src/test/resources/recordings/clusters.metrics.pqt");
        Files.copy(written, folder.resolve("clusters.metrics.pqt"));
        RecordingFile file = RecordingFiles.open(folder);
        assertThat(WholeRecording.of(file).neurons()).containsOnly(1);
        assertThat(file.notes())
                .contains("labels are those of clusters.metrics.pqt: good is label 1, which passes all metrics");
    }

    @Test
    void labelsInParquetAreNotPassedOverIfTheyCannotBeRead() throws IOException {
        write("clusters.metrics.pqt", new byte[] {'P', 'A', 'R', '1'});
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("clusters.metrics.pqt cannot be read as Parquet")
                .hasMessageContaining("--clusters all");
        assertThat(open("all").extent().spikes()).isEqualTo(5);
        assertThat(open("2").extent().spikes()).isEqualTo(2);
    }

    @Test
    void theLastRevisionOfAFileCountsAndItsNameMayHaveAUuid() throws IOException {
        Path early = Files.createDirectory(folder.resolve("#2022-01-01#"));
        Path late = Files.createDirectory(folder.resolve("#2024-05-06#"));
        Files.write(early.resolve("spikes.times.npy"), Npy.of("<f8", "(1,)", 9));
        Files.write(early.resolve("spikes.clusters.npy"), Npy.of("<u4", "(1,)", 9));
        Files.write(late.resolve("spikes.times." + ID + ".npy"), Npy.of("<f8", "(2,)", 7, 8));
        Files.write(late.resolve("_ibl_spikes.clusters." + ID + ".npy"), Npy.of("<u4", "(2,)", 4, 5));
        RecordingFile file = RecordingFiles.open(folder);
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(7_000_000, 8_000_000);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(4, 5);
        assertThat(file.notes()).anyMatch(note -> note.startsWith("the spikes are those of revision #2024-05-06#"));
    }

    @Test
    void filesThatDoNotFitAreRefusedByName() throws IOException {
        Path late = Files.createDirectory(folder.resolve("#2024-05-06#"));
        Files.write(late.resolve("spikes.times.npy"), Npy.of("<f8", "(2,)", 7, 8));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("#2024-05-06#/spikes.times.npy has 2 entries and spikes.clusters.npy 5");
        Files.write(late.resolve("spikes.times." + ID + ".npy"), Npy.of("<f8", "(2,)", 7, 8));
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("has 2 files spikes.times");
        Files.delete(folder.resolve("spikes.clusters.npy"));
        Files.delete(late.resolve("spikes.times." + ID + ".npy"));
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("no spikes.clusters.npy");
    }

    @Test
    void clustersLieAtTheirChannelOrTheirDepth() throws IOException {
        write("clusters.depths.npy", Npy.of("<f8", "(3,)", 111, 222, 333));
        assertThat(RecordingFiles.open(folder).neurons())
                .contains(new KnownNeuron(1, null, false, null, null, 222.0, null));
        write("clusters.channels.npy", Npy.of("<i8", "(3,)", 1, 0, 1));
        write("channels.rawInd.npy", Npy.of("<i8", "(2,)", 10, 11));
        write("channels.localCoordinates.npy", Npy.of("<f8", "(2, 2)", 43, 20, 11, 40));
        assertThat(RecordingFiles.open(folder).neurons())
                .containsExactly(
                        new KnownNeuron(0, null, false, "11", 11.0, 40.0, null),
                        new KnownNeuron(1, null, false, "10", 43.0, 20.0, null),
                        new KnownNeuron(2, null, false, "11", 11.0, 40.0, null));
    }

    @Test
    void aChannelThatIsNotThereHasNoPosition() throws IOException {
        write("clusters.channels.npy", Npy.of("<i8", "(3,)", 1_073_741_824, 2, 1));
        write("channels.localCoordinates.npy", Npy.of("<f8", "(2, 2)", 43, 20, 11, 40));
        assertThat(RecordingFiles.open(folder).neurons())
                .containsExactly(
                        new KnownNeuron(0, null, false, "1073741824", null, null, null),
                        new KnownNeuron(1, null, false, "2", null, null, null),
                        new KnownNeuron(2, null, false, "1", 11.0, 40.0, null));
    }

    @Test
    void aFolderAboveNamesTheProbes() throws IOException {
        Path probe = Files.createDirectories(folder.resolve("alf/probe00"));
        Files.move(folder.resolve("spikes.times.npy"), probe.resolve("spikes.times.npy"));
        assertThatThrownBy(() -> RecordingFiles.open(folder.resolve("alf")))
                .hasMessageContaining("there are spikes in [" + probe + "]");
    }

    private RecordingFile open(String clusters) throws IOException {
        ReadOptions options = new ReadOptionsBuilder().clusters(clusters).build();
        return RecordingFiles.open(folder, options, new UnitNames());
    }

    private void write(String name, byte[] array) throws IOException {
        Files.write(folder.resolve(name), array);
    }
}
