package dev.hebb.api;

import dev.hebb.api.access.Access;
import dev.hebb.api.answer.Answers;
import dev.hebb.api.answer.PrunedAnswer;
import dev.hebb.api.answer.PrunedEntry;
import dev.hebb.api.metrics.PrometheusMetrics;
import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import java.util.List;

/** A server on a free port, with a network of four neurons and another one whose name has to be encoded. */
final class DishApi implements AutoCloseable {
    private final InMemoryShards shards = new InMemoryShards(2)
            .network("dish", 0, 1, 2, 10)
            .synapse("dish", 0, 1, SynapseView.ACTIVE, 0.5)
            .synapse("dish", 10, 1, SynapseView.DORMANT, 0.01)
            .synapse("dish", 1, 2, SynapseView.ACTIVE, 0.5)
            .network("a/b c%ä", 7);
    private final PrometheusMetrics metrics = new PrometheusMetrics();
    private final InMemoryControl control = new InMemoryControl();
    private final ApiParts parts = new ApiParts(
            new Answers(shards, new Answers.LagScale(1000, 10_000_000)),
            shards,
            DishApi::history,
            DishApi::neurons,
            control.parts(),
            InMemoryShards.CONFIG,
            metrics);
    private final ApiServer server = ApiServer.start("127.0.0.1", 0, Access.open(), parts, null);
    private final ApiClient client = new ApiClient(server.port());

    InMemoryShards shards() {
        return shards;
    }

    InMemoryControl control() {
        return control;
    }

    ApiParts parts() {
        return parts;
    }

    ApiClient client() {
        return client;
    }

    int port() {
        return server.port();
    }

    private static PrunedAnswer history(String network, long fromMicros, long toMicros, int limit) {
        PrunedEntry pruned =
                PrunedEntry.of(Prunings.synapse(0, 1).setWindow(limit).build());
        return new PrunedAnswer(network, fromMicros, toMicros, true, 0, List.of(pruned));
    }

    private static List<KnownNeuron> neurons(String network) {
        return network.equals("dish")
                ? List.of(KnownNeuron.numbered(1, "unit \"a\", left").on("12").at(10.5, -20, Double.NaN))
                : List.of();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
