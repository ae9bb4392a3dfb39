package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.util.Set;

/**
 * A form that recordings come in. {@link RecordingFiles} asks each in turn whether a content is of its form, and the
 * first one opens it.
 */
interface RecordingFormat {
    /** Returns the name of the format in messages. */
    String name();

    /** The options that say something about a file of this form; others are refused. */
    Set<ReadOptions.Name> options();

    /** Returns whether a file or folder is of this form, by its content; its name decides nothing. */
    boolean isFormOf(Content content) throws IOException;

    /**
     * Reads enough of it to know what it covers. It need not have any spike.
     *
     * @param options only those that {@link #options} lists are given
     * @param names numbers the units that the file names by words
     * @throws UnreadableRecordingException if it cannot be read; the message names the file and the place, and says
     *     what to do
     */
    RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException;
}
