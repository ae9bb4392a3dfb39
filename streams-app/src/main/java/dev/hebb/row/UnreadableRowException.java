package dev.hebb.row;

/** A row has a version that this build does not know: it was written by a newer one, or it is damaged. */
public final class UnreadableRowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnreadableRowException(String row, int version, int newest) {
        super(row + " has version " + version + "; this build reads versions 1 to " + newest
                + ". Run the build that wrote it, or a newer one");
    }

    static void check(String row, int version, int newest) {
        if (version < 1 || version > newest) {
            throw new UnreadableRowException(row, version, newest);
        }
    }
}
