package dev.hebb.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"hebb " + Objects.requireNonNullElse(version, "(unpackaged)"), "Java " + Runtime.version()
        };
    }
}
