package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealRecordingsTest {
    @Test
    void readsNumpyArchiveAsItsPublishedCsv() throws IOException {
        // Given
        Path archive = Data.file("groundtruth-spycon/ren_simulation_1917_Cell1Block1_long_340_20_ei5_example.npz");
        Path csv = Data.file("groundtruth-spycon/derived/spikes_us.csv");
        // When
        Recording fromArchive = WholeRecording.of(archive);
        Recording csvInOrderOfLines = WholeRecording.of(csv);
        // Then
        Recording fromCsv = Recording.sorting(csvInOrderOfLines.timesMicros(), csvInOrderOfLines.neurons());
        assertThat(fromArchive.spikes()).isEqualTo(93_699);
        assertThat(fromArchive.timesMicros()).isEqualTo(fromCsv.timesMicros());
        assertThat(fromArchive.neurons()).isEqualTo(fromCsv.neurons());
    }

    @ParameterizedTest
    @CsvSource({
        "TC11_DIV07, 7, 44, 11137", "TC11_DIV11, 11, 56, 103799", "TC11_DIV14, 14, 56, 145643",
        "TC11_DIV18, 18, 57, 267232", "TC11_DIV21, 21, 56, 328806", "TC11_DIV25, 25, 56, 410656",
        "TC11_DIV29, 29, 57, 260953", "TC12_DIV07, 7, 32, 5705", "TC12_DIV11, 11, 53, 32116",
        "TC12_DIV14, 14, 56, 36962", "TC12_DIV18, 18, 54, 59979", "TC12_DIV21, 21, 53, 56880",
        "TC12_DIV25, 25, 54, 66386", "TC12_DIV29, 29, 52, 66106"
    })
    void readsCulturesAsPublished(String name, int days, int trains, int spikes) throws IOException {
        // Given
        Path culture = Data.file("cultures/C57_CTX_G2CEPHYS1_" + name + "_A.h5");
        // When
        RecordingFile file = RecordingFiles.open(culture);
        Recording recording = WholeRecording.of(file);
        // Then
        assertThat(file.ageMicros()).hasValue(days * 86_400_000_000L);
        assertThat(file.extent().fromMicros()).isZero();
        assertThat(file.extent().toMicros()).isBetween(911_000_000L, 912_000_000L);
        assertThat(recording.spikes()).isEqualTo(spikes);
        assertThat(Arrays.stream(recording.neurons()).distinct()).hasSize(trains);
        assertThat(Arrays.stream(recording.neurons()).min().orElseThrow()).isEqualTo(12);
        assertThat(recording.timesMicros()).isSorted();
        assertThat(Arrays.stream(recording.timesMicros()).allMatch(t -> t % 40 == 0))
                .isTrue();
    }

    @Test
    void readsUnitsOfNwb() throws IOException {
        // Given
        Path nwb = Data.file("sorted-units/pynapple_A8604-211122.nwb");
        // When
        Recording recording = WholeRecording.of(nwb);
        // Then
        Map<Integer, Long> perUnit = Arrays.stream(recording.neurons())
                .boxed()
                .collect(Collectors.groupingBy(unit -> unit, TreeMap::new, Collectors.counting()));
        assertThat(perUnit).containsExactly(Map.entry(6, 11_020L), Map.entry(191, 4_690L), Map.entry(206, 5_644L));
        assertThat(recording.timesMicros()[0]).isEqualTo(28_133);
        assertThat(recording.timesMicros()).isSorted();
    }
}
