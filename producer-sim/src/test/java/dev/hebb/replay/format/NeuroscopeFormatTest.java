package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of Neuroscope and Klusters with two groups of electrodes, by the manuals of the two programs. */
class NeuroscopeFormatTest {
    private final Path folder;

    NeuroscopeFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeSession() throws IOException {
        write("rat.res.1", "2000\n10000\n25000\n40000\n60001\n");
        write("rat.clu.1", "4\n0\n2\n1\n3\n2\n");
        write("rat.res.2", "30\r\n50\r\n");
        write("rat.clu.2", "1\r\n2\r\n2\r\n");
        write(
                "rat.xml",
                "<?xml version='1.0'?>\n<parameters><files><file><samplingRate>1250</samplingRate></file></files>"
                        + "<acquisitionSystem><nBits>16</nBits><samplingRate>20000</samplingRate></acquisitionSystem>"
                        + "<fieldPotentials><lfpSamplingRate>1250</lfpSamplingRate></fieldPotentials></parameters>");
    }

    @Test
    void aNeuronIsAClusterOfAGroupWithoutArtefactsAndNoise() throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile file = RecordingFiles.open(folder, ReadOptions.NONE, names);
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(1_500, 2_500, 500_000, 2_000_000, 3_000_050);
        assertThat(names.all()).containsEntry("1/2", 0).containsEntry("1/3", 1).containsEntry("2/2", 2);
        assertThat(spikes.neurons()).containsExactly(2, 2, 0, 1, 0);
        assertThat(file.notes())
                .containsExactly(
                        "2 groups of electrodes; neurons are numbered by group and cluster: 1/2 = 0, 1/3 = 1, 2/2 = 2",
                        "1 spikes of clusters 0 (artefacts) and 1 of clusters 1 (noise, several cells) are left out;"
                                + " --clusters all takes them");
        assertThat(file.neurons()).extracting(neuron -> neuron.electrode()).contains("group 1", "group 2");
    }

    @Test
    void allClustersAreTakenIfTheUserWantsThem() throws IOException {
        assertThat(open("all", null, null).extent().spikes()).isEqualTo(7);
        assertThat(open("good,noise", null, null).extent().spikes()).isEqualTo(6);
        assertThatThrownBy(() -> open("2,3", null, null)).hasMessageContaining("has a cluster of the same number");
    }

    @Test
    void withoutParametersTheRateHasToBeStated() throws IOException {
        Files.delete(folder.resolve("rat.xml"));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("rat.xml is missing")
                .hasMessageContaining("--sample-rate 20000");
        assertThat(open(null, "20000", null).extent().lastMicros()).isEqualTo(3_000_050);
        write("rat.xml", "<parameters><files><samplingRate>1250</samplingRate></files></parameters>");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("no samplingRate in acquisition");
        write("rat.xml", "<parameters>");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("rat.xml is no XML");
    }

    @Test
    void filesThatDoNotFitAreRefusedByName() throws IOException {
        write("rat.clu.2", "1\n2\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("rat.clu.2 has 2 lines and rat.res.2 2");
        write("rat.clu.2", "1\nx\n2\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("rat.clu.2, line 2: 'x' is not a whole");
    }

    @Test
    void severalSessionsAreAskedAboutAndAFileOfOneNamesTheFolder() throws IOException {
        write("mouse.res.1", "1\n");
        write("mouse.clu.1", "1\n2\n");
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("has the sessions [mouse, rat]");
        assertThat(open(null, null, "rat").extent().spikes()).isEqualTo(5);
        assertThatThrownBy(() -> RecordingFiles.open(folder.resolve("rat.res.1")))
                .hasMessageContaining("rat.res.1 belongs to a session of Neuroscope and Klusters; give its folder");
        Path half = Files.createDirectory(folder.resolve("half"));
        Files.writeString(half.resolve("a.res.3"), "1\n");
        assertThatThrownBy(() -> RecordingFiles.open(half))
                .hasMessageContaining("a.res.3 of Neuroscope and Klusters needs");
    }

    private RecordingFile open(@Nullable String clusters, @Nullable String rate, @Nullable String session)
            throws IOException {
        ReadOptions options = new ReadOptionsBuilder()
                .sampleRate(rate)
                .variable(session)
                .clusters(clusters)
                .build();
        return RecordingFiles.open(folder, options, new UnitNames());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
