package dev.hebb.cli.watch;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Formats the records of a topic as lines.
 *
 * @param <T> the record
 */
interface Lines<T extends SpecificRecord> {
    /** The line of titles. */
    String header();

    /** The network that a record belongs to. */
    String network(T record);

    /** The lines of a record: usually one, none while others are missing. */
    List<String> of(T record);

    /** The lines that are still missing records, at the end. */
    default List<String> rest() {
        return List.of();
    }
}
