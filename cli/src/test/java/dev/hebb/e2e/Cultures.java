package dev.hebb.e2e;

import io.jhdf.HdfFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the cultures' layout in the plainest way: trains one after another, neurons named ch_NNA_unit_0. */
final class Cultures {
    private Cultures() {}

    /** Writes a culture as neuron,time_us, train by train. */
    static Path csv(Path culture, Path csv) throws IOException {
        try (HdfFile file = new HdfFile(culture);
                BufferedWriter out = Files.newBufferedWriter(csv)) {
            double[] seconds = (double[]) file.getDatasetByPath("spikes").getData();
            int[] counts = (int[]) file.getDatasetByPath("sCount").getData();
            String[] names = (String[]) file.getDatasetByPath("names").getData();
            out.write("neuron,time_us\n");
            int next = 0;
            for (int train = 0; train < counts.length; train++) {
                String electrode = names[train].substring(3, 5);
                for (int k = 0; k < counts[train]; k++) {
                    out.write(electrode + "," + Math.round(seconds[next++] * 1e6) + "\n");
                }
            }
        }
        return csv;
    }
}
