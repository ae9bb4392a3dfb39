package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MATLAB files with a variable for each unit, and classes of wave_clus; written by SciPy and h5py. */
class MatVectorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"plexon_v5.mat", "plexon_waves_v5.mat", "plexon_v73.mat"})
    void readsAVariableForEachUnit(String name) throws IOException {
        for (String variable : new String[] {null, "sig*", "sig00*a*"}) {
            UnitNames names = new UnitNames();
            RecordingFile file = open(name, options(variable, null), names);
            Recording spikes = WholeRecording.of(file);
            assertThat(spikes.timesMicros())
                    .containsExactly(100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000);
            assertThat(spikes.neurons()).containsExactly(1, 0, 0, 1, 0, 1);
            assertThat(names.all()).isEqualTo(Map.of("sig001a", 0, "sig002a", 1));
            assertThat(file.notes())
                    .contains(
                            "a train in each of 2 variables, numbered by their names: sig001a = 0, sig002a = 1",
                            "times are seconds, as Plexon and NeuroExplorer export them");
        }
    }

    @Test
    void othersAreNotGuessed() {
        Map<String, MatValue> units = Map.of("cell_1", vector(), "cell_2", vector(), "fs", vector());
        assertThat(MatVectors.exported(units)).isEmpty();
        assertThat(MatVectors.alike(units)).contains("cell_*");
        assertThatThrownBy(() -> new MatSpikes(units, "x.mat", options(null, "s"), new UnitNames()).read("x", "mat"))
                .hasMessageContaining("if each of cell_* is a train, give --variable 'cell_*' and --unit");
        assertThatThrownBy(
                        () -> new MatSpikes(units, "x.mat", options("cell_*", null), new UnitNames()).read("x", "mat"))
                .hasMessageContaining("the name does not say what the times count");
        assertThatThrownBy(() -> open("plexon_v5.mat", options("unit*", null), new UnitNames()))
                .hasMessageContaining("plexon_v5.mat: there is no vector of numbers like unit*");
    }

    @Test
    void saysWhichSpikesBelongToNoUnit() throws IOException {
        Map<String, MatValue> units = Map.of("sig001a", vector(), "sig001i", vector(), "sig002a", vector());
        RecordingFile file =
                new MatSpikes(units, "x.mat", options(null, null), new UnitNames()).read("x.mat", "MATLAB file");
        assertThat(file.notes()).contains("spikes that belong to no unit are left out: [sig001i]");
        assertThat(WholeRecording.of(file).neurons()).hasSize(4);
    }

    @Test
    void readsTheClassesOfWaveClus() throws IOException {
        RecordingFile file = open("wave_clus_v5.mat", options(null, null), new UnitNames());
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(100_000, 1_250_001, 3_000_000);
        assertThat(spikes.neurons()).containsExactly(7, 7, 7);
        assertThat(file.notes()).anyMatch(note -> note.contains("3 spikes of class 0"));
    }

    @Test
    void cellExplorerHasChannelsAndPositions() throws IOException {
        MatValue spikes = new MatValue.Structure(List.of(Map.of(
                "times", new MatValue.Cell(List.of(vector(), vector())),
                "UID", new MatValue.Matrix(new double[] {3, 7}, 1, 2),
                "maxWaveformCh1", new MatValue.Matrix(new long[] {12, 4}, 1, 2),
                "trilat_x", new MatValue.Matrix(new double[] {20.5, Double.NaN}, 1, 2),
                "trilat_y", new MatValue.Matrix(new double[] {100, Double.NaN}, 1, 2))));
        RecordingFile file = new MatSpikes(Map.of("spikes", spikes), "x.mat", options(null, null), new UnitNames())
                .read("x.mat", "MATLAB file");
        assertThat(file.neurons())
                .containsExactly(
                        new KnownNeuron(3, null, false, "12", 20.5, 100.0, null),
                        new KnownNeuron(7, null, false, "4", null, null, null));
    }

    private static MatValue vector() {
        return new MatValue.Matrix(new double[] {1, 2.5}, 2, 1);
    }

    private static RecordingFile open(String name, ReadOptions options, UnitNames names) throws IOException {
        return RecordingFiles.open(Path.of("src/test/resources/recordings", name), options, names);
    }

    private static ReadOptions options(@Nullable String variable, @Nullable String unit) {
        return new ReadOptionsBuilder().unit(unit).variable(variable).build();
    }
}
