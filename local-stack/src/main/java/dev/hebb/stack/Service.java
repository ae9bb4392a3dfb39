package dev.hebb.stack;

/** A service of a local stack. Services start in this order and stop in the reverse one. */
public enum Service {
    BROKER("Kafka broker", "broker", "kafka"),
    REGISTRY("schema registry", "registry", "registry"),
    APP("Hebb app", "app", "state");

    private final String title;
    private final String fileName;
    private final String directory;

    Service(String title, String fileName, String directory) {
        this.title = title;
        this.fileName = fileName;
        this.directory = directory;
    }

    /** Its name in messages. */
    public String title() {
        return title;
    }

    /** The name of its files, without their endings. */
    String fileName() {
        return fileName;
    }

    /** The name of its directory inside the data directory. */
    String directory() {
        return directory;
    }
}
