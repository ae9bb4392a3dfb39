package dev.hebb.produce;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes spikes as CSV, {@code neuron,time_us}, instead of sending them: to see what would be sent. */
public final class CsvSink implements SpikeSink, Closeable {
    private final Writer out;

    /** Writes the header, and owns the writer from now on. */
    public CsvSink(Writer out) throws IOException {
        this.out = new BufferedWriter(out, 1 << 16);
        this.out.write("neuron,time_us\n");
    }

    @Override
    public void batch(long originMicros, SpikeBlock spikes) {
        try {
            for (int spike = 0; spike < spikes.length(); spike++) {
                out.write(Integer.toString(spikes.neuron(spike)));
                out.write(',');
                out.write(Long.toString(spikes.timeMicros(spike)));
                out.write('\n');
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Does nothing: a heartbeat is no spike. */
    @Override
    public void heartbeat(long originMicros) {}

    /** Does nothing: a CSV holds only spikes. */
    @Override
    public void gap(long fromMicros, long toMicros) {}

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot write the CSV: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
