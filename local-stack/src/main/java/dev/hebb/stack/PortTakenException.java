package dev.hebb.stack;

/** Another process listens on the port of a service. */
public final class PortTakenException extends StackException {
    private final Service service;

    PortTakenException(Service service, int port, String owner) {
        super("port " + port + ", which the " + service.title() + " wants, is taken by " + owner);
        this.service = service;
    }

    /** The service that needs the port. */
    public Service service() {
        return service;
    }
}
