package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lines of spikes that arrive bit by bit, CSV or JSON, plain or gzipped: a thread reads, and {@link #read} waits for it
 * a few milliseconds only, so that what has arrived is sent although nothing follows. Spikes pass in the order of their
 * lines. A full queue makes the pipe's writer wait.
 */
public final class LivePipe implements SpikeSource {
    private static final int QUEUED_BLOCKS = 64;
    private static final long TIMEOUT_MILLIS = 10;

    private final BadLines badLines = new BadLines();
    private final String name;
    private final Naming naming;
    private final TextSpikes text;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(QUEUED_BLOCKS);
    private final Thread reader = new Thread(this::readAll, "read-pipe");
    private boolean ended;

    /** Message of the reading thread: spikes, or the end, or why it failed. */
    private record Arrival(
            @Nullable SpikeBlock spikes, @Nullable IOException failure) {}

    /**
     * Starts reading.
     *
     * @param name what to call the pipe in messages
     */
    public LivePipe(InputStream in, String name) {
        this(in, name, ReadOptions.NONE, new UnitNames());
    }

    /** A pipe about whose lines the user says something. */
    public LivePipe(InputStream in, String name, ReadOptions options, UnitNames names) {
        this.name = name;
        naming = Naming.of(names, options);
        text = new TextSpikes(new PipeInput(in, name), name, options, naming, badLines);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean read(SpikeBlock block) throws IOException {
        block.clear();
        Arrival arrival = ended ? null : next();
        if (arrival == null) {
            return !ended;
        }
        if (arrival.failure() != null) {
            ended = true;
            throw arrival.failure();
        }
        SpikeBlock spikes = arrival.spikes();
        ended = spikes == null;
        if (spikes != null) {
            block.addAll(spikes.copyTimesMicros(), spikes.copyNeurons(), 0, spikes.length());
        }
        return !ended;
    }

    /** Returns a note on what was decided about the lines; empty if the user need not know. */
    public Optional<String> note() {
        return text.note();
    }

    /**
     * Returns a message with the number of lines that were no spikes, and the first of them; empty if there were none.
     */
    public Optional<String> badLines() {
        return badLines.note();
    }

    /** Stops reading as soon as the pipe's next bytes arrive; never waits for them. */
    @Override
    public void close() {
        reader.interrupt();
    }

    private @Nullable Arrival next() throws IOException {
        try {
            return arrivals.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it waited for spikes", e);
        }
    }

    private void readAll() {
        try {
            arrivals.put(readToTheEnd());
        } catch (InterruptedException e) {
            // Closed: the reader is gone.
            Thread.currentThread().interrupt();
        }
    }

    private Arrival readToTheEnd() throws InterruptedException {
        try {
            for (SpikeBlock block = new SpikeBlock(); text.read(block); block = new SpikeBlock()) {
                requireIds();
                arrivals.put(new Arrival(block, null));
            }
            requireIds();
            return new Arrival(null, null);
        } catch (IOException e) {
            return new Arrival(null, e);
        }
    }

    /** A large id would have to be numbered with all the others, from the first line on, and these have been sent. */
    private void requireIds() throws UnreadableRecordingException {
        if (naming.beyond().isPresent()) {
            throw new UnreadableRecordingException(
                    name + ": neuron " + naming.beyond().get()
                            + " is above 2147483647; write the lines to a file and replay it, which numbers the neurons");
        }
    }
}
