package dev.hebb.cli.doctor;

/**
 * The load of a network on the pipeline.
 *
 * @param neurons how many there are
 * @param rateHz mean rate of a neuron
 */
record NetworkLoad(long neurons, double rateHz) {
    private static final double MICROS_A_SECOND = 1e6;

    NetworkLoad {
        if (neurons < 1) {
            throw new IllegalArgumentException("--neurons is " + neurons + "; a network has at least one");
        }
        if (!(rateHz > 0)) {
            throw new IllegalArgumentException("--rate is " + rateHz + " Hz; it must be above 0");
        }
    }

    double spikesPerSecond() {
        return neurons * rateHz;
    }

    /** Ordered pairs of neurons. */
    double pairs() {
        return (double) neurons * (neurons - 1);
    }

    /** Ordered spike pairs a second within a reach, of neurons that fire independently. */
    double spikePairsPerSecond(double reachMicros) {
        return pairs() * rateHz * rateHz * reachMicros / MICROS_A_SECOND;
    }

    /** Expected count of one lag bin of one pair after some time. */
    double countPerBin(double binMicros, double micros) {
        return rateHz * rateHz * binMicros / MICROS_A_SECOND * micros / MICROS_A_SECOND;
    }
}
