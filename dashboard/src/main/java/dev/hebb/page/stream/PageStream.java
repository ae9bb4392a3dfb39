package dev.hebb.page.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hebb.page.log.LifePoint;
import dev.hebb.page.log.PageCursor;
import dev.hebb.page.log.PageEvent;
import dev.hebb.page.log.PageFrame;
import dev.hebb.page.log.Spikes;
import io.javalin.http.sse.SseClient;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends frames to one page until it goes away. A frame is made when the one before is written: a slow page gets fewer
 * frames with more in each, up to a limit, and delays only itself.
 */
final class PageStream implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PageStream.class);
    private static final long FRAME_MILLIS = 200;
    private static final int FRAMES_A_HEALTH = 10;
    private static final int FRAMES_A_BEAT = 25;

    private final SseClient client;
    private final String network;
    private final Supplier<NetworkLogs> logs;
    private final ObjectWriter json;
    private final Supplier<?> health;
    private String session = "";
    private ReadingState told = ReadingState.FAILED;
    private PageCursor cursor = PageCursor.START;

    /** @param logs what was read so far, asked once for each frame */
    PageStream(SseClient client, String network, Supplier<NetworkLogs> logs, ObjectWriter json, Supplier<?> health) {
        this.client = client;
        this.network = network;
        this.logs = logs;
        this.json = json;
        this.health = health;
    }

    /**
     * A frame as it is sent.
     *
     * @param first whether the page forgets what it knew
     * @param message why reading failed; empty otherwise
     */
    private record Message(
            String session,
            boolean first,
            ReadingState state,
            String message,
            long recordsRead,
            Spikes spikes,
            List<PageEvent> events,
            long eventsLeftOut,
            List<LifePoint> life,
            long stride) {}

    /** A page that is closed here, for whatever reason, opens its stream again. */
    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.warn("the stream of a page of network {} ends", network, e);
        } finally {
            client.close();
        }
    }

    private void follow() throws InterruptedException {
        for (long frame = 0; !client.terminated(); frame++) {
            send(frame % FRAMES_A_BEAT == 0);
            if (frame % FRAMES_A_HEALTH == 0) {
                client.sendEvent("health", text(health.get()));
            }
            Thread.sleep(FRAME_MILLIS);
        }
    }

    private void send(boolean evenIfEmpty) {
        NetworkLogs now = logs.get();
        boolean first = !now.id().equals(session);
        if (first) {
            cursor = PageCursor.START;
            session = now.id();
        }
        // The past is sent at once, when it is known, not as it is read.
        boolean reading = now.state() == ReadingState.READING;
        PageFrame frame = now.of(network).after(cursor);
        if (reading) {
            frame = new PageFrame(cursor, Spikes.NONE, List.of(), 0, List.of(), 1);
        }
        cursor = frame.next();
        if (first || evenIfEmpty || reading || now.state() != told || !frame.isEmpty()) {
            told = now.state();
            client.sendEvent("frame", text(message(now, first, frame)));
        }
    }

    private static Message message(NetworkLogs now, boolean first, PageFrame frame) {
        return new Message(
                now.id(),
                first,
                now.state(),
                now.message(),
                now.recordsRead(),
                frame.spikes(),
                frame.events(),
                frame.eventsLeftOut(),
                frame.life(),
                frame.stride());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
