package dev.hebb.processor;

import dev.hebb.serde.MalformedValueException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded number of attempts to read a record that needs a schema. If the registry does not answer, the task fails,
 * to begin again at its last commit: a record is never dropped because of the registry.
 */
final class RegistryRetry {
    private static final Logger LOGGER = LoggerFactory.getLogger(RegistryRetry.class);
    /** Well below the ten seconds after which Kafka Streams' transactions time out. */
    private static final int ATTEMPTS = 8;

    private final long pauseMillis;

    RegistryRetry(long pauseMillis) {
        this.pauseMillis = pauseMillis;
    }

    /** Something that may need a schema. */
    interface SchemaRead<T> {
        T read() throws MalformedValueException;
    }

    /**
     * Reads, and tries again while the registry does not answer.
     *
     * @throws UncheckedIOException if the registry does not answer
     */
    <T> T read(SchemaRead<T> wanted) throws MalformedValueException {
        for (int attempt = 1; ; attempt++) {
            try {
                return wanted.read();
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOGGER.atWarn()
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("cause", e.getMessage())
                        .log("The schema registry does not answer; asking again");
                pause(e);
            }
        }
    }

    private void pause(UncheckedIOException reason) {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
