package dev.hebb.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Computes several dendrites of a window at once, each on the scratch memory of a worker of its own. */
final class ThreadedRunner implements StepRunner, AutoCloseable {
    private final List<DendriteScratch> workers;
    private final ExecutorService threads;

    ThreadedRunner(int workers, ShardConfig config, Learning learning) {
        this.workers = IntStream.range(0, workers)
                .mapToObj(worker -> new DendriteScratch(config, learning))
                .toList();
        this.threads = Executors.newFixedThreadPool(workers);
    }

    @Override
    public <R> void run(int[] slots, Neurons neurons, DendriteStep<R> step) {
        for (int from = 0; from < slots.length; from += workers.size()) {
            int to = Math.min(slots.length, from + workers.size());
            runTogether(IntStream.range(from, to).map(i -> slots[i]).toArray(), neurons, step);
        }
    }

    private <R> void runTogether(int[] slots, Neurons neurons, DendriteStep<R> step) {
        List<DendriteScratch.Loan> loans = new ArrayList<>();
        List<Future<R>> results = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            loans.add(workers.get(i).lend(neurons.idOf(slots[i])));
            step.read(slots[i], loans.get(i).memory());
        }
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            ScratchMemory memory = loans.get(i).memory();
            results.add(threads.submit(() -> step.compute(slot, memory)));
        }
        for (int i = 0; i < slots.length; i++) {
            step.write(slots[i], resultOf(results.get(i)), loans.get(i).memory());
            loans.get(i).close();
        }
    }

    private static <R> R resultOf(Future<R> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
