package dev.hebb.stack;

/** What a local stack consists of, in the order of starting; stopping goes the other way. */
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

    /** How messages call it. */
    public String title() {
        return title;
    }

    /** How its files are called, without their endings. */
    String fileName() {
        return fileName;
    }

    /** The directory of its data, inside the data directory. */
    String directory() {
        return directory;
    }
}
