package dev.hebb.shard;

import org.jspecify.annotations.Nullable;

/**
 * The scratch memory of one worker, which one dendrite at a time borrows. All networks of a worker that learn alike may
 * share it. Not thread-safe: every worker has its own.
 */
public final class DendriteScratch {
    private final ShardConfig config;
    private final Learning learning;
    private final ScratchMemory memory;
    private @Nullable Loan current;

    public DendriteScratch(ShardConfig config, Learning learning) {
        this.config = config;
        this.learning = learning;
        this.memory = new ScratchMemory(config, learning);
    }

    ShardConfig config() {
        return config;
    }

    Learning learning() {
        return learning;
    }

    /**
     * Lends the memory to a dendrite, until it closes the loan.
     *
     * @throws IllegalStateException if another dendrite has it
     */
    Loan lend(int post) {
        if (current != null) {
            throw new IllegalStateException("scratch memory is lent to dendrite " + current.post
                    + ", which must give it back before dendrite " + post + " borrows it");
        }
        current = new Loan(post);
        return current;
    }

    /** The scratch memory while one dendrite has it. */
    final class Loan implements AutoCloseable {
        private final int post;

        private Loan(int post) {
            this.post = post;
        }

        /**
         * The memory itself.
         *
         * @throws IllegalStateException if it was given back
         */
        ScratchMemory memory() {
            if (current != this) {
                throw new IllegalStateException("dendrite " + post + " has given its scratch memory back");
            }
            return memory;
        }

        @Override
        public void close() {
            if (current == this) {
                current = null;
            }
        }
    }
}
