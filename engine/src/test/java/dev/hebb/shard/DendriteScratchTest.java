package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.engine.MemoryStorage;
import dev.hebb.synapse.DendriteSynapses;
import org.junit.jupiter.api.Test;

/** Borrowed memory has one owner at a time. */
class DendriteScratchTest {
    private final ShardConfig config = ShardFixture.config(1, 2_000);
    private final DendriteScratch scratch = new DendriteScratch(config, Learning.standard());

    @Test
    void isNotLentToASecondDendriteWhileTheFirstHasIt() {
        try (DendriteScratch.Loan first = scratch.lend(7)) {
            assertThat(first.memory().row).isNotNull();
            assertThatThrownBy(() -> scratch.lend(9))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("scratch memory is lent to dendrite 7, which must give it back before dendrite 9"
                            + " borrows it");
        }
    }

    @Test
    void isLentAgainWhenItWasGivenBack() {
        // Given
        DendriteScratch.Loan first = scratch.lend(7);
        first.close();
        // When
        try (DendriteScratch.Loan second = scratch.lend(9)) {
            // Then
            assertThat(second.memory()).isNotNull();
            assertThatThrownBy(first::memory)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("dendrite 7 has given its scratch memory back");
            // When: it is given back again, by a borrower that no longer has it
            first.close();
            // Then
            assertThat(second.memory()).isNotNull();
        }
    }

    @Test
    void isGivenBackWhenADendriteFails() {
        // Given
        DendriteStep<Integer> failing = new DendriteStep<>() {
            @Override
            public Integer compute(int slot, ScratchMemory memory) {
                throw new ArithmeticException("too many pairs");
            }

            @Override
            public void write(int slot, Integer result, ScratchMemory memory) {}
        };
        Neurons neurons = new Neurons();
        neurons.spike(7, 0);
        // When
        assertThatThrownBy(() -> new SequentialRunner(scratch).run(new int[] {0}, neurons, failing))
                .isInstanceOf(ArithmeticException.class);
        // Then
        try (DendriteScratch.Loan next = scratch.lend(9)) {
            assertThat(next.memory()).isNotNull();
        }
    }

    /** Checks a mistake that once went unnoticed: a callback used the memory that its caller was using. */
    @Test
    void anOutputThatClosesTheWindowOfAnotherNetworkIsRefused() {
        // Given: two networks that share the memory
        NetworkShard one = NetworkShard.open(scratch, 0, new MemoryStorage(ShardFixture.AXIS));
        NetworkShard other = NetworkShard.open(scratch, 0, new MemoryStorage(ShardFixture.AXIS));
        PublishedLines careless = new PublishedLines() {
            @Override
            public void dendrite(long window, long atMicros, int post, DendriteSynapses synapses) {
                ShardFixture.frames(ShardFixture.spikes(2)).forEach(frame -> other.accept(frame, new PublishedLines()));
            }
        };
        // When, Then
        assertThatThrownBy(
                        () -> ShardFixture.frames(ShardFixture.spikes(1)).forEach(frame -> one.accept(frame, careless)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "scratch memory is lent to dendrite \\d+, which must .* before dendrite \\d+ borrows it");
    }
}
