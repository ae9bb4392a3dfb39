package dev.hebb.replay.format;

import dev.hebb.framing.FramingConfig;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times of a file, in its unit, as whole microseconds: rounded once, halves up. */
final class SpikeClock {
    private static final int EASY_DIGITS = 18;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final long[] TENS = tens();

    private final UnitOfTime unit;
    private final @Nullable SampleClock samples;

    private SpikeClock(UnitOfTime unit, @Nullable SampleClock samples) {
        this.unit = unit;
        this.samples = samples;
    }

    /**
     * A clock.
     *
     * @throws UnreadableRecordingException if it counts samples, and no rate is known
     */
    static SpikeClock of(UnitOfTime unit, Optional<BigDecimal> sampleRateHz, String where)
            throws UnreadableRecordingException {
        if (unit == UnitOfTime.SAMPLES && sampleRateHz.isEmpty()) {
            throw new UnreadableRecordingException(
                    where + ": the times are samples; give the sampling rate, as in --sample-rate 30000");
        }
        return new SpikeClock(unit, unit == UnitOfTime.SAMPLES ? new SampleClock(sampleRateHz.orElseThrow()) : null);
    }

    UnitOfTime unit() {
        return unit;
    }

    /**
     * The time of a floating-point number.
     *
     * @throws UnreadableRecordingException if it is no time, or a part of a sample
     */
    long micros(double time, String where, long index) throws UnreadableRecordingException {
        if (samples != null) {
            if (time != Math.rint(time) || Math.abs(time) > FramingConfig.MAX_TIME_MICROS) {
                throw new UnreadableRecordingException(
                        where + ": entry " + index + " is " + time + "; a sample is a whole number");
            }
            return checked(samples.micros((long) time), where, index);
        }
        double micros = time * Math.pow(10, unit.microsExponent());
        if (!(Math.abs(micros) <= FramingConfig.MAX_TIME_MICROS)) {
            throw new UnreadableRecordingException(where + ": entry " + index + " is " + time + "; a spike's time in "
                    + unit.inWords() + " must be a number within 2^53 µs of zero");
        }
        // Math.round is exact and takes halves towards positive infinity.
        return Math.round(micros);
    }

    /** The time of a whole number; see {@link #micros(double, String, long)}. */
    long micros(long time, String where, long index) throws UnreadableRecordingException {
        if (samples != null) {
            return checked(samples.micros(time), where, index);
        }
        long factor = TENS[unit.microsExponent()];
        long most = FramingConfig.MAX_TIME_MICROS / factor;
        if (time > most || time < -most) {
            throw new UnreadableRecordingException(where + ": entry " + index + " is " + time + " " + unit.inWords()
                    + ", which is not within 2^53 µs of zero");
        }
        return time * factor;
    }

    /**
     * A warning about times that have only the 24 significant bits of single precision, or the 11 of half precision, so
     * that they have lost microseconds; empty if one of them has more, or if they are no floating-point numbers.
     */
    Optional<String> loss(Object data) throws UnreadableRecordingException {
        if (samples != null || !(data instanceof double[] || data instanceof float[])) {
            return Optional.empty();
        }
        return SavedPrecision.bits(Numbers.toDoubles(data, ""))
                .filter(saved -> saved.error() * TENS[unit.microsExponent()] > 1)
                .map(saved -> "warning: the times were saved with " + saved.bits() + " bits, and are exact to "
                        + Math.round(saved.error() * TENS[unit.microsExponent()]) + " µs only; save them with 64");
    }

    /** Times of {@code double[]} or whole numbers of any width. */
    long[] micros(Object data, String where) throws UnreadableRecordingException {
        if (data instanceof double[] || data instanceof float[]) {
            double[] times = Numbers.toDoubles(data, where);
            long[] micros = new long[times.length];
            for (int k = 0; k < micros.length; k++) {
                micros[k] = micros(times[k], where, k);
            }
            return micros;
        }
        long[] times = Numbers.toLongs(data, where);
        long[] micros = new long[times.length];
        for (int k = 0; k < micros.length; k++) {
            micros[k] = micros(times[k], where, k);
        }
        return micros;
    }

    /** The time of a decimal number, exactly; {@link Long#MIN_VALUE} if it is none, or a part of a sample. */
    long micros(DecimalField time) {
        BigDecimal large = time.large();
        if (samples != null) {
            long sample = time.whole();
            return sample == Long.MIN_VALUE ? sample : within(samples.micros(sample));
        }
        int shift = time.exponent() + unit.microsExponent();
        if (large != null || shift < -EASY_DIGITS) {
            return exactly(large == null ? BigDecimal.valueOf(time.digits(), -time.exponent()) : large);
        }
        long digits = time.digits();
        if (shift >= 0) {
            boolean fits = shift <= EASY_DIGITS && Math.abs(digits) <= FramingConfig.MAX_TIME_MICROS / TENS[shift];
            return digits == 0 ? 0 : fits ? digits * TENS[shift] : Long.MIN_VALUE;
        }
        long divisor = TENS[-shift];
        long below = Math.floorDiv(digits, divisor);
        long rest = digits - below * divisor;
        return within(rest >= divisor - rest ? below + 1 : below);
    }

    private long exactly(BigDecimal time) {
        BigInteger floor = time.scaleByPowerOfTen(unit.microsExponent())
                .add(HALF)
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger();
        return floor.bitLength() < 64 ? within(floor.longValue()) : Long.MIN_VALUE;
    }

    private static long within(long micros) {
        return Math.abs(micros) <= FramingConfig.MAX_TIME_MICROS ? micros : Long.MIN_VALUE;
    }

    private static long checked(long micros, String where, long index) throws UnreadableRecordingException {
        if (micros > FramingConfig.MAX_TIME_MICROS || micros < -FramingConfig.MAX_TIME_MICROS) {
            throw new UnreadableRecordingException(
                    where + ": entry " + index + " lies at " + micros + " µs, not within 2^53 µs of zero");
        }
        return micros;
    }

    private static long[] tens() {
        long[] tens = new long[EASY_DIGITS + 1];
        tens[0] = 1;
        for (int k = 1; k < tens.length; k++) {
            tens[k] = 10 * tens[k - 1];
        }
        return tens;
    }
}
