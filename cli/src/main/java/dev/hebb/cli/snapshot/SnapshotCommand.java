package dev.hebb.cli.snapshot;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import dev.hebb.cli.support.OutputFile;
import dev.hebb.client.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hebb snapshot}: writes the state of an application, with all its networks, to a file. */
@Command(
        name = "snapshot",
        description = "Write the state of an app, with all its networks, to a file that 'hebb restore' reads.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "First wait until the app has read everything, and stop it. The file has its changelogs, the",
            "topics dendrites and neurons, and the settings that cannot change. It has no history of events."
        })
public final class SnapshotCommand extends ClusterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private Path file = Path.of("");

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "hebb",
            description = "Application id of the app, without topic prefix. Default: ${DEFAULT-VALUE}.")
    private String applicationId = "";

    @Override
    public Integer call() throws InterruptedException {
        if (Files.exists(file)) {
            throw new CliException(file + " exists; name another file");
        }
        OutputFile.require("FILE", file);
        Connection connection = cluster().connection();
        SnapshotSource source =
                new SnapshotSource(connection, connection.topics().prefix() + applicationId);
        try (SnapshotWriter writer =
                OutputFile.write("FILE", file, path -> new SnapshotWriter(Files.newOutputStream(path)))) {
            source.writeTo(writer);
            writer.end();
            console().out().println("wrote " + writer.records() + " records to " + file);
        } catch (IOException e) {
            discard();
            throw new CliException("no snapshot was made: " + e.getMessage(), e);
        } catch (CliException e) {
            discard();
            throw e;
        }
        console().out().flush();
        return 0;
    }

    private void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            console()
                    .err()
                    .println("hebb: " + file + " is not a complete snapshot, and cannot be deleted: " + e.getMessage());
        }
    }
}
