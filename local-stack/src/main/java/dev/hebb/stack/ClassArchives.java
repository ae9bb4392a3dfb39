package dev.hebb.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * JVM options for archives of the classes that a service loads (class-data sharing), with which it starts in about half
 * of the time. The launcher says with system properties where the archives are, or where to write them. A JVM passes
 * over an archive that does not fit its class path or its version.
 */
final class ClassArchives {
    /** Directory of archives to use. */
    private static final String USED = "hebb.archives";

    /** Directory into which each service writes its archive when it stops. */
    private static final String WRITTEN = "hebb.archives.write";

    /** An archive that does not fit is slower, and no reason for a warning at each start. */
    private static final String QUIET = "-Xlog:cds*=off";

    private ClassArchives() {}

    static List<String> options(Service service) {
        String name = service.name().toLowerCase(Locale.ROOT) + ".jsa";
        String written = System.getProperty(WRITTEN);
        if (written != null) {
            return List.of("-XX:ArchiveClassesAtExit=" + Path.of(written).resolve(name), QUIET);
        }
        String used = System.getProperty(USED);
        if (used != null && Files.exists(Path.of(used).resolve(name))) {
            return List.of("-XX:SharedArchiveFile=" + Path.of(used).resolve(name), QUIET);
        }
        return List.of();
    }
}
