package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the process that listens on a port, where the operating system shows it (Linux, and processes of the same
 * user).
 */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN = 80;

    private PortOwner() {}

    /** The process with its id and command, as far as they can be found out. */
    static String describe(int port) {
        return find(port).map(PortOwner::describe).orElse("another process");
    }

    /**
     * A process in a message: its id, its program, and the end of its command line, which is the most specific part.
     */
    static String describe(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(command -> " (" + Path.of(command).getFileName() + end(arguments(process)) + ")")
                .orElse("");
        return "process " + process.pid() + program;
    }

    private static String end(String arguments) {
        return arguments.length() > SHOWN ? " … " + arguments.substring(arguments.length() - SHOWN) : arguments;
    }

    /** The arguments, a space before each. Java says none if they are longer than a page, as with a long class path. */
    private static String arguments(ProcessHandle process) {
        try {
            String line =
                    Files.readString(PROC.resolve(Long.toString(process.pid())).resolve("cmdline"));
            return Arrays.stream(line.split("\0"))
                    .skip(1)
                    .map(each -> " " + each)
                    .collect(Collectors.joining());
        } catch (IOException notLinux) {
            return Arrays.stream(process.info().arguments().orElse(new String[0]))
                    .map(each -> " " + each)
                    .collect(Collectors.joining());
        }
    }

    private static Optional<ProcessHandle> find(int port) {
        Set<String> sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> listeners(PROC.resolve("net").resolve(table), port))
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process, sockets))
                .findFirst();
    }

    /** Links as in {@code /proc/PID/fd} of the sockets that listen on the port. */
    private static Stream<String> listeners(Path table, int port) {
        String suffix = String.format(":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(field -> field.length > INODE
                            && field[LOCAL_ADDRESS].endsWith(suffix)
                            && field[STATE].equals(LISTEN))
                    .map(field -> "socket:[" + field[INODE] + "]");
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holdsAny(ProcessHandle process, Set<String> sockets) {
        Path descriptors = PROC.resolve(Long.toString(process.pid())).resolve("fd");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (sockets.contains(Files.readSymbolicLink(link).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return false;
        }
    }
}
