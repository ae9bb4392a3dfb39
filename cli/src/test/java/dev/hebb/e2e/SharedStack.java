package dev.hebb.e2e;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Broker and registry of all tests that do not stop or kill them, started once. Each test has topics with a prefix of
 * its own. They are stopped when the JVM of the tests ends.
 */
final class SharedStack {
    private SharedStack() {}

    private static final class Running {
        private static final TemporaryStack STACK = start();

        private static TemporaryStack start() {
            try {
                return TemporaryStack.start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start a stack", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a stack started", e);
            }
        }
    }

    /** The stack; the first call starts it. */
    static LocalStack get() {
        return Running.STACK.stack();
    }

    /** A connection to it, for topics with a prefix. */
    static Connection connection(String prefix) {
        return get().connection().with(new TopicNames(prefix));
    }

    /** A connection to other brokers and to the registry of this stack, for topics with a prefix. */
    static Connection connection(String bootstrapServers, String prefix) {
        return Connection.to(bootstrapServers, get().schemaRegistry()).with(new TopicNames(prefix));
    }
}
