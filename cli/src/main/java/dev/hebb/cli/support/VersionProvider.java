package dev.hebb.cli.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Provider of the version of Hebb, the commit that it was built from, and the versions of Java and Kafka. */
public final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {
            "hebb " + Objects.requireNonNullElse(version, "(unpackaged)") + " ("
                    + commit(read("commit.properties"), read("archive.properties")) + ")",
            "Java " + Runtime.version(),
            "Kafka " + AppInfoParser.getVersion()
        };
    }

    /**
     * The commit.
     *
     * @param built what the build asked git for; empty if there was no repository
     * @param archive what {@code git archive} wrote into the sources' archive; a placeholder in a working copy
     */
    static String commit(Properties built, Properties archive) {
        String commit = built.getProperty("commit", "");
        String archived = archive.getProperty("commit", "");
        if (commit.isEmpty()) {
            return archived.isEmpty() || archived.startsWith("$") ? "commit unknown" : "commit " + archived;
        }
        return "commit " + commit.replace("-dirty", ", with changes");
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = VersionProvider.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of Hebb's own jar", e);
        }
        return properties;
    }
}
