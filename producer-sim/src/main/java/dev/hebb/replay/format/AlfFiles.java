package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an ALF folder. A name is {@code object.attribute.extension}, as in spikes.times.npy; there may be a
 * namespace before it ({@code _ibl_}), a timescale behind the attribute ({@code _ccf_2017}) and the dataset's UUID
 * before the extension. A folder {@code #2024-05-06#} holds a revision: the last one of a file counts.
 */
final class AlfFiles {
    private static final Pattern REVISION = Pattern.compile("#.+#");
    private static final String UUID = "(\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?";
    private static final String NAMESPACE = "(_[a-zA-Z0-9]+_)?";

    private final Path folder;
    /** The folder itself, and after it its revisions in order. */
    private final List<Path> places = new ArrayList<>();

    AlfFiles(Path folder) throws IOException {
        this.folder = folder;
        places.add(folder);
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(child -> Files.isDirectory(child)
                            && REVISION.matcher(child.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .forEach(places::add);
        }
    }

    Path folder() {
        return folder;
    }

    /**
     * The file of an attribute: of the last revision that has it.
     *
     * @param name as in {@code spikes.times}
     * @param extension without the dot
     * @throws UnreadableRecordingException if a revision has two of them, which only differ in their UUIDs
     */
    Optional<Path> find(String name, String extension) throws IOException {
        Pattern pattern = Pattern.compile(NAMESPACE + Pattern.quote(name) + UUID + "\\." + Pattern.quote(extension));
        Optional<Path> last = Optional.empty();
        for (Path place : places) {
            List<Path> found = found(place, pattern);
            if (found.size() > 1) {
                throw new UnreadableRecordingException(place + " has " + found.size() + " files " + name + ", "
                        + found.get(0).getFileName() + " and " + found.get(1).getFileName()
                        + "; keep the one that counts, and move the others elsewhere");
            }
            last = found.isEmpty() ? last : Optional.of(found.get(0));
        }
        return last;
    }

    private static List<Path> found(Path place, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The array of an attribute. */
    Optional<NpyArray> array(String name) throws IOException {
        Optional<Path> file = find(name, "npy");
        return file.isPresent() ? Optional.of(NpyArray.read(file.get())) : Optional.empty();
    }

    /** Returns the path of a file within the folder, for messages. */
    String shown(Path file) {
        return folder.relativize(file).toString();
    }
}
