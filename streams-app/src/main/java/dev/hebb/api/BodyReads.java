package dev.hebb.api;

import dev.hebb.client.Durations;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies of requests: few at once, small ones, and none for long. A thread waits for a body that comes slowly,
 * and questions and probes need threads too. Safe to use from any thread.
 */
final class BodyReads {
    /** Bodies that are read at once; fewer than the server has threads. */
    static final int MOST = 6;

    private static final int MOST_BYTES = 1_000_000;
    private static final int BUFFER_BYTES = 8_192;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int CUT = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;

    private final Semaphore free = new Semaphore(MOST);

    /**
     * The body of a request.
     *
     * @throws Problem if as many bodies are being read already, or this one is too large, takes too long or is cut
     */
    byte[] read(Context context) throws IOException {
        if (!free.tryAcquire()) {
            throw Problem.busy("the bodies of " + MOST + " other commands have not arrived yet");
        }
        try {
            return readAll(context.bodyInputStream());
        } catch (EOFException e) {
            throw Problem.refused(CUT, "the body ends before its Content-Length; nothing was sent");
        } finally {
            free.release();
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > MOST_BYTES) {
                throw Problem.refused(TOO_LARGE, "the body has more than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw Problem.refused(
                        TIMEOUT,
                        "the body has not arrived within " + Durations.seconds(LONGEST) + "; nothing was sent");
            }
        }
        return body.toByteArray();
    }
}
