package dev.hebb.replay.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The recordings that tests are run on where they are present. */
final class Data {
    private Data() {}

    /** A file of the recordings; skips the test if it is not there. */
    static Path file(String name) {
        Path file = Path.of(System.getProperty("hebb.data", "absent"), name);
        assumeTrue(Files.exists(file), () -> file + " is absent: give -Dhebb.data=FOLDER to run on real recordings");
        return file;
    }
}
