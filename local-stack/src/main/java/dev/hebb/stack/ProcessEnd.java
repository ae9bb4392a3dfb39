package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether processes have ended, also those of another parent.
 *
 * <p>Linux keeps a process that has ended until its parent asks for its exit code, and Java takes it to be alive for so
 * long. In a container whose first process is not made for this, that is until the container ends.
 */
final class ProcessEnd {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** The number of threads, counted from the state. */
    private static final int THREADS = 17;

    private ProcessEnd() {}

    static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || isZombie(Path.of("/proc", Long.toString(process.pid()), "stat"));
    }

    /** Waits until one of them has ended. */
    static ProcessHandle awaitAny(List<ProcessHandle> processes) throws InterruptedException {
        CompletableFuture<?> exit = exit(processes);
        Optional<ProcessHandle> ended = Optional.empty();
        while (ended.isEmpty()) {
            ended = look(processes, exit);
        }
        return ended.get();
    }

    /**
     * Waits until the process has ended.
     *
     * @return whether it has, within this time
     */
    static boolean await(ProcessHandle process, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        CompletableFuture<?> exit = exit(List.of(process));
        while (look(List.of(process), exit).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private static CompletableFuture<?> exit(List<ProcessHandle> processes) {
        return CompletableFuture.anyOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    }

    /** Returns which of them has ended, after a short wait if none has yet. */
    private static Optional<ProcessHandle> look(List<ProcessHandle> processes, CompletableFuture<?> exit)
            throws InterruptedException {
        try {
            exit.get(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // None that Java knows of; one whose parent has not asked is found below.
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for processes " + processes, e);
        }
        return processes.stream().filter(ProcessEnd::hasEnded).findFirst();
    }

    private static boolean isZombie(Path stat) {
        try {
            return isZombie(Files.readString(stat));
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    /**
     * Whether this line of Linux says that a process has ended. The state of its first thread follows the name, which
     * is in parentheses and may hold some. As long as there are other threads its files and ports are still open.
     */
    static boolean isZombie(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return fields.length > THREADS && fields[0].equals("Z") && fields[THREADS].equals("1");
    }
}
