package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A stack on free ports in a temporary directory, for tests and for a demonstration. It is stopped and its directory
 * deleted when it is closed, or else when the program ends.
 */
public final class TemporaryStack implements AutoCloseable {
    private final LocalStack stack;
    private final Thread atExit = new Thread(this::remove, "stop-temporary-stack");

    private TemporaryStack(Path directory) {
        stack = new LocalStack(new DataDirectory(directory), StackPorts.free());
    }

    /**
     * Starts broker and registry, without topics.
     *
     * @throws StackException if one of them does not start
     */
    public static TemporaryStack start() throws IOException, InterruptedException {
        TemporaryStack temporary = create();
        temporary.stack.start();
        return temporary;
    }

    /**
     * Starts broker, registry and app; the app makes the topics.
     *
     * @throws StackException if one of them does not start
     */
    public static TemporaryStack start(Function<LocalStack, AppLaunch> app) throws IOException, InterruptedException {
        TemporaryStack temporary = create();
        temporary.stack.start(app.apply(temporary.stack));
        return temporary;
    }

    private static TemporaryStack create() throws IOException {
        TemporaryStack temporary = new TemporaryStack(Files.createTempDirectory("hebb-stack-"));
        Runtime.getRuntime().addShutdownHook(temporary.atExit);
        return temporary;
    }

    /** The stack; close this object instead of it. */
    public LocalStack stack() {
        return stack;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        remove();
    }

    private void remove() {
        stack.close();
        try (Stream<Path> files = Files.walk(stack.directory().root())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + stack.directory().root(), e);
        }
    }
}
