package dev.hebb.cli.support;

import java.io.PrintWriter;

/**
 * A writer that escapes hidden characters of all that is printed, as {@link Printable#of} does. Texts that may hold a
 * line end are escaped before, by {@link Columns} or {@link Printable#line}.
 */
final class PrintableWriter extends PrintWriter {
    PrintableWriter(PrintWriter out) {
        super(out, true);
    }

    @Override
    public void write(String text, int from, int length) {
        String printable = Printable.of(text.substring(from, from + length));
        super.write(printable, 0, printable.length());
    }

    @Override
    public void write(char[] text, int from, int length) {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int character) {
        write(new char[] {(char) character}, 0, 1);
    }
}
