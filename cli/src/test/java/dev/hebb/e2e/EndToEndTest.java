package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.schema.CoFiring;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.stack.TemporaryStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recordings through a real broker and a real registry. */
class EndToEndTest {
    private static TemporaryStack stack;

    @BeforeAll
    static void startStack() throws Exception {
        stack = TemporaryStack.start();
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    void spycon() throws Exception {
        Path file = Path.of(
                System.getProperty("hebb.data"),
                "groundtruth-spycon/ren_simulation_1917_Cell1Block1_long_340_20_ei5_example.npz");
        try (Scene scene = new Scene(stack.stack(), "spycon", Map.of()).start()) {
            long t0 = System.nanoTime();
            scene.replay("spycon", file);
            System.out.println("took " + (System.nanoTime() - t0) / 1e9);
            List<CoFiring> counts =
                    scene.topics().read(scene.connection().topics().coFiring(), CoFiring.getClassSchema());
            long pairs = counts.stream()
                    .flatMap(c -> c.getCounts().stream())
                    .mapToLong(Integer::longValue)
                    .sum();
            System.out.println(counts.size() + " records, pairs " + pairs);
            List<SynapseEvent> synapses =
                    scene.topics().read(scene.connection().topics().synapseEvents(), SynapseEvent.getClassSchema());
            List<PruningEvent> prunings =
                    scene.topics().read(scene.connection().topics().pruningEvents(), PruningEvent.getClassSchema());
            synapses.forEach(System.out::println);
            prunings.forEach(System.out::println);
            assertThat(pairs).isPositive();
        }
    }
}
