package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Forms of other programs that Hebb knows by their first bytes and does not read, with how to get the spikes out. */
final class ForeignForms {
    /** The format of a file, recognised by the bytes at a place; printable ones in a file that is no text. */
    private record Magic(int from, String bytes, String advice) {
        Magic(String bytes, String advice) {
            this(0, bytes, advice);
        }

        boolean isIn(Content content) {
            boolean printable = bytes.chars().allMatch(character -> character >= ' ' && character <= '~');
            return content.has(bytes.getBytes(StandardCharsets.ISO_8859_1), from)
                    && !(printable && Text.isText(content.head()) && from == 0);
        }
    }

    private static final List<Magic> KNOWN = List.of(
            new Magic("PLEX", "is a file of Plexon (.plx), which Hebb does not read; " + neo("PlexonIO('FILE')")),
            new Magic("NEURALEV", blackrock()),
            new Magic("BREVENTS", blackrock()),
            new Magic("NEURALSG", signals("Blackrock")),
            new Magic("NEURALCD", signals("Blackrock")),
            new Magic("BRSMPGRP", signals("Blackrock")),
            new Magic(
                    "######## Neuralynx",
                    "is a file of Neuralynx, which Hebb does not read; in its folder, "
                            + neo("NeuralynxIO(dirname='.')")),
            new Magic(2, "(C) CED 87", "is a file of Spike2, which Hebb does not read; " + neo("CedIO('FILE')")),
            new Magic(
                    "AxionBio",
                    "is a file of Axion (.raw or .spk), which Hebb does not read; export the spike list as CSV with AxIS"
                            + " Navigator, and give FILE_spike_list.csv"),
            new Magic("\u00c1\u0006\u0091\u00c6", signals("Intan")),
            new Magic("\u00ac'\u0091\u00d6", signals("Intan")),
            new Magic(
                    "SQLite format 3",
                    "is a database of SQLite; export the spikes as CSV, as with: sqlite3 -header -csv FILE"
                            + " 'SELECT neuron, time_us FROM spikes' > spikes.csv"),
            new Magic("\u00d0\u00cf\u0011\u00e0", excel()),
            new Magic("(\u00b5/\u00fd", packed("zstd", "zstd -d")),
            new Magic("\u00fd7zXZ", packed("xz", "unxz -k")),
            new Magic("]\0\0", packed("lzma", "unlzma -k")),
            new Magic("\u001f\u009d", packed("compress", "gzip -d")),
            new Magic(4, "1AY&SY", packed("bzip2", "bunzip2 -k")),
            new Magic("\4\"M\30", packed("lz4", "lz4 -d")),
            new Magic("7z\u00bc\u00af", packed("7-Zip", "7z x")),
            new Magic("Rar!\32\7", packed("RAR", "unrar x")),
            new Magic(257, "ustar", packed("tar", "tar xf")));

    private ForeignForms() {}

    /** Returns what a content is and how to convert it; empty if it is of none of these forms. */
    static Optional<String> known(Content content) {
        Optional<Magic> found =
                KNOWN.stream().filter(magic -> magic.isIn(content)).findFirst();
        if (found.isPresent()) {
            return found.map(magic -> magic.advice().replace("FILE", content.name()));
        }
        return content.isGzipped() && isOfR(content.unpacked())
                ? Optional.of("is a file of R (.rds or .RData), which only R reads; save the spikes there with:"
                        + " write.csv(d, 'spikes.csv', row.names = FALSE)")
                : Optional.empty();
    }

    /** Returns the advice about a workbook, which is a zip archive as .npz files are. */
    static Optional<String> workbook(List<String> files) {
        boolean workbook = files.stream().anyMatch(name -> name.startsWith("xl/"))
                || (files.contains("mimetype") && files.contains("content.xml"));
        return workbook ? Optional.of(excel()) : Optional.empty();
    }

    /** Returns what an HDF5 file of another program is, and how to convert it; empty if it is of none of these. */
    static Optional<String> known(Hdf5 hdf) {
        String open = "python3 -c \"import h5py, numpy; f = h5py.File('" + hdf.fileName() + "'); ";
        if (hdf.hasGroup("Data/Recording_0")) {
            return Optional.of(
                    "is a file of Multi Channel Systems, which Hebb does not read; its time stamps of spikes,"
                            + " if it has any, are converted with: " + open
                            + "s = f['Data/Recording_0/TimeStampStream/Stream_0']; n = sorted(k for k in s if"
                            + " k.startswith('TimeStampEntity')); t = [numpy.ravel(s[k]) for k in n];"
                            + " numpy.savez('converted.npz', times_us=numpy.concatenate(t), ids=numpy.repeat(range(len(t)),"
                            + " [len(x) for x in t]))\"; then give converted.npz");
        } else if (hdf.hasGroup("channel_groups")) {
            return Optional.of(
                    "is a file of Klusta (.kwik), which Hebb does not read; convert each of its groups with: "
                            + open + "s = f['channel_groups/0/spikes']; numpy.savez('converted.npz',"
                            + " times_samples=s['time_samples'], ids=s['clusters/main'])\"; then give converted.npz with"
                            + " --sample-rate HZ");
        } else if (hdf.names("").containsAll(List.of("classes", "index", "groups"))) {
            return Optional.of(
                    "is a sorting of Combinato, which Hebb does not read: the times are in the data file that"
                            + " it belongs to; save times and classes as .npz with numpy.savez('spikes.npz', times=..., ids=...)");
        }
        return hdf.names("").stream()
                .filter(name -> hdf.attribute(name, "pandas_type").isPresent())
                .findFirst()
                .map(key -> "is a table of pandas; convert it with: python3 -c \"import pandas; pandas.read_hdf('"
                        + hdf.fileName() + "', '" + key
                        + "').to_csv('spikes.csv', index=False)\", then give spikes.csv");
    }

    private static boolean isOfR(byte[] unpacked) {
        String head = new String(unpacked, 0, Math.min(5, unpacked.length), StandardCharsets.ISO_8859_1);
        return head.matches("(?s)RD[AX][23]\\n") || head.startsWith("X\n\0\0") || head.startsWith("A\n");
    }

    private static String neo(String reader) {
        return "convert it with: python3 -c \"import neo, numpy; t = neo.io." + reader
                + ".read_segment().spiketrains; numpy.savez('converted.npz',"
                + " times=numpy.concatenate([x.rescale('s').magnitude for x in t]),"
                + " ids=numpy.repeat(range(len(t)), [len(x) for x in t]))\"; then give converted.npz";
    }

    private static String blackrock() {
        return "is a file of Blackrock (.nev), which Hebb does not read; " + neo("BlackrockIO('FILE')");
    }

    private static String signals(String maker) {
        return "is a file of " + maker + " with signals and no spikes; sort it, and give the result";
    }

    private static String excel() {
        return "is a workbook, which Hebb does not read; save the sheet with the spikes as CSV (UTF-8)";
    }

    private static String packed(String by, String command) {
        return "is packed with " + by + ", which Hebb does not unpack; unpack it with: " + command + " FILE";
    }
}
