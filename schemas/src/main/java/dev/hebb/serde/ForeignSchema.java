package dev.hebb.serde;

import java.io.IOException;

/**
 * A schema that the registry has, and that is no Avro schema for the client: of JSON or Protobuf, or of an Avro that
 * the client cannot parse. The client reports it by the same kind of exception as a registry that is away, and only by
 * its text. The difference matters: what the registry has answered will not change by waiting.
 */
final class ForeignSchema {
    private static final String BEGINNING = "Invalid schema ";

    private ForeignSchema() {}

    /** Returns whether the client's exception says that the registry has answered with such a schema. */
    static boolean isSaidBy(IOException e) {
        // Exceptions of the network are of subclasses.
        return e.getClass() == IOException.class
                && e.getMessage() != null
                && e.getMessage().startsWith(BEGINNING);
    }
}
