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

            %1$d simulated neurons live %2$s, in %3$d seconds of yours. %4$d pairs of them are wired: when one
            fires, the other often fires a few milliseconds later. Hebb receives only who fired when, and has
            to find out. After %5$s half of the wires are cut, and what was learned of them wastes away:
            dormant first, then pruned, the sooner after %8$s, when the network enters the stage of refinement.

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
