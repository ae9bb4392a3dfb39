package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Text with a spike on each line, plain or gzipped: CSV of any dialect, NEST's .gdf and .dat, JSON lines. It is read
 * twice: first for what it covers, whether it is in order, and which lines are bad; then for its spikes, which stay on
 * disk if they are in order and are sorted in memory if not.
 */
final class TextFormat implements RecordingFormat {
    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.COLUMNS, Name.UNIT, Name.SAMPLE_RATE);
    }

    /** Text is what has no zero bytes. */
    @Override
    public boolean isFormOf(Content content) throws IOException {
        if (content.isFolder()) {
            return false;
        }
        Optional<String> wide = Text.wideEncoding(content.unpacked());
        if (wide.isPresent()) {
            throw new UnreadableRecordingException(
                    content.path() + " is " + wide.get() + " text; " + Text.toUtf8(wide.get(), content.path()));
        }
        return Text.isText(content.unpacked());
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        return new Scan(content, options, names).run();
    }

    private static final class Scan {
        /** A text of which at least this many lines, and more than half, are no spikes is not understood. */
        private static final int MANY_BAD = 20;

        private final Path file;
        private final boolean gzipped;
        private final ReadOptions options;
        private Naming naming;
        private BadLines badLines = new BadLines();
        private Optional<String> note = Optional.empty();
        private List<String> lineNotes = List.of();
        private Optional<UnitOfTime> unit = Optional.empty();
        private PlausibleSeconds seconds = new PlausibleSeconds();
        private long spikes;
        private long firstMicros = Long.MAX_VALUE;
        private long lastMicros = Long.MIN_VALUE;
        private boolean ordered = true;

        Scan(Content content, ReadOptions options, UnitNames names) {
            this.file = content.path();
            this.gzipped = content.isGzipped();
            this.options = options;
            this.naming = Naming.of(names, options);
        }

        RecordingFile run() throws IOException {
            read();
            if (naming.beyond().isPresent()) {
                readAgain(Naming.Kind.NUMBERS);
            } else if (spikes == 0 && naming.kind() == Naming.Kind.IDS && badLines.count() > 0) {
                readAgain(Naming.Kind.WORDS);
            }
            return describe();
        }

        /** Where no line has an id, neurons have names; where one is too large, all are numbered. */
        private void readAgain(Naming.Kind kind) throws IOException {
            naming = naming.as(kind);
            badLines = new BadLines();
            spikes = 0;
            firstMicros = Long.MAX_VALUE;
            lastMicros = Long.MIN_VALUE;
            ordered = true;
            seconds = new PlausibleSeconds();
            read();
        }

        private void read() throws IOException {
            SpikeBlock block = new SpikeBlock();
            long previous = Long.MIN_VALUE;
            try (TextSpikes source = source(badLines)) {
                while (source.read(block)) {
                    for (int k = 0; k < block.length(); k++) {
                        long time = block.timeMicros(k);
                        seconds.add(time, block.neuron(k));
                        ordered &= time >= previous;
                        previous = time;
                        firstMicros = Math.min(firstMicros, time);
                        lastMicros = Math.max(lastMicros, time);
                    }
                    spikes += block.length();
                }
                note = source.note();
                lineNotes = source.notes();
                unit = source.unit();
            }
        }

        private RecordingFile describe() throws UnreadableRecordingException {
            List<String> notes = new ArrayList<>();
            note.ifPresent(notes::add);
            notes.addAll(lineNotes);
            judge(notes);
            Times.doubt(options).ifPresent(notes::add);
            if (naming.kind() == Naming.Kind.NUMBERS) {
                notes.add("ids are beyond 2147483647, so neurons are numbered: "
                        + naming.names().some());
            } else if (!naming.names().isEmpty()) {
                notes.add("neurons are numbered by name: " + naming.names().some());
            }
            badLines.note().ifPresent(notes::add);
            RecordingFile.Extent extent = spikes == 0
                    ? new RecordingFile.Extent(0, 0, 0, 0, 0)
                    : RecordingFile.Extent.of(spikes, firstMicros, lastMicros);
            return new RecordingFile(
                    String.valueOf(file.getFileName()),
                    gzipped ? "gzipped CSV" : "CSV",
                    extent,
                    OptionalLong.empty(),
                    notes,
                    ordered ? () -> source(new BadLines()) : this::sorted);
        }

        /** What was guessed, and not said, must be plausible. */
        private void judge(List<String> notes) throws UnreadableRecordingException {
            if (options.columns().isPresent() || note.isPresent()) {
                boolean asks = options.columns().isEmpty();
                String column = asks ? "the column that was taken for them" : "the column of --columns";
                seconds.doubtRepeats(file.toString(), column, asks).ifPresent(notes::add);
            }
            if (unit.filter(UnitOfTime.SECONDS::equals).isPresent()
                    && options.statedUnit().isEmpty()) {
                seconds.asSeconds(file.toString()).ifPresent(notes::add);
            }
            if (badLines.count() >= MANY_BAD && badLines.count() > spikes && spikes > 0) {
                throw new UnreadableRecordingException(
                        file + ": most lines are not spikes; " + badLines.note().orElse(""));
            }
        }

        private TextSpikes source(BadLines bad) throws IOException {
            InputStream in = gzipped ? Gzip.open(file) : Files.newInputStream(file);
            return new TextSpikes(in, file.toString(), options, naming, bad);
        }

        private SpikeSource sorted() throws IOException {
            return Memory.holding(file + ", whose lines are not in order of time,", this::inMemory);
        }

        private SpikeSource inMemory() throws IOException {
            SpikeBlock all = new SpikeBlock();
            SpikeBlock block = new SpikeBlock();
            try (SpikeSource source = source(new BadLines())) {
                while (source.read(block)) {
                    all.addAll(block);
                }
            }
            return Recording.sorting(all).source();
        }
    }
}
