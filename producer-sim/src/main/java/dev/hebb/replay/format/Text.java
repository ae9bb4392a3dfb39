package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text that files hold: its encoding, and how to show it in a message. */
final class Text {
    private static final int SHOWN = 60;
    private static final int SHOWN_NAMES = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Text() {}

    /**
     * The content of a small file: UTF-8, else Latin-1, of which every byte is a character. A byte-order mark is left
     * out, and every line ends with a line feed alone.
     *
     * @throws UnreadableRecordingException if it is UTF-16 or UTF-32
     */
    static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Optional<String> wide = wideEncoding(bytes);
        if (wide.isPresent()) {
            throw new UnreadableRecordingException(file + " is " + wide.get() + " text; " + toUtf8(wide.get(), file));
        }
        return withoutMark(decode(bytes)).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String decode(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The text of some bytes: UTF-8, else Latin-1, so that no two texts become one. */
    static String of(byte[] bytes, int from, int to) {
        for (int k = from; k < to; k++) {
            if (bytes[k] < 0) {
                return ofMore(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private static String ofMore(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** UTF-16 or UTF-32, if the content begins as one: by its mark, or by zeros in every other byte. */
    static Optional<String> wideEncoding(byte[] head) {
        if (head.length >= 4 && head[0] == 0 && head[1] == 0 && head[2] == (byte) 0xfe && head[3] == (byte) 0xff) {
            return Optional.of("UTF-32");
        }
        if (head.length < 4) {
            return Optional.empty();
        }
        boolean little = head[0] == (byte) 0xff && head[1] == (byte) 0xfe;
        boolean big = head[0] == (byte) 0xfe && head[1] == (byte) 0xff;
        if (little && head[2] == 0 && head[3] == 0) {
            return Optional.of("UTF-32");
        }
        boolean bare = (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
                || (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0);
        return little || big || bare ? Optional.of("UTF-16") : Optional.empty();
    }

    /** Returns advice on how to convert a file of a wide encoding. */
    static String toUtf8(String encoding, Path file) {
        return "convert it with: iconv -f " + encoding + " -t UTF-8 " + file.getFileName() + " > utf8.csv";
    }

    /** The beginning of a text for a message: control characters and what is not text are escaped. */
    static String shown(String text) {
        return escaped(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    }

    /** Names for a message, the first few of many. */
    static String shownAll(List<String> names) {
        List<String> first = names.stream().limit(SHOWN_NAMES).map(Text::shown).toList();
        return first + (names.size() > SHOWN_NAMES ? " and " + (names.size() - SHOWN_NAMES) + " more" : "");
    }

    /** Returns whether these bytes are text, which has no zero bytes. */
    static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    /** A text whose control characters are written as in {@code \x1b}, so that a terminal does not follow them. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                escaped.append(String.format(Locale.ROOT, "\\x%02x", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
