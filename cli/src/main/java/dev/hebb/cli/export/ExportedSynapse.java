package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.export.Column.Type;
import dev.hebb.neuron.KnownNeuron;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of synapses: a synapse, and what is known of both neurons.
 *
 * @param pre null if nothing is known of it
 * @param post null if nothing is known of it
 */
record ExportedSynapse(
        SynapseView synapse,
        @Nullable KnownNeuron pre,
        @Nullable KnownNeuron post) {
    /** The columns, with the names and in the order of the CSV format. */
    static final List<Column<ExportedSynapse>> COLUMNS = List.of(
            Column.known("pre", Type.INT, "number of the pre-synaptic neuron", row -> row.synapse()
                    .pre()),
            Column.known("post", Type.INT, "number of the post-synaptic neuron", row -> row.synapse()
                    .post()),
            Column.known("state", Type.TEXT, "ACTIVE, or DORMANT: it conducts nothing", row -> row.synapse()
                    .state()),
            Column.known("weight", Type.DOUBLE, "weight, from 0 to 1", row -> row.synapse()
                    .weight()),
            Column.known(
                    "lag_us",
                    Type.INT,
                    "time from the pre- to the post-synaptic spike, in microseconds: left edge of the peak",
                    row -> row.synapse().lagMicros()),
            Column.known(
                    "z",
                    Type.DOUBLE,
                    "standard deviations of the peak above chance; negative for a trough",
                    row -> row.synapse().z()),
            Column.known(
                    "formed_at", Type.LONG, "when the synapse formed: event time in microseconds", row -> row.synapse()
                            .formedAtMicros()),
            Column.known(
                    "last_cofired_at",
                    Type.LONG,
                    "latest pair of spikes at the lag: event time in microseconds",
                    row -> row.synapse().lastCoFiredAtMicros()),
            Column.known("kind", Type.TEXT, "EXCITATORY or INHIBITORY", row -> row.synapse()
                    .kind()),
            Column.optional("fdr", Type.DOUBLE, "local false-discovery rate, from 0 to 1", row -> row.synapse()
                    .fdr()),
            Column.optional("pre_name", Type.TEXT, "name of the pre-synaptic neuron", row -> name(row.pre())),
            Column.optional("post_name", Type.TEXT, "name of the post-synaptic neuron", row -> name(row.post())),
            Column.optional("pre_x", Type.DOUBLE, "x of the pre-synaptic neuron, in micrometres", row -> x(row.pre())),
            Column.optional("pre_y", Type.DOUBLE, "y of the pre-synaptic neuron, in micrometres", row -> y(row.pre())),
            Column.optional("pre_z", Type.DOUBLE, "z of the pre-synaptic neuron, in micrometres", row -> z(row.pre())),
            Column.optional(
                    "post_x", Type.DOUBLE, "x of the post-synaptic neuron, in micrometres", row -> x(row.post())),
            Column.optional(
                    "post_y", Type.DOUBLE, "y of the post-synaptic neuron, in micrometres", row -> y(row.post())),
            Column.optional(
                    "post_z", Type.DOUBLE, "z of the post-synaptic neuron, in micrometres", row -> z(row.post())));

    /** The rows of a connectome, by pre and post. */
    static List<ExportedSynapse> of(Connectome connectome) {
        Map<Integer, KnownNeuron> neurons = connectome.byNumber();
        return connectome.synapses().stream()
                .map(synapse -> new ExportedSynapse(synapse, neurons.get(synapse.pre()), neurons.get(synapse.post())))
                .toList();
    }

    private static @Nullable String name(@Nullable KnownNeuron neuron) {
        return neuron == null ? null : neuron.name();
    }

    private static @Nullable Double x(@Nullable KnownNeuron neuron) {
        return neuron == null ? null : neuron.x();
    }

    private static @Nullable Double y(@Nullable KnownNeuron neuron) {
        return neuron == null ? null : neuron.y();
    }

    private static @Nullable Double z(@Nullable KnownNeuron neuron) {
        return neuron == null ? null : neuron.z();
    }
}
