package dev.hebb.stack;

/** Somebody else listens on a port that a service wants. */
public final class PortTakenException extends StackException {
    private final Service service;

    PortTakenException(Service service, int port, String owner) {
        super("port " + port + ", which the " + service.title() + " wants, is taken by " + owner);
        this.service = service;
    }

    /** Who wants the port. */
    public Service service() {
        return service;
    }
}
