package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens recordings of every known form, recognised by their content. */
public final class RecordingFiles {
    /** The forms, in the order in which they are asked. */
    private static final List<RecordingFormat> FORMATS = List.of(
            new PhyFormat(),
            new SpikeInterfaceFolder(),
            new AlfFormat(),
            new NeuroscopeFormat(),
            // First: a variable of MATLAB may be called units or spikes.
            new MatlabHdf5Format(),
            new NwbFormat(),
            new NixFormat(),
            new MaxWellFormat(),
            new BrainWaveFormat(),
            new CultureFormat(),
            new SonataFormat(),
            new CircusFormat(),
            new HerdingSpikesFormat(),
            new MatlabFormat(),
            new NpzFormat(),
            new NpyFormat(),
            new NexFormat(),
            new MdaFormat(),
            new ParquetFormat(),
            new AxionFormat(),
            new TextFormat());

    private RecordingFiles() {}

    /** Opens a file about which the user says nothing; see {@link #open(Path, ReadOptions, UnitNames)}. */
    public static RecordingFile open(Path path) throws IOException {
        return open(path, ReadOptions.NONE, new UnitNames());
    }

    /**
     * Finds out what a file or folder is, and reads enough of it to know what it covers.
     *
     * @param names numbers units that are named by words; share it between the files of one network
     * @throws UnreadableRecordingException if it is no recording, with what to do about it
     * @throws IOException if it cannot be read at all
     */
    public static RecordingFile open(Path path, ReadOptions options, UnitNames names) throws IOException {
        requireThere(path);
        Content content = Content.of(path);
        Optional<String> refused = UnreadForms.known(content);
        if (refused.isPresent()) {
            throw new UnreadableRecordingException(path + " " + refused.get());
        }
        for (RecordingFormat format : FORMATS) {
            // A damaged header may ask for more memory than there is.
            if (Memory.holding(path.toString(), () -> format.isFormOf(content))) {
                requireUsable(options, format, path);
                RecordingFile file = Memory.holding(path.toString(), () -> format.open(content, options, names));
                requireSpikes(file, path);
                return file;
            }
        }
        String forms = FORMATS.stream().map(RecordingFormat::name).distinct().collect(Collectors.joining(", "));
        throw new UnreadableRecordingException(
                path + " " + Memory.holding(path.toString(), () -> UnreadForms.unknown(content, forms)));
    }

    /**
     * Checks that there is a file or folder that may be read, without reading it.
     *
     * @throws UnreadableRecordingException if it may not be read, or only once
     * @throws IOException if there is none
     */
    public static void requireThere(Path path) throws IOException {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw new UnreadableRecordingException(path + " is a symbolic link to " + Files.readSymbolicLink(path)
                    + ", which is not there, leads back to the link, or may not be looked at; give the file itself");
        }
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableRecordingException(path + " cannot be read: permission is denied");
        }
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new UnreadableRecordingException(
                    path + " is a pipe or a device, and a recording is read twice; pipe it"
                            + " into 'hebb replay -', or write it to a file");
        }
    }

    private static void requireUsable(ReadOptions options, RecordingFormat format, Path path)
            throws UnreadableRecordingException {
        Set<ReadOptions.Name> useless = EnumSet.noneOf(ReadOptions.Name.class);
        useless.addAll(options.given());
        useless.removeAll(format.options());
        if (!useless.isEmpty()) {
            throw new UnreadableRecordingException(path + " is of the form " + format.name() + ", for which "
                    + useless.iterator().next().option() + " means nothing; leave it out"
                    + (format.options().isEmpty()
                            ? ""
                            : ". It takes "
                                    + format.options().stream()
                                            .map(ReadOptions.Name::option)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static void requireSpikes(RecordingFile file, Path path) throws UnreadableRecordingException {
        if (file.extent().spikes() == 0) {
            throw new UnreadableRecordingException(path + ": there are no spikes in this " + file.format()
                    + (file.notes().isEmpty() ? "" : "; " + String.join("; ", file.notes())));
        }
    }
}
