package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * CSV with columns {@code neuron} and {@code time_us}, plain or gzipped. It is read twice: first for what it covers,
 * whether it is in order, and which lines are bad; then for its spikes, which stay on disk if they are in order and are
 * sorted in memory if not.
 */
final class CsvFormat {
    private final Path file;
    private final boolean gzipped;
    private final BadLines badLines = new BadLines();
    private long spikes;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;
    private boolean ordered = true;

    private CsvFormat(Path file, boolean gzipped) {
        this.file = file;
        this.gzipped = gzipped;
    }

    static RecordingFile open(Path file, boolean gzipped) throws IOException {
        return new CsvFormat(file, gzipped).scan();
    }

    private RecordingFile scan() throws IOException {
        SpikeBlock block = new SpikeBlock();
        long previous = Long.MIN_VALUE;
        try (SpikeSource source = source(badLines)) {
            while (source.read(block)) {
                for (int k = 0; k < block.length(); k++) {
                    long time = block.timeMicros(k);
                    ordered &= time >= previous;
                    previous = time;
                    firstMicros = Math.min(firstMicros, time);
                    lastMicros = Math.max(lastMicros, time);
                }
                spikes += block.length();
            }
        }
        return describe();
    }

    private RecordingFile describe() {
        List<String> notes = badLines.note().stream().toList();
        RecordingFile.Extent extent = spikes == 0
                ? new RecordingFile.Extent(0, 0, 0, 0, 0)
                : RecordingFile.Extent.of(spikes, firstMicros, lastMicros);
        String format = gzipped ? "gzipped CSV" : "CSV";
        return new RecordingFile(
                file.getFileName().toString(),
                format,
                extent,
                OptionalLong.empty(),
                notes,
                ordered ? () -> source(new BadLines()) : this::sorted);
    }

    private SpikeSource source(BadLines bad) throws IOException {
        InputStream in = gzipped ? Gzip.open(file) : Files.newInputStream(file);
        return new CsvSpikes(in, file.toString(), bad);
    }

    private SpikeSource sorted() throws IOException {
        SpikeBlock all = new SpikeBlock();
        SpikeBlock block = new SpikeBlock();
        try (SpikeSource source = source(new BadLines())) {
            while (source.read(block)) {
                all.addAll(block.copyTimesMicros(), block.copyNeurons(), 0, block.length());
            }
        }
        return Recording.sorting(all).source();
    }
}
