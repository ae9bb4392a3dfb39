package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.parquet.ParquetBytes;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that pandas, pyarrow, polars and DuckDB wrote. */
class ParquetFormatTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};

    @ParameterizedTest
    @CsvSource({
        "pandas, unit_id, spike_time_s, seconds",
        "pyarrow_gzip, unit_id, spike_time_s, seconds",
        "pyarrow_zstd, unit_id, spike_time_s, seconds",
        "pyarrow_lz4, unit_id, spike_time_s, seconds",
        "pyarrow_none, unit_id, spike_time_s, seconds",
        "polars, id, t_ms, milliseconds",
        "duckdb, cluster, time_s, seconds"
    })
    void readsWhatTheProgramsWrite(String name, String neuron, String time, String unit) throws IOException {
        RecordingFile file = RecordingFiles.open(file(name));
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(7, 3, 3, 7, 3, 7);
        assertThat(file.format()).isEqualTo("Parquet");
        assertThat(file.notes())
                .containsExactly("neurons are in column '" + neuron + "', times in '" + time + "', in " + unit);
    }

    @Test
    void numbersWordsAndKeepsThem() throws IOException {
        UnitNames names = new UnitNames();
        RecordingFile file = RecordingFiles.open(file("pandas_words"), ReadOptions.NONE, names);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(file.notes()).contains("units are numbered by name: unit 3 = 0, unit 7 = 1");
    }

    @Test
    void leavesOutRowsWithoutNeuronOrTimeAndSaysHowMany() throws IOException {
        RecordingFile file = RecordingFiles.open(file("pandas_missing"));
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(TIMES);
        assertThat(file.notes()).contains("2 of 8 rows have no neuron or no time, and are left out: rows 7, 8");
    }

    @Test
    void takesTheColumnsAndTheUnitOfTheOptions() throws IOException {
        ReadOptions options = new ReadOptionsBuilder()
                .columns("neuron=unit,time=t")
                .sampleRate("30000")
                .build();
        Recording spikes = WholeRecording.of(RecordingFiles.open(file("pandas_samples"), options, new UnitNames()));
        assertThat(spikes.timesMicros()).containsExactly(TIMES[0], TIMES[1], TIMES[2], TIMES[2], TIMES[4], TIMES[5]);
    }

    @Test
    void twoColumnsCanNameANeuronTogether() throws IOException {
        ReadOptions options = new ReadOptionsBuilder()
                .columns("neuron=channel+unit_id,time=spike_time_s")
                .build();
        RecordingFile file = RecordingFiles.open(file("pandas_channels"), options, new UnitNames());
        assertThat(WholeRecording.of(file).neurons()).containsExactly(2, 0, 1, 2, 0, 2);
        assertThat(file.notes()).contains("neurons are numbered by name: 1/3 = 0, 2/3 = 1, 7/7 = 2");
    }

    @ParameterizedTest
    @CsvSource({
        "pandas_channels, neuron 3 has the channel 2 here and 1 before",
        "pandas_samples, the name does not say what the times count",
        "pandas_lists, holds a list in each row; convert it with: python3 -c \"import pandas;"
                + " pandas.read_parquet('pandas_lists.parquet').explode('spike_times')",
        "pandas_dates, column 'time' holds dates or clock times",
        "pandas_durations, column 'time' holds durations; convert it with",
        "pyarrow_durations, column 'time' holds durations; convert it with",
        "polars_durations, column 'time' holds durations; convert it with: python3 -c \"import pandas;"
                + " pandas.read_parquet('polars_durations.parquet').assign(t=lambda d: d['time'].dt.total_seconds())",
        "pyarrow_duration_lists, column 'time' holds a list of durations in each row",
        "polars_duration_lists, .explode('time').assign(t=lambda d: d['time'].dt.total_seconds()).to_parquet(",
        "pyarrow_large_ids, column 'unit_id' holds 9223372036854775811 which is beyond 2^63-1; convert it with:"
                + " python3 -c \"import pandas; pandas.read_parquet('pyarrow_large_ids.parquet').astype({'unit_id': str})",
        "pandas_empty, there are no spikes in this Parquet",
        "pyarrow_brotli, its columns are packed with brotli",
        "pyarrow_fields, column 'time' holds several values with names in each row"
    })
    void refusesAndSaysWhatToDo(String name, String message) {
        ReadOptions seconds = new ReadOptionsBuilder().unit("s").build();
        boolean needsUnit = name.matches(".*_(lists|dates|durations|fields)");
        assertThatThrownBy(
                        () -> RecordingFiles.open(file(name), needsUnit ? seconds : ReadOptions.NONE, new UnitNames()))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(name + ".parquet")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).replace(",", ""))
                        .contains(message.replace(",", "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12, 700, 2_000, 2_880})
    void aFileThatIsNotWholeIsNamed(int length, @TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(file("pandas"));
        Path part = Files.write(folder.resolve("part.parquet"), Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> RecordingFiles.open(part))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("part.parquet cannot be read as Parquet")
                .hasMessageContaining("is it whole?");
    }

    @Test
    void aFileWhoseTypesInArrowAreDamagedIsNamed(@TempDir Path folder) throws IOException {
        MessageType schema =
                MessageTypeParser.parseMessageType("message m { required int64 neuron; required int64 time_us; }");
        byte[] bytes = ParquetBytes.of(schema, Map.of("ARROW:schema", "/////wAAAAA="), List.of());
        Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
        assertThatThrownBy(() -> RecordingFiles.open(damaged))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("damaged.parquet cannot be read as Parquet: its 'ARROW:schema'");
    }

    @Test
    void aFolderOfFilesNamesTheCommandThatMakesThemOne(@TempDir Path folder) throws IOException {
        Path day = Files.createDirectory(folder.resolve("day=1"));
        Files.copy(file("pandas"), day.resolve("part-0.parquet"));
        assertThatThrownBy(() -> RecordingFiles.open(folder))
                .hasMessageContaining("this is a folder of Parquet files: make them one with: python3 -c");
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name + ".parquet");
    }
}
