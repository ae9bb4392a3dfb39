package dev.hebb.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The computation of one dendrite, or of a few with one memory, by the thread that begins it first; any later
 * {@link #run} does nothing.
 *
 * @param <R> the result for a dendrite
 */
final class Computation<R> implements Runnable {
    private final DendriteStep<R> step;
    private final int[] slots;
    private final DendriteScratch scratch;
    private final DendriteScratch.Loan loan;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<R> results;
    private @Nullable RuntimeException exception;
    private @Nullable Error error;

    /**
     * @param slots of the dendrites, one after the other
     * @param neuron of the first
     * @param scratch memory that the dendrites borrow until {@link #giveBack}
     */
    Computation(DendriteStep<R> step, int[] slots, int neuron, DendriteScratch scratch) {
        this.step = step;
        this.slots = slots;
        this.results = new ArrayList<>(slots.length);
        this.scratch = scratch;
        this.loan = scratch.lend(neuron);
    }

    /** Reads what is kept of the dendrites; to be called before anything is run. */
    void read() {
        for (int slot : slots) {
            step.read(slot, loan.memory());
        }
    }

    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            try {
                for (int slot : slots) {
                    results.add(step.compute(slot, loan.memory()));
                }
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            } finally {
                ended.countDown();
            }
        }
    }

    boolean isDone() {
        return ended.getCount() == 0;
    }

    /** Waits for the results and writes them; what the computation threw is thrown here. */
    void write() {
        await();
        if (error != null) {
            throw error;
        }
        if (exception != null) {
            throw exception;
        }
        for (int i = 0; i < slots.length; i++) {
            step.write(slots[i], results.get(i), loan.memory());
        }
    }

    /** Ends the computation: no thread begins it from now on, and one that has begun is waited for. */
    void abandon() {
        if (!begun.compareAndSet(false, true)) {
            await();
        }
    }

    /** Gives the scratch memory back. */
    DendriteScratch giveBack() {
        loan.close();
        return scratch;
    }

    /** An interrupt is for the task's thread, not for the computation: it is kept until this is over. */
    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
