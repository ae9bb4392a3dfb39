package dev.hebb.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An app that a user started in the data directory of a stack: this process. The first one is the stack's app, where
 * the stack has none that runs; others are more instances. All of them end with the stack.
 */
public final class HandStartedApp {
    private static final String OTHERS = "app-*.pid";

    private final DataDirectory directory;
    private final boolean ofStack;

    private HandStartedApp(DataDirectory directory, boolean ofStack) {
        this.directory = directory;
        this.ofStack = ofStack;
    }

    /** Notes that this process is one, for {@code down} and {@code up}. */
    public static HandStartedApp register(DataDirectory directory) throws IOException {
        ProcessHandle process = ProcessHandle.current();
        // The stack may have noted this very process already, when it started it.
        boolean ofStack = ServiceProcess.find(Service.APP, directory)
                .map(app -> app.pid() == process.pid())
                .orElse(true);
        Path file = ofStack ? directory.pidFile(Service.APP) : directory.run().resolve("app-" + process.pid() + ".pid");
        forgetEnded(directory);
        PidFile.write(file, process);
        return new HandStartedApp(directory, ofStack);
    }

    /** An app that was killed could not remove its file. One that is empty is being written. */
    private static void forgetEnded(DataDirectory directory) throws IOException {
        Files.createDirectories(directory.run());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.run(), OTHERS)) {
            for (Path file : files) {
                if (Files.size(file) > 0
                        && ServiceProcess.find(Service.APP, directory, file).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Notes where it answers, for other commands. */
    public void announce(String url) throws IOException {
        Optional<StackAddresses> addresses = StackAddresses.recorded(directory);
        if (ofStack && addresses.isPresent()) {
            addresses.get().withApp(url).write(directory);
        }
    }

    /** Returns the apps that run beside the stack's app. */
    static List<ServiceProcess> others(DataDirectory directory) {
        List<ServiceProcess> others = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.run(), OTHERS)) {
            for (Path file : files) {
                ServiceProcess.find(Service.APP, directory, file).ifPresent(others::add);
            }
        } catch (NoSuchFileException nothingEverRan) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.run(), e);
        }
        return others;
    }
}
