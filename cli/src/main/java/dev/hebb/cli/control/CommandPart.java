package dev.hebb.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A part of a command to a network, for instance its target or its period, that several commands have. */
@FunctionalInterface
interface CommandPart {
    /** Adds the part's fields to a command in JSON, under the names that they have over HTTP. */
    void putInto(ObjectNode fields);
}
