package dev.hebb.replay.format;

import java.util.List;
import java.util.Optional;

/** A parser of lines that hold one spike each; reused from line to line. */
interface SpikeLine {
    /** Parses a line without its line feed; false if it is no spike and {@link #problem} says why. */
    boolean parse(byte[] buffer, int from, int end);

    /** Returns how the quotes of a line end: a field within quotes may go on in the next line. */
    default Fields.Quotes quotes(byte[] buffer, int from, int end) {
        return Fields.Quotes.CLOSED;
    }

    /** Returns whether the last line is blank or a comment. */
    boolean isBlank();

    int neuron();

    long timeMicros();

    /** Returns the decimal point or comma of the last line's time; 0 if it has none, or if only a point is one. */
    default char decimalMark() {
        return 0;
    }

    /** Returns whether the last line's time has a decimal mark that separates thousands. */
    default boolean isThousands() {
        return false;
    }

    /** Names of columns that may change what neuron and time mean; see {@link Companions}. */
    default List<String> companions() {
        return List.of();
    }

    /** Returns the last spike's value in one of {@link #companions()}. */
    default String companion(int index) {
        return "";
    }

    /** Returns a note about the lines so far, if the user should know something. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** Returns the unit of the times. */
    UnitOfTime unit();

    /** Returns the reason why the last line was no spike. */
    String problem();
}
