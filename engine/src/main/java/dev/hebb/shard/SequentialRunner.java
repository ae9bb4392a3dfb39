package dev.hebb.shard;

/** Runs a step for one dendrite after another, on the calling thread. */
final class SequentialRunner implements StepRunner {
    private final DendriteScratch scratch;

    SequentialRunner(DendriteScratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public <R> void run(int[] slots, Neurons neurons, DendriteStep<R> step) {
        for (int slot : slots) {
            try (DendriteScratch.Loan loan = scratch.lend(neurons.idOf(slot))) {
                step.read(slot, loan.memory());
                R result = step.compute(slot, loan.memory());
                step.write(slot, result, loan.memory());
            }
        }
    }
}
