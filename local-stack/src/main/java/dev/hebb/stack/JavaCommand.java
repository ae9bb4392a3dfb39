package dev.hebb.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java processes, with the options that this version of Java needs. */
final class JavaCommand {
    /** The first version of Java that warns of native libraries and of sun.misc.Unsafe, which Kafka and RocksDB use. */
    private static final int WARNS_OF_NATIVE_ACCESS = 24;

    private final List<String> words = new ArrayList<>();

    private JavaCommand(Service service, List<String> jvmOptions) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
            words.add("--enable-native-access=ALL-UNNAMED");
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.addAll(ClassArchives.options(service));
        words.addAll(jvmOptions);
    }

    /** A main class of this process's own class path. */
    static List<String> ofMain(Service service, List<String> jvmOptions, String mainClass, List<String> arguments) {
        JavaCommand command = new JavaCommand(service, jvmOptions);
        command.words.add("-cp");
        command.words.add(System.getProperty("java.class.path"));
        command.words.add(mainClass);
        command.words.addAll(arguments);
        return List.copyOf(command.words);
    }

    /** An executable jar. */
    static List<String> ofJar(Service service, List<String> jvmOptions, Path jar) {
        JavaCommand command = new JavaCommand(service, jvmOptions);
        command.words.add("-jar");
        command.words.add(jar.toString());
        return List.copyOf(command.words);
    }
}
