package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders that Hebb does not read: what they seem to be, and how to get spikes out of them. */
final class UnreadFolder {
    private UnreadFolder() {}

    /** Returns the reason why a folder of no known form is not read. */
    static String unknown(Content content) throws IOException {
        return "is a folder without spike_times.npy; give a Phy or Kilosort output folder, a SpikeInterface folder, a"
                + " folder of ALF or Neuroscope, or a file" + zarr(content) + half(content) + tridesclous(content)
                + parquet(content)
                + inside(content)
                + files(content);
    }

    /** What there is in a folder, of which a file may be what was meant. */
    private static String files(Content content) throws IOException {
        try (Stream<Path> children = Files.list(content.path())) {
            List<String> names = children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
            return names.isEmpty() ? "; it is empty" : "; it has " + Text.shownAll(names);
        }
    }

    /** Folders in it that have spikes, as sorters put their output into a folder of its own. */
    private static String inside(Content content) throws IOException {
        try (Stream<Path> children = Files.list(content.path())) {
            List<String> found = new ArrayList<>();
            for (Path child : children.sorted().toList()) {
                boolean hasSpikes = Files.exists(child.resolve("spike_times.npy"))
                        || (Files.isDirectory(child)
                                && new AlfFiles(child)
                                        .find(AlfFormat.TIMES, "npy")
                                        .isPresent());
                if (hasSpikes) {
                    found.add(child.toString());
                }
            }
            return found.isEmpty() ? "" : "; there are spikes in " + Text.shownAll(found);
        }
    }

    /** A session of Neuroscope of which one kind of files is missing. */
    private static String half(Content content) throws IOException {
        try (Stream<Path> children = Files.list(content.path())) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .filter(name -> name.matches(".+\\.(res|clu)\\.\\d{1,6}"))
                    .sorted()
                    .findFirst()
                    .map(name -> "; " + name + " of Neuroscope and Klusters needs the other of .res and .clu beside it")
                    .orElse("");
        }
    }

    private static String tridesclous(Content content) {
        boolean found =
                content.hasFile("info.json") && Files.isDirectory(content.path().resolve("channel_group_0"));
        return found
                ? "; this is a folder of Tridesclous: convert it with: python3 -c \"import spikeinterface.extractors as"
                        + " se; se.read_tridesclous('" + content.name()
                        + "').save(folder='converted', format='numpy_folder')\", and give the folder converted"
                : "";
    }

    /** A table that is divided into files. */
    private static String parquet(Content content) throws IOException {
        try (Stream<Path> files = Files.walk(content.path(), 3)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"))
                    ? "; this is a folder of Parquet files: make them one with: python3 -c \"import pandas;"
                            + " pandas.read_parquet('" + content.name()
                            + "').to_parquet('converted.parquet')\", and give converted.parquet"
                    : "";
        }
    }

    private static String zarr(Content content) {
        boolean zarr = Stream.of(".zattrs", ".zgroup", ".zarray", ".zmetadata", "zarr.json")
                .anyMatch(name -> Files.exists(content.path().resolve(name)));
        return zarr ? "; this is a Zarr folder: save it as NWB (HDF5) or as numpy_folder" : "";
    }
}
