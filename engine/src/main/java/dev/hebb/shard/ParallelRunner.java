package dev.hebb.shard;

import java.util.ArrayDeque;
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
        try {
            for (int slot : slots) {
                if (open.size() == most) {
                    writeOldest(open, step);
                }
                open.addLast(new Computation<>(step, slot, neurons.idOf(slot), scratch()));
                step.read(slot, open.getLast().memory());
                workers.submit(open.getLast());
            }
            while (!open.isEmpty()) {
                writeOldest(open, step);
            }
        } finally {
            // Where a dendrite has failed, none of the others continues with memory that is given back.
            open.forEach(Computation::abandon);
            open.forEach(computation -> free.addFirst(computation.giveBack()));
        }
    }

    private <R> void writeOldest(Deque<Computation<R>> open, DendriteStep<R> step) {
        Computation<R> oldest = open.getFirst();
        for (Computation<R> computation : open) {
            if (oldest.isDone()) {
                break;
            }
            computation.run();
        }
        step.write(oldest.slot(), oldest.result(), oldest.memory());
        free.addFirst(open.removeFirst().giveBack());
    }

    private DendriteScratch scratch() {
        return free.isEmpty() ? newScratch.get() : free.removeFirst();
    }
}
