package dev.hebb.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that pyarrow and polars wrote. */
class ArrowSchemaTest {
    @ParameterizedTest
    @CsvSource({
        "pyarrow_durations, time, true",
        "pyarrow_durations, unit_id, false",
        "pyarrow_durations, tim, false",
        "pyarrow_duration_lists, time, true",
        "polars_durations, time, true",
        "polars_durations, unit_id, false",
        "polars_duration_lists, time, true",
        "pandas_durations, time, true",
        "pandas_dates, time, false",
        "pandas_lists, spike_times, false",
        "pandas_words, unit_id, false",
        "polars, t_ms, false"
    })
    void knowsDurations(String file, String column, boolean isDuration) throws IOException {
        assertThat(ArrowSchema.isDuration(schema(file), column)).isEqualTo(isDuration);
    }

    @Test
    void readsTheFormBeforeArrow15WhichHasNoMark() throws IOException {
        byte[] bytes = Base64.getDecoder().decode(schema("pyarrow_durations"));
        String unmarked = text(Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        assertThat(ArrowSchema.isDuration(unmarked, "time")).isTrue();
        assertThat(ArrowSchema.isDuration(unmarked, "unit_id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "/////w==", "/////wAAAAA=", "no Base64", "/////////3//////"})
    void saysWhatIsDamaged(String schema) {
        assertThatThrownBy(() -> ArrowSchema.isDuration(schema, "time"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'ARROW:schema'")
                .hasMessageContaining("is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyarrow_durations", "pyarrow_duration_lists", "polars_duration_lists"})
    void whateverIsDamagedThereIsNoOtherException(String file) throws IOException {
        byte[] whole = Base64.getDecoder().decode(schema(file));
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            refused += refuses(Arrays.copyOf(whole, at)) ? 1 : 0;
            for (int value : List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, whole.length, -at)) {
                byte[] damaged = Arrays.copyOf(whole, whole.length + Integer.BYTES);
                ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
                refused += refuses(damaged) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(whole.length);
    }

    private static boolean refuses(byte[] damaged) {
        try {
            ArrowSchema.isDuration(text(damaged), "time");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String text(byte[] schema) {
        return Base64.getEncoder().encodeToString(schema);
    }

    private static String schema(String name) throws IOException {
        Path file = Path.of("src/test/resources/recordings", name + ".parquet");
        try (ParquetTable table = ParquetTable.open(file)) {
            return Objects.requireNonNull(table.metadata().get(ArrowSchema.KEY));
        }
    }
}
