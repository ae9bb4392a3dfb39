package dev.hebb.cli.feed;

import dev.hebb.tissue.Tissue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the synapses of tissue as CSV. */
final class TissueSynapseCsv {
    private TissueSynapseCsv() {}

    /** Writes {@code pre,post,lag_us,strength}: the delay, and 1 for a synapse that just makes a resting cell fire. */
    static void write(Tissue tissue, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("pre,post,lag_us,strength\n");
            tissue.eachSynapse(
                    (pre, post, delay, efficacy) -> out.print(pre + "," + post + "," + delay + "," + efficacy + "\n"));
            if (out.checkError()) {
                throw new IOException("cannot write " + file);
            }
        }
    }
}
