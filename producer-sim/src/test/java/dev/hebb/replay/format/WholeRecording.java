package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;

/** Reads recordings whole. */
final class WholeRecording {
    private WholeRecording() {}

    static Recording of(RecordingFile file) throws IOException {
        try (SpikeSource source = file.open()) {
            return of(source);
        }
    }

    static Recording of(Path file) throws IOException {
        return of(RecordingFiles.open(file));
    }

    /** All spikes, in the order that the source gives them. */
    static Recording of(SpikeSource source) throws IOException {
        SpikeBlock all = new SpikeBlock();
        SpikeBlock block = new SpikeBlock();
        while (source.read(block)) {
            all.addAll(block.copyTimesMicros(), block.copyNeurons(), 0, block.length());
        }
        return new Recording(all.copyTimesMicros(), all.copyNeurons());
    }
}
