package dev.hebb.shard;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The computation of one dendrite, by the thread that begins it first; any later {@link #run} does nothing.
 *
 * @param <R> its result
 */
final class Computation<R> implements Runnable {
    private final DendriteStep<R> step;
    private final int slot;
    private final DendriteScratch scratch;
    private final DendriteScratch.Loan loan;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable R result;
    private @Nullable RuntimeException exception;
    private @Nullable Error error;

    /** @param scratch memory that the dendrite borrows until {@link #giveBack} */
    Computation(DendriteStep<R> step, int slot, int neuron, DendriteScratch scratch) {
        this.step = step;
        this.slot = slot;
        this.scratch = scratch;
        this.loan = scratch.lend(neuron);
    }

    int slot() {
        return slot;
    }

    ScratchMemory memory() {
        return loan.memory();
    }

    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            try {
                result = step.compute(slot, loan.memory());
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

    /** Waits for the result; what the computation threw is thrown here. */
    R result() {
        await();
        if (error != null) {
            throw error;
        }
        if (exception != null) {
            throw exception;
        }
        return Objects.requireNonNull(result, "a step computes a result for every dendrite");
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
