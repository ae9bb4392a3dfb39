package dev.hebb.replay.format;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Options of the user about a file that the file does not state itself.
 *
 * @param columns which columns hold neuron and time
 * @param unit what the times count
 * @param sampleRateHz samples a second
 * @param variable which variable or group holds the spikes; with {@code *}, several
 * @param clusters which units to take
 */
public record ReadOptions(
        Optional<ColumnChoice> columns,
        Optional<UnitOfTime> unit,
        Optional<BigDecimal> sampleRateHz,
        Optional<String> variable,
        Optional<ClusterChoice> clusters) {
    /** Says nothing. */
    public static final ReadOptions NONE =
            new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ReadOptions {
        sampleRateHz.ifPresent(rate -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("a sampling rate of " + rate + " Hz is not possible");
            }
        });
        if (sampleRateHz.isPresent() && unit.isPresent() && unit.get() != UnitOfTime.SAMPLES) {
            throw new IllegalArgumentException("--sample-rate goes with --unit samples, not with --unit "
                    + unit.get().symbol());
        }
    }

    /** One of the options. */
    public enum Name {
        COLUMNS("--columns"),
        UNIT("--unit"),
        SAMPLE_RATE("--sample-rate"),
        VARIABLE("--variable"),
        CLUSTERS("--clusters");

        private final String option;

        Name(String option) {
            this.option = option;
        }

        /** Returns the option as it is written on the command line. */
        public String option() {
            return option;
        }
    }

    /** Returns the options that are given. */
    public Set<Name> given() {
        Set<Name> given = EnumSet.noneOf(Name.class);
        columns.ifPresent(any -> given.add(Name.COLUMNS));
        unit.ifPresent(any -> given.add(Name.UNIT));
        sampleRateHz.ifPresent(any -> given.add(Name.SAMPLE_RATE));
        variable.ifPresent(any -> given.add(Name.VARIABLE));
        clusters.ifPresent(any -> given.add(Name.CLUSTERS));
        return given;
    }

    /** The unit that is given; samples if there is a rate of samples. */
    Optional<UnitOfTime> statedUnit() {
        return unit.isPresent() ? unit : sampleRateHz.map(rate -> UnitOfTime.SAMPLES);
    }
}
