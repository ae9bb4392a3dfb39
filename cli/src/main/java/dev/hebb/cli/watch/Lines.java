package dev.hebb.cli.watch;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns records into lines.
 *
 * @param <T> the record
 */
interface Lines<T extends SpecificRecord> {
    /** The line of titles. */
    String header();

    /** The network that a record belongs to. */
    String network(T record);

    /** What a record adds: often one line, sometimes none until others have come. */
    List<String> of(T record);

    /** What was kept back, at the end. */
    default List<String> rest() {
        return List.of();
    }
}
