package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is learned in one process is what the app learns, and other settings show. */
class WhatIfIT {
    @Test
    void learnsWhatTheAppLearns() throws Exception {
        try (Scene scene = scene().start()) {
            // Given: a network whose life was changed by commands
            String simulate = "simulate --network dish --neurons 12 --rate 5 --synapses 15 --strength 0.5 --wait";
            assertThat(scene.run(simulate + " --duration 10m --seed 7").err()).isEmpty();
            assertThat(scene.run("control lesion --network dish --neurons 3 --no-wait")
                            .err())
                    .isEmpty();
            assertThat(scene.run(simulate + " --duration 5m --seed 8 --start 600000000")
                            .err())
                    .isEmpty();

            // When
            CommandRun same = scene.run("what-if --network dish --set judge-every-windows=30");
            CommandRun none = scene.run("what-if --network dish --set axis.bins=10 --csv");
            CommandRun wrong = scene.run("what-if --network dish --set evidence.alfa=1");

            // Then: nothing differs from the app, and an axis that is too short finds less
            List<String> published =
                    scene.run("synapses --network dish --from-topic --csv").out();
            int synapses = published.size() - 1;
            assertThat(synapses).isGreaterThan(5);
            assertThat(same.err()).isEmpty();
            assertThat(same.out())
                    .containsExactly("synapses: " + synapses + " before, " + synapses
                            + " after; 0 added, 0 lost, 0 changed, " + synapses + " equal");
            assertThat(none.err()).isEmpty();
            assertThat(none.out().get(0)).startsWith("pre,post,difference,");
            assertThat(none.out()).hasSizeGreaterThan(1);
            assertThat(none.out().stream().filter(line -> line.contains(",LOST,") || line.contains(",CHANGED,")))
                    .allMatch(line -> published.stream().anyMatch(known -> isSynapse(known, line)));
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.err()).contains("hebb.evidence.alfa");
            assertThat(scene.run("what-if --network dsh --set rule=stdp").err()).contains("no spikes of network 'dsh'");
        }
    }

    /** The weights before, without other settings, are those that the app published. */
    private static boolean isSynapse(String published, String difference) {
        String[] known = published.split(",", -1);
        String[] differs = difference.split(",", -1);
        return known[0].equals(differs[0]) && known[1].equals(differs[1]) && published.contains("," + differs[5] + ",");
    }

    private static Scene scene() throws IOException {
        return new Scene(SharedStack.get(), "whatif", Map.of("shards", "2"));
    }
}
