package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.RecordingFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, electrodes and positions of neurons, compared with the values that pynwb, h5py and NumPy wrote. */
class NamesAndPositionsTest {
    private final Path folder;

    NamesAndPositionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nwbHasNamesAndTheMiddleOfAUnitsElectrodes() throws IOException {
        assertThat(RecordingFiles.open(file("pynwb_places.nwb")).neurons())
                .containsExactly(
                        new KnownNeuron(7, "SU_7", false, "0", 16.0, 20.0, null),
                        new KnownNeuron(3, "SU_3", false, "1 2", 24.0, 30.0, null));
    }

    @Test
    void nwbHasPositionsInTheBrainBeforeThoseOnTheProbe() throws IOException {
        assertThat(RecordingFiles.open(file("pynwb_brain.nwb")).neurons())
                .containsExactly(
                        new KnownNeuron(7, null, false, "1", 1000.0, 2001.0, -30.5),
                        new KnownNeuron(3, null, false, "0", 1000.0, 2000.0, -30.5));
    }

    @Test
    void nwbWithoutElectrodesOfUnitsSaysNothing() throws IOException {
        assertThat(RecordingFiles.open(file("pynwb.nwb")).neurons()).isEmpty();
    }

    @Test
    void culturesHaveNamesAndPositionsOfElectrodes() throws IOException {
        assertThat(RecordingFiles.open(file("culture_places.h5")).neurons())
                .containsExactly(
                        new KnownNeuron(12, "ch_12A_unit_0", false, "12", 200.0, 400.0, null),
                        new KnownNeuron(21, "ch_21A_unit_0", false, "21", 400.0, 200.0, null));
    }

    @Test
    void aPublishedCultureHasTheValuesThatH5pyReads() throws IOException {
        Path culture = Data.file("cultures/C57_CTX_G2CEPHYS1_TC11_DIV29_A.h5");
        assertThat(RecordingFiles.open(culture).neurons())
                .hasSize(57)
                .contains(
                        new KnownNeuron(12, "ch_12A_unit_0", false, "12", 200.0, 1400.0, null),
                        new KnownNeuron(87, "ch_87A_unit_0", false, "87", 1600.0, 400.0, null));
    }

    @Test
    void spikeInterfaceHasThemAsPropertiesOfUnits() throws IOException {
        assertThat(RecordingFiles.open(file("spikeinterface_places_numpy_folder"))
                        .neurons())
                .containsExactly(
                        new KnownNeuron(3, "first", false, null, 10.0, 20.0, 30.0),
                        new KnownNeuron(7, "second", false, null, 40.0, 50.0, 60.0));
    }

    @Test
    void kilosortHasTheChannelWithTheLargestTemplate() throws IOException {
        // Given two templates of two samples on three channels: 0 is largest on the third, 1 on the first
        sorted();
        write("templates.npy", Npy.of("<f4", "(2, 2, 3)", 0, 1, -4, 0, 2, 4, 5, 0, 0, -5, 1, 1));
        // When, Then
        assertThat(RecordingFiles.open(folder).neurons())
                .containsExactlyInAnyOrder(
                        new KnownNeuron(4, null, false, "12", 0.0, 40.0, null),
                        new KnownNeuron(9, null, false, "10", 16.0, 0.0, null));
    }

    @Test
    void phyHasTheChannelAndTheDepthOfItsTable() throws IOException {
        // Given
        sorted();
        Files.writeString(
                folder.resolve("cluster_info.tsv"),
                "cluster_id\tch\tdepth\tgroup\n4\t11\t20.0\tgood\n9\t12\t40.0\tnoise\n");
        // When, Then
        assertThat(RecordingFiles.open(folder).neurons())
                .containsExactly(new KnownNeuron(4, null, false, "11", 32.0, 20.0, null));
        // When there are no positions of channels
        Files.delete(folder.resolve("channel_positions.npy"));
        // Then
        assertThat(RecordingFiles.open(folder).neurons())
                .containsExactly(new KnownNeuron(4, null, false, "11", null, 20.0, null));
    }

    @Test
    void wordsOfATextAreNumberedAndLargeIdsToo() throws IOException {
        assertThat(numbers("neuron,time_us\nunit_b,5\nunit_a,6\nunit_b,7\n"))
                .isEqualTo(Map.of("unit_b", 0, "unit_a", 1));
        assertThat(numbers("neuron,time_us\n4,5\n2147483648,6\n18446744073709551616,7\n4,8\n"))
                .isEqualTo(Map.of("4", 0, "2147483648", 1, "18446744073709551616", 2));
        assertThat(numbers("{\"neuron\": 3000000000, \"time_us\": 5}\n{\"neuron\": 2, \"time_us\": 6}\n"))
                .isEqualTo(Map.of("3000000000", 0, "2", 1));
        assertThat(numbers("neuron,time_us\n1,5\nunit_a,6\n")).as("a bad line").isEmpty();
    }

    @Test
    void aLargeIdOnAPipeEndsIt() {
        String lines = "neuron,time_us\n1,5\n3000000000,6\n";
        assertThatThrownBy(() -> {
                    try (LivePipe pipe = new LivePipe(
                            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "standard input")) {
                        WholeRecording.of(pipe);
                    }
                })
                .hasMessage("standard input: neuron 3000000000 is above 2147483647; write the lines to a file and"
                        + " replay it, which numbers the neurons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuron;time_ms\n1;1.000\n1;2\n1;1,000\n", "neuron;time_ms\n1;1,000\n1;2\n1;1.000\n"})
    void pointsAndCommasInOneColumnAreRefusedByLine(String text) {
        String point = text.indexOf('.') < text.indexOf(',') ? "2" : "4";
        String comma = point.equals("2") ? "4" : "2";
        assertThatThrownBy(() -> open(text))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(
                        "the time of line " + point + " has a point and that of line " + comma + " a comma");
    }

    private Map<String, Integer> numbers(String text) throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile recording =
                RecordingFiles.open(Files.writeString(folder.resolve("spikes.csv"), text), ReadOptions.NONE, names);
        assertThat(recording.extent().spikes()).isPositive();
        return names.all();
    }

    private @Nullable RecordingFile open(String text) throws IOException {
        return RecordingFiles.open(Files.writeString(folder.resolve("spikes.csv"), text));
    }

    /** Clusters 4 and 9, which have most spikes of templates 0 and 1, on channels 10 to 12. */
    private void sorted() throws IOException {
        write("spike_times.npy", Npy.of("<i8", "(5,)", 1, 2, 3, 4, 5));
        write("spike_clusters.npy", Npy.of("<i4", "(5,)", 4, 9, 4, 9, 4));
        write("spike_templates.npy", Npy.of("<i4", "(5,)", 0, 1, 0, 1, 1));
        write("channel_map.npy", Npy.of("<i4", "(3,)", 10, 11, 12));
        write("channel_positions.npy", Npy.of("<f8", "(3, 2)", 16, 0, 32, 20, 0, 40));
        Files.writeString(folder.resolve("params.py"), "sample_rate = 30000\n");
    }

    private void write(String name, byte[] array) throws IOException {
        Files.write(folder.resolve(name), array);
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name);
    }
}
