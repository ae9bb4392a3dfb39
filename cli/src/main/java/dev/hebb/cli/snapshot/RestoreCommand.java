package dev.hebb.cli.snapshot;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.ClusterCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hebb restore}: writes a snapshot into a cluster that does not have the application. */
@Command(
        name = "restore",
        description = "Write a snapshot of 'hebb snapshot' into a cluster that does not have the app yet.",
        mixinStandardHelpOptions = true,
        footer = {"", "Then start the app with the same settings: its networks continue where they stopped."})
public final class RestoreCommand extends ClusterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file that 'hebb snapshot' wrote.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        SnapshotReader reader = new SnapshotReader(file);
        reader.check();
        try (SnapshotTarget target = new SnapshotTarget(cluster().connection())) {
            reader.read(target);
            target.confirm();
            console()
                    .out()
                    .println("restored " + target.records() + " records of application '" + target.applicationId()
                            + "'; start it with the settings that it had");
        } catch (IOException e) {
            throw new CliException("the snapshot is not restored: " + e.getMessage(), e);
        }
        console().out().flush();
        return 0;
    }
}
