package dev.hebb.cli.demo;

import dev.hebb.cli.support.LivePage;
import dev.hebb.client.Durations;
import dev.hebb.simulate.SimulationSettings;
import dev.hebb.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * The text that introduces a demonstration.
 *
 * @param settings the network
 * @param watched how long it is watched
 * @param stack the stack that it runs on
 */
record DemoIntroduction(SimulationSettings settings, Duration watched, LocalStack stack) {
    private static final String TEXT = """

            %1$d simulated neurons fire for %2$s, which takes %3$d seconds here. %4$d pairs of them have a synapse:
            when the first neuron fires, the second often fires a few milliseconds later. Hebb receives only
            which neuron fired when, and infers the synapses. After %5$s half of them stop conducting. Their
            weights decay, they become dormant, and then Hebb prunes them. It does so sooner after %8$s, when
            the network enters the stage REFINEMENT.

            Watch it in the browser: %7$s

            From another terminal, while it runs:
              ./hebb watch pruning --data-dir %6$s
              ./hebb synapses --network demo --data-dir %6$s

            """;

    void print(PrintWriter out) {
        out.printf(
                TEXT,
                settings.neurons(),
                Durations.compact(settings.durationMicros()),
                watched.toSeconds(),
                settings.synapses().count(),
                Durations.compact(settings.practice().forMicros()),
                stack.directory().root(),
                new LivePage(stack.app()).url(),
                Durations.compact(DemoNetwork.REFINEMENT_MICROS));
        out.flush();
    }
}
