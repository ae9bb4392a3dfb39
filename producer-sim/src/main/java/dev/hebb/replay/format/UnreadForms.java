package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Forms that Hebb does not read, and how to get their spikes out of them. */
final class UnreadForms {
    private static final byte[] ARROW = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARROW_STREAM = {-1, -1, -1, -1};
    private static final byte[] PICKLE = {(byte) 0x80};

    /** What begins with so many bytes of text before a zero is text, and no other form with a name at its begin. */
    private static final int SHORTEST_TEXT = 16;

    private UnreadForms() {}

    /** Returns the reason why a content of a known kind is not read; empty if it is of none of these kinds. */
    static Optional<String> known(Content content) {
        Optional<String> foreign = ForeignForms.known(content);
        if (foreign.isPresent()) {
            return foreign;
        } else if (content.has(ARROW, 0)) {
            return Optional.of(table(content, "Arrow or Feather", "feather"));
        } else if (content.has(PICKLE, 0)) {
            return Optional.of("is a pickle of Python, which only Python can read; save it as .npz:"
                    + " numpy.savez('spikes.npz', times=..., ids=...)");
        }
        if (isArrowStream(content)) {
            return Optional.of(
                    "is a stream of Arrow (IPC), which Hebb does not read; convert it with: python3 -c \"import"
                            + " pyarrow.ipc as i, pyarrow.parquet as p; p.write_table(i.open_stream('" + content.name()
                            + "').read_all(), 'converted.parquet')\", then give converted.parquet");
        }
        Optional<String> wide = content.isGzipped() ? Text.wideEncoding(content.unpacked()) : Optional.empty();
        if (wide.isPresent()) {
            return Optional.of("is gzipped " + wide.get() + " text; convert it with: gzip -cd " + content.name()
                    + " | iconv -f " + wide.get() + " -t UTF-8 > utf8.csv");
        }
        if (content.isGzipped() && !Text.isText(content.unpacked())) {
            return Optional.of("is gzipped, and what is in it is not text; only text is read gzipped: unpack it with"
                    + " gunzip, and give the result");
        }
        if (isMatlab4(content)) {
            return Optional.of("is a MATLAB file of version 4, which Hebb does not read; save it again in MATLAB with"
                    + " save('-v7'), or in Python with scipy.io.savemat");
        }
        if (NeuroscopeFormat.isPart(content)) {
            return Optional.of("belongs to a session of Neuroscope and Klusters; give its folder");
        }
        return content.name().equals(ParamsFile.NAME)
                ? Optional.of("belongs to a folder of Phy; give the folder")
                : Optional.empty();
    }

    /**
     * Returns whether a content begins with the header of a matrix of version 4: type, rows, columns, imaginary, length
     * of the name, each of four bytes, and a name that ends with a zero.
     */
    private static boolean isMatlab4(Content content) {
        byte[] head = content.head();
        if (head.length < 21 || Text.isText(head)) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        header.order(
                header.getInt(0) >= 0 && header.getInt(0) < 10_000 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = header.getInt(0);
        int nameLength = header.getInt(16);
        boolean possible = type >= 0
                && type < 5_000
                && type % 10 <= 2
                && header.getInt(4) > 0
                && header.getInt(8) > 0
                && header.getInt(12) >>> 1 == 0
                && nameLength > 1
                && nameLength < 64
                && head.length >= 20 + nameLength;
        return possible && Character.isLetter(head[20]) && head[20 + nameLength - 1] == 0;
    }

    /** A stream begins with a mark of four bytes and the length of the schema, a multiple of eight. */
    private static boolean isArrowStream(Content content) {
        if (!content.has(ARROW_STREAM, 0) || content.head().length < 8) {
            return false;
        }
        int length =
                ByteBuffer.wrap(content.head()).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        return length > 0 && length % 8 == 0;
    }

    private static String table(Content content, String form, String reader) {
        return "is " + form + ", which Hebb does not read; convert it with: python3 -c \"import pandas; pandas.read_"
                + reader + "('" + content.name() + "').to_csv('spikes.csv', index=False)\", then"
                + " give spikes.csv with --columns neuron=NAME,time=NAME and --unit";
    }

    /** Returns the reason why a content of no known form is not read. */
    static String unknown(Content content, String forms) throws IOException {
        if (content.isFolder()) {
            return UnreadFolder.unknown(content);
        }
        if (Hdf5.isHdf5(content)) {
            return unknownHdf5(content);
        }
        Optional<String> damaged = damagedText(content.unpacked());
        if (damaged.isPresent()) {
            return damaged.get();
        }
        return "is none of the known forms: " + forms + "; it begins with '"
                + Text.shown(content.text().lines().findFirst().orElse(""))
                + "'; export the spikes as CSV with the header neuron,time_us";
    }

    private static String unknownHdf5(Content content) throws IOException {
        try (Hdf5 hdf = Hdf5.open(content.path())) {
            Optional<String> foreign = ForeignForms.known(hdf);
            return foreign.isPresent()
                    ? foreign.get()
                    : "is an HDF5 file with neither NWB's /units/spike_times, nor /spikes with /sCount, nor SONATA's"
                            + " /spikes/POPULATION/timestamps, nor the layouts of NIX, MaxWell, 3Brain, SpyKING"
                            + " CIRCUS and Herding Spikes, but " + Text.shownAll(hdf.names("")) + "; "
                            + brokenLinks(hdf)
                            + PlainArrays.advice(hdf);
        } catch (RuntimeException e) {
            throw Hdf5Failure.of(content.path(), e);
        }
    }

    /** The reason why a content that begins as text is none; empty if it does not begin so. */
    private static Optional<String> damagedText(byte[] head) {
        int lines = 1;
        for (int k = 0; k < head.length; k++) {
            if (head[k] == 0) {
                return k < SHORTEST_TEXT
                        ? Optional.empty()
                        : Optional.of("begins as text, but has a zero byte in line " + lines + ", at byte " + (k + 1)
                                + ": it was damaged, or is not written to its end; copy or export it again");
            }
            boolean isText = head[k] < 0 || head[k] >= ' ' || head[k] == '\t' || head[k] == '\r' || head[k] == '\n';
            if (!isText) {
                return Optional.empty();
            }
            lines += head[k] == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private static String brokenLinks(Hdf5 hdf) {
        List<String> broken = hdf.brokenLinks("");
        return broken.isEmpty()
                ? ""
                : "it has links that lead nowhere, " + Text.shownAll(broken)
                        + ": if they lead to other files, keep these beside it; else ";
    }
}
