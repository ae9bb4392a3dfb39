package dev.hebb.replay.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/** Phy's {@code params.py}: a Python source that assigns {@code sample_rate}. */
final class ParamsFile {
    static final String NAME = "params.py";

    private static final String SAMPLE_RATE = "sample_rate";

    private ParamsFile() {}

    /**
     * The sampling rate in Hz, as Python computes it.
     *
     * @throws UnreadableRecordingException if the folder has no such file, or it does not say the rate
     */
    static BigDecimal sampleRate(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            throw new UnreadableRecordingException(folder + ": " + NAME
                    + " is missing; it must say sample_rate = 30000. or what it was, or give --sample-rate");
        }
        Number rate = PythonAssignments.number(Text.read(file), SAMPLE_RATE, file.toString())
                .orElseThrow(() -> new UnreadableRecordingException(
                        file + ": no line sample_rate = NUMBER; add it, or give --sample-rate"));
        boolean positive = rate instanceof BigInteger whole
                ? whole.signum() > 0
                : rate.doubleValue() > 0 && Double.isFinite(rate.doubleValue());
        if (!positive) {
            throw new UnreadableRecordingException(
                    file + ": sample_rate is " + rate + ", which is not a rate; give --sample-rate");
        }
        return rate instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(rate.toString());
    }
}
