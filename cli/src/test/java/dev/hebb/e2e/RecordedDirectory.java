package dev.hebb.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A directory as a compressed file: files of services that do not run, without their logs. The files are hundreds and
 * small, so that they are compressed together.
 */
record RecordedDirectory(Path file) {
    private static final Set<String> LEFT_OUT = Set.of("logs", "run", "LOCK", ".lock", "app.log");

    /** Packs what is in a directory. */
    void pack(Path directory) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(new GZIPOutputStream(out));
                Stream<Path> all = Files.walk(directory)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            List<Path> kept = all.filter(path -> !path.equals(directory))
                    .filter(path -> StreamSupport.stream(
                                    directory.relativize(path).spliterator(), false)
                            .allMatch(RecordedDirectory::isKept))
                    .sorted()
                    .toList();
            for (Path path : kept) {
                boolean isDirectory = Files.isDirectory(path);
                zip.putNextEntry(new ZipEntry(directory.relativize(path) + (isDirectory ? "/" : "")));
                if (!isDirectory) {
                    Files.copy(path, zip);
                }
                zip.closeEntry();
            }
        }
    }

    /** Neither logs of programs, nor locks and process ids, nor RocksDB's notes of its own options. */
    private static boolean isKept(Path path) {
        String name = String.valueOf(path.getFileName());
        return !(name.startsWith("LOG") || name.startsWith("OPTIONS-") || LEFT_OUT.contains(name));
    }

    /** Makes a copy of what was packed in a directory. */
    void unpack(Path directory) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(new GZIPInputStream(in))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }
}
