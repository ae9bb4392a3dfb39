package dev.hebb.shard;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Runs a step for several dendrites at once. The calling thread alone reads and writes, in the order of slots: it reads
 * some dendrites ahead, computes those that no worker has begun, and writes a result when all before it are written.
 * Not thread-safe.
 */
final class ParallelRunner implements StepRunner {
    /** Dendrites that are read ahead, for each worker: while the results of some are written, the next are computed. */
    private static final int AHEAD = 2;

    /**
     * Most dendrites of a computation, where one memory can serve several: those of a small network take a few
     * microseconds each, and waking a worker takes as long.
     */
    private static final int MOST_TOGETHER = 16;

    /** Computations of a window for each worker, at least, or the last one would be waited for. */
    private static final int SHARES = 4;

    private final Workers workers;
    private final Supplier<DendriteScratch> newScratch;
    private final Deque<DendriteScratch> free = new ArrayDeque<>();
    private final int most;

    /** @param newScratch called for as many dendrites as are computed or read ahead at once */
    ParallelRunner(Workers workers, Supplier<DendriteScratch> newScratch) {
        this.workers = workers;
        this.newScratch = newScratch;
        this.most = AHEAD * workers.size();
    }

    @Override
    public <R> void run(int[] slots, Neurons neurons, DendriteStep<R> step) {
        Deque<Computation<R>> open = new ArrayDeque<>(most);
        int together = step.leavesScratch() ? together(slots.length) : 1;
        try {
            for (int from = 0; from < slots.length; from += together) {
                if (open.size() == most) {
                    writeOldest(open);
                }
                int[] next = Arrays.copyOfRange(slots, from, Math.min(slots.length, from + together));
                open.addLast(new Computation<>(step, next, neurons.idOf(next[0]), scratch()));
                open.getLast().read();
                workers.submit(open.getLast());
            }
            while (!open.isEmpty()) {
                writeOldest(open);
            }
        } finally {
            // Where a dendrite has failed, none of the others continues with memory that is given back.
            open.forEach(Computation::abandon);
            open.forEach(computation -> free.addFirst(computation.giveBack()));
        }
    }

    private int together(int dendrites) {
        return Math.max(1, Math.min(MOST_TOGETHER, dendrites / (SHARES * workers.size())));
    }

    private <R> void writeOldest(Deque<Computation<R>> open) {
        Computation<R> oldest = open.getFirst();
        for (Computation<R> computation : open) {
            if (oldest.isDone()) {
                break;
            }
            computation.run();
        }
        oldest.write();
        free.addFirst(open.removeFirst().giveBack());
    }

    private DendriteScratch scratch() {
        return free.isEmpty() ? newScratch.get() : free.removeFirst();
    }
}
