package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelRunnerTest {
    private final Neurons neurons = new Neurons();
    private final Set<ScratchMemory> memories = ConcurrentHashMap.newKeySet();
    private final List<Integer> read = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    /** The result for a slot is its text, from the memory that it was read into if that is its own. */
    private final class Texts implements DendriteStep<String> {
        private final boolean leavesScratch;
        private final int failing;

        private Texts(boolean leavesScratch, int failing) {
            this.leavesScratch = leavesScratch;
            this.failing = failing;
        }

        @Override
        public boolean leavesScratch() {
            return leavesScratch;
        }

        @Override
        public void read(int slot, ScratchMemory scratch) {
            read.add(slot);
            memories.add(scratch);
            scratch.row.reset(slot);
        }

        @Override
        public String compute(int slot, ScratchMemory scratch) {
            if (slot == failing) {
                throw new IllegalStateException("dendrite " + slot);
            }
            return leavesScratch ? "of " + slot : "of " + scratch.row.slots();
        }

        @Override
        public void write(int slot, String result, ScratchMemory scratch) {
            written.add(slot + " " + result);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1, 1", "true, 2, 7", "true, 2, 100", "true, 4, 1000", "false, 1, 7", "false, 2, 100"})
    void writesEachDendriteOnceInTheOrderOfSlots(boolean leavesScratch, int workers, int dendrites) {
        run(new Texts(leavesScratch, -1), workers, dendrites);

        assertThat(read).isEqualTo(IntStream.range(0, dendrites).boxed().toList());
        assertThat(written)
                .isEqualTo(IntStream.range(0, dendrites)
                        .mapToObj(slot -> slot + " of " + slot)
                        .toList());
        assertThat(memories).hasSizeLessThanOrEqualTo(2 * workers);
    }

    @Test
    void aDendriteThatFailsEndsTheWindow() {
        assertThatThrownBy(() -> run(new Texts(true, 57), 2, 100)).hasMessage("dendrite 57");

        assertThat(written).isEqualTo(written.stream().distinct().toList()).hasSizeLessThanOrEqualTo(57);
    }

    private void run(DendriteStep<String> step, int workers, int dendrites) {
        int[] slots = IntStream.range(0, dendrites).toArray();
        for (int slot : slots) {
            neurons.spike(slot, slot);
        }
        ShardConfig config = ShardFixture.config(1, 1_000);
        try (Workers threads = new Workers(workers)) {
            new ParallelRunner(threads, () -> new DendriteScratch(config, Learning.standard()))
                    .run(slots, neurons, step);
        }
    }
}
