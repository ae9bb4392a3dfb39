package dev.hebb.replay.format;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the options of a user for a test, which names only what it is about, as on the command line; null is none. */
final class ReadOptionsBuilder {
    private @Nullable ColumnChoice columns;
    private @Nullable UnitOfTime unit;
    private @Nullable BigDecimal sampleRate;
    private @Nullable String variable;
    private @Nullable ClusterChoice clusters;

    ReadOptionsBuilder columns(@Nullable String to) {
        columns = to == null ? null : ColumnChoice.parse(to);
        return this;
    }

    ReadOptionsBuilder columns(ColumnChoice to) {
        columns = to;
        return this;
    }

    ReadOptionsBuilder unit(@Nullable String to) {
        unit = to == null ? null : UnitOfTime.parse(to);
        return this;
    }

    ReadOptionsBuilder unit(UnitOfTime to) {
        unit = to;
        return this;
    }

    /** Samples a second, as a decimal number. */
    ReadOptionsBuilder sampleRate(@Nullable String to) {
        sampleRate = to == null ? null : new BigDecimal(to);
        return this;
    }

    ReadOptionsBuilder variable(@Nullable String to) {
        variable = to;
        return this;
    }

    ReadOptionsBuilder clusters(@Nullable String to) {
        clusters = to == null ? null : ClusterChoice.parse(to);
        return this;
    }

    ReadOptions build() {
        return new ReadOptions(
                Optional.ofNullable(columns),
                Optional.ofNullable(unit),
                Optional.ofNullable(sampleRate),
                Optional.ofNullable(variable),
                Optional.ofNullable(clusters));
    }
}
