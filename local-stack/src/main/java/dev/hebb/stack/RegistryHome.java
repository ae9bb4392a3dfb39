package dev.hebb.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;

/** Finds the directory into which the build has unpacked the schema registry. */
final class RegistryHome {
    /** System property that names another directory. */
    static final String PROPERTY = "hebb.registry.home";

    private static final Path IN_CHECKOUT = Path.of("local-stack", "target", "registry");

    private RegistryHome() {}

    /**
     * The directory that the property names, or the one in the checkout that this class was built in.
     *
     * @throws StackException if there is none
     */
    static Path find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        for (Path place = codeLocation(); place != null; place = place.getParent()) {
            Path home = place.resolve(IN_CHECKOUT);
            if (Files.isDirectory(home)) {
                return home;
            }
        }
        throw new StackException("the schema registry has not been unpacked: build with 'mvn package', or say with -D"
                + PROPERTY + "=DIR where it is");
    }

    private static Path codeLocation() {
        try {
            CodeSource source = RegistryHome.class.getProtectionDomain().getCodeSource();
            return Path.of(Objects.requireNonNull(source).getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the classes of this program", e);
        }
    }
}
