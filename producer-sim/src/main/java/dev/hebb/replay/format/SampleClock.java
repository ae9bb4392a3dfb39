package dev.hebb.replay.format;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sample numbers as microseconds, exactly: sample / rate, rounded half up. A rate of 30,000 Hz makes times that are no
 * whole microseconds; a calibrated rate such as 29999.9671 Hz is taken at its decimal digits.
 */
final class SampleClock {
    private static final long MICROS = 1_000_000;

    /** Microseconds a sample are numerator / denominator. */
    private final BigInteger numerator;

    private final BigInteger denominator;
    private final long twiceNumerator;
    private final long smallDenominator;
    /** Samples below this need no more than 64 bits. */
    private final long easySamples;

    SampleClock(BigDecimal rateHz) {
        if (rateHz.signum() <= 0) {
            throw new IllegalArgumentException("a sampling rate of " + rateHz + " Hz is not possible");
        }
        BigDecimal rate = rateHz.stripTrailingZeros();
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, rate.scale()));
        BigInteger micros = BigInteger.valueOf(MICROS).multiply(scale);
        BigInteger samples = rate.multiply(new BigDecimal(scale)).toBigIntegerExact();
        BigInteger common = micros.gcd(samples);
        numerator = micros.divide(common);
        denominator = samples.divide(common);
        boolean easy = numerator.bitLength() < 62 && denominator.bitLength() < 62;
        twiceNumerator = easy ? 2 * numerator.longValueExact() : 1;
        smallDenominator = easy ? denominator.longValueExact() : 1;
        easySamples = easy ? (Long.MAX_VALUE - smallDenominator) / twiceNumerator : 0;
    }

    /** The time of a sample; the largest or smallest number where it is beyond them. */
    long micros(long sample) {
        if (sample >= 0 && sample < easySamples) {
            return (sample * twiceNumerator + smallDenominator) / (2 * smallDenominator);
        }
        BigInteger doubled =
                BigInteger.valueOf(sample).multiply(numerator).shiftLeft(1).add(denominator);
        BigInteger[] parts = doubled.divideAndRemainder(denominator.shiftLeft(1));
        boolean below = parts[1].signum() < 0;
        BigInteger micros = below ? parts[0].subtract(BigInteger.ONE) : parts[0];
        if (micros.bitLength() >= Long.SIZE) {
            return micros.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return micros.longValue();
    }
}
