package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with links, repeated ids and other rare things, which h5py, SciPy and NumPy wrote: write_recordings.py. */
class LinksAndRepeatedIdsTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "links_relative.nwb",
                "links_chain.nwb",
                "links_broken_elsewhere.nwb",
                "user_block_8192.nwb",
                "float_ends.nwb"
            })
    void readsLinksHoweverTheyLeadAndEndsInFloatingPoint(String name) throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(file(name)));
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "links_circle.nwb, '/units/spike_times is a link to /units/again, which is not there or leads back'",
        "links_circle_outside.nwb, '/units/spike_times is a link to links_circle_outside.nwb:/units/spike_times, which"
                + " is not there or leads back'",
        "links_doubling.nwb, /units/spike_times is a link to /l0/trains",
        "links_broken_ids.nwb, dataset /units/id is a link to /nowhere",
        "links_broken_labels.nwb, dataset /units/quality is a link to /nowhere",
        "links_broken_intervals.nwb, dataset /units/obs_intervals is a link to /nowhere",
        "links_broken_names.h5, dataset /names is a link to /nowhere",
        "links_broken_spikes.h5, 'links that lead nowhere, [/spikes (to /nowhere)]'",
        "milliseconds.nwb, its unit is 'milliseconds'",
        "labels_few.nwb, dataset /units/quality: 1 labels for 2 units",
        "external_storage.nwb, numbers of this HDF5 file lie in other files",
        "virtual.nwb, numbers of this HDF5 file lie in other files",
        "cellexplorer_ids_v5.mat, variable spikes.UID has 3 ids for 2 trains",
        "fieldtrip_labels_v5.mat, variable spike.label has 3 labels for 2 trains",
        "noise.npz, if it marks spikes that belong to no unit",
        "packed_bzip2.npz, packed by a method that Hebb does not unpack"
    })
    void refusesAndSaysWhatToDo(String name, String message) {
        assertThatThrownBy(() -> RecordingFiles.open(file(name)))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "text_probes.nwb, 0, 1, only 1 different ids (two probes?): they are distinguished and numbered by their row",
        "cellexplorer_probes_v5.mat, 1, 2, only 1 different UIDs (two probes?): they are distinguished and numbered by"
                + " their place",
        "fieldtrip_probes_v5.mat, 1, 2, only 1 different labels (two probes?): they are distinguished and numbered by"
                + " their place"
    })
    void distinguishesUnitsWhoseIdsRepeat(String name, int first, int second, String note) throws IOException {
        RecordingFile file = RecordingFiles.open(file(name));
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(second, first, first, second, first, second);
        assertThat(file.notes())
                .anySatisfy(line -> assertThat(line.replace(",", "")).contains(note));
    }

    @ParameterizedTest
    @CsvSource({
        "more_units.nwb, warning: the spikes in [/processing/ecephys/more] are not read",
        "labels_differ.nwb, warning: another column of labels differs from quality",
        "links_broken_population.h5, warning: there are links that lead nowhere"
    })
    void warnsOfWhatIsNotRead(String name, String note) throws IOException {
        assertThat(RecordingFiles.open(file(name)).notes())
                .anySatisfy(line -> assertThat(line).contains(note));
    }

    @Test
    void warnsOfTimesInHalfPrecisionAndNotOfSixteenthsOfASecond() throws IOException {
        assertThat(RecordingFiles.open(file("half_precision.nwb")).notes())
                .containsExactly("warning: the times were saved with 16 bits, and are exact to 31250 µs only; save them"
                        + " with 64");
        assertThat(RecordingFiles.open(file("sixteenths.nwb")).notes()).isEmpty();
    }

    @Test
    void messagesNameNoClassesOfLibraries(@TempDir Path folder) throws IOException {
        byte[] table = Files.readAllBytes(file("pandas.parquet"));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(table, table.length - 20));
        assertThatThrownBy(() -> RecordingFiles.open(cut))
                .hasMessageContaining("it does not end like a Parquet file")
                .message()
                .doesNotContain("apache");
        byte[] matlab = Files.readAllBytes(file("cells_v5.mat"));
        matlab[128] = 90;
        Path damaged = Files.write(folder.resolve("damaged.mat"), matlab);
        assertThatThrownBy(() -> RecordingFiles.open(damaged))
                .hasMessageContaining("Unknown tag type for id: 90")
                .message()
                .doesNotContain("java.lang");
    }

    @Test
    void objectsAndListsOfJsonAreNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"unit\": [1, 2], \"time_s\": {\"0\": 0.5}}\n");
        assertThatThrownBy(() -> RecordingFiles.open(file))
                .hasMessageContaining("time_s is an object; write a line for each spike");
    }

    @Test
    void neuronsOfWhichEachHasOneSpikeAreDoubtedIfTheUserNamesThem(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 30; k++) {
            text.append(k * 0.13 + 0.5).append(',').append(k % 3 + 1).append('\n');
        }
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        ReadOptions swapped = new ReadOptionsBuilder().columns("1,2").unit("s").build();
        List<String> notes = RecordingFiles.open(file, swapped, new UnitNames()).notes();
        assertThat(notes)
                .anySatisfy(note -> assertThat(note).contains("warning: each of the 30 spikes has another neuron"));
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name);
    }
}
