package dev.hebb.api;

import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.api.answer.NeuronNames;
import dev.hebb.api.answer.PruningHistory;
import dev.hebb.api.view.ShardDirectory;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The parts from which the server answers.
 *
 * @param answers about networks
 * @param shards where the shards are
 * @param prunings what was pruned
 * @param neurons names and positions of neurons
 * @param control how commands are taken
 * @param configuration the effective configuration
 * @param metrics the health of this instance, for Prometheus
 */
public record ApiParts(
        Answers answers,
        ShardDirectory shards,
        PruningHistory prunings,
        NeuronNames neurons,
        ControlParts control,
        ConfigAnswer configuration,
        Scrape metrics) {
    /** Writes all metrics in Prometheus' text format. */
    @FunctionalInterface
    public interface Scrape {
        /** Content type of what is written. */
        String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

        void writeTo(OutputStream out) throws IOException;
    }
}
