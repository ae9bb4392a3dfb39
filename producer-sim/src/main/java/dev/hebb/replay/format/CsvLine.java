package dev.hebb.replay.format;

import java.nio.charset.StandardCharsets;

/** One line of a CSV of spikes, parsed in place; reused from line to line. */
final class CsvLine {
    private static final long LARGEST_MICROS = 1L << 53;
    private static final int SHOWN = 40;

    private final CsvHeader header;
    private byte[] bytes = {};
    private long parsed;
    private int neuron;
    private long timeMicros;
    private boolean blank;
    private String problem = "";

    CsvLine(CsvHeader header) {
        this.header = header;
    }

    /** Parses a line without its line feed; false if it is no spike and {@link #problem} says why. */
    boolean parse(byte[] buffer, int from, int end) {
        bytes = buffer;
        int stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        blank = isSpace(from, stop);
        return blank || parseFields(from, stop);
    }

    int neuron() {
        return neuron;
    }

    long timeMicros() {
        return timeMicros;
    }

    boolean isBlank() {
        return blank;
    }

    /** Why the last line was no spike. */
    String problem() {
        return problem;
    }

    private boolean parseFields(int from, int stop) {
        boolean hasNeuron = false;
        boolean hasTime = false;
        int start = from;
        for (int column = 0; start <= stop; column++) {
            int end = endOfField(start, stop);
            if (column == header.neuronColumn()) {
                hasNeuron = true;
                if (!parseWhole(start, end) || parsed < 0 || parsed > Integer.MAX_VALUE) {
                    return fail("neuron", start, end, "a whole number from 0 to 2147483647");
                }
                neuron = (int) parsed;
            } else if (column == header.timeColumn()) {
                hasTime = true;
                if (!parseWhole(start, end) || Math.abs(parsed) > LARGEST_MICROS) {
                    return fail("time", start, end, "a whole number of microseconds within 2^53");
                }
                timeMicros = parsed;
            }
            start = end + 1;
        }
        if (!hasNeuron || !hasTime) {
            problem = "it has too few columns: '" + text(from, stop) + "'";
        }
        return hasNeuron && hasTime;
    }

    private int endOfField(int start, int stop) {
        int end = start;
        while (end < stop && bytes[end] != header.delimiter()) {
            end++;
        }
        return end;
    }

    /** Parses an optionally signed, optionally quoted whole number into {@link #parsed}; false if it is none. */
    private boolean parseWhole(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isPadding(bytes[start])) {
            start++;
        }
        while (end > start && isPadding(bytes[end - 1])) {
            end--;
        }
        boolean negative = start < end && bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        if (digits >= end || end - digits > 18) {
            return false;
        }
        long value = 0;
        for (int k = digits; k < end; k++) {
            int digit = bytes[k] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = 10 * value + digit;
        }
        parsed = negative ? -value : value;
        return true;
    }

    private static boolean isPadding(byte character) {
        return character == ' ' || character == '\t' || character == '"';
    }

    private boolean isSpace(int from, int stop) {
        for (int k = from; k < stop; k++) {
            if (bytes[k] != ' ' && bytes[k] != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean fail(String what, int start, int end, String expected) {
        problem = what + " '" + text(start, end) + "' is not " + expected;
        return false;
    }

    private String text(int start, int end) {
        String text = new String(bytes, start, Math.min(SHOWN, end - start), StandardCharsets.UTF_8);
        return end - start > SHOWN ? text + "..." : text;
    }
}
