package dev.hebb.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The logging of a service that runs on this class path: INFO to a file that rolls over. */
public final class ServiceLogging {
    private static final String CONFIGURATION = "dev/hebb/stack/logback-service.xml";

    private ServiceLogging() {}

    /** JVM options for a log file, after other options. */
    public static List<String> options(List<String> others, Path logFile) {
        List<String> options = new ArrayList<>(others);
        options.add("-Dlogback.configurationFile=" + CONFIGURATION);
        options.add("-Dhebb.log.file=" + logFile);
        return options;
    }
}
