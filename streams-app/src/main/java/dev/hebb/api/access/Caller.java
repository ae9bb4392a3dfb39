package dev.hebb.api.access;

/**
 * Sender of a request, by the token or the certificate that it showed.
 *
 * @param name as in the file of tokens, or the common name of the certificate; the audit has it
 */
public record Caller(String name, Role role) {
    /** Rights of a caller. */
    public enum Role {
        /** The right to ask questions. */
        READER,
        /** The right to ask questions and to command networks. */
        COMMANDER
    }

    public boolean mayCommand() {
        return role == Role.COMMANDER;
    }
}
