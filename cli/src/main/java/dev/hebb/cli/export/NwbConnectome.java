package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.export.Column.Type;
import dev.hebb.cli.export.hdf5.Hdf5File;
import dev.hebb.cli.export.hdf5.Value;
import dev.hebb.neuron.KnownNeuron;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A connectome as an NWB file: {@code /units} has its neurons, without spike times, and
 * {@code /processing/connectome/synapses} its synapses, with the columns of the CSV format.
 */
final class NwbConnectome {
    /** Of the schema; newer versions have nothing that these tables need. */
    private static final String NWB_VERSION = "2.7.0";

    /** What event time counts from: the epoch, or the start of a recording whose date is not known. */
    private static final String TIME_ZERO = "1970-01-01T00:00:00.000Z";

    private static final List<Column<KnownNeuron>> NEURON_COLUMNS = List.of(
            Column.optional("unit_name", Type.TEXT, "name or id that the recording gives", KnownNeuron::name),
            Column.optional("electrode", Type.TEXT, "electrode or channel", KnownNeuron::electrode),
            Column.optional("x", Type.DOUBLE, "position in micrometres, in the recording's axes", KnownNeuron::x),
            Column.optional("y", Type.DOUBLE, "position in micrometres, in the recording's axes", KnownNeuron::y),
            Column.optional("z", Type.DOUBLE, "position in micrometres, in the recording's axes", KnownNeuron::z));

    private final Hdf5File file = new Hdf5File();
    private final NwbObjects objects = new NwbObjects(file);

    private NwbConnectome() {}

    /**
     * The bytes of the file.
     *
     * @param now when it is created
     */
    static byte[] of(Export export, Instant now) {
        return new NwbConnectome().write(export, now);
    }

    private byte[] write(Export export, Instant now) {
        List<KnownNeuron> neurons = neurons(export.connectome());
        long units = units(neurons);
        Map<String, Long> root = new LinkedHashMap<>();
        root.put("acquisition", empty());
        root.put("analysis", empty());
        root.put("general", empty());
        root.put("processing", file.group(Map.of("connectome", module(export.connectome(), neurons, units)), Map.of()));
        root.put("stimulus", file.group(Map.of("presentation", empty(), "templates", empty()), Map.of()));
        root.put("units", units);
        root.put(
                "file_create_date",
                plain(file.texts(List.of(now.truncatedTo(ChronoUnit.MILLIS).toString()))));
        root.put("identifier", plain(file.text(UUID.randomUUID().toString())));
        root.put("session_description", plain(file.text(description(export))));
        root.put("session_start_time", plain(file.text(TIME_ZERO)));
        root.put("timestamps_reference_time", plain(file.text(TIME_ZERO)));
        Map<String, Value> attributes = objects.typed("core", "NWBFile");
        attributes.put("nwb_version", file.text(NWB_VERSION));
        return file.finish(file.group(root, attributes));
    }

    /** Neurons that have a synapse, and those of which something is known, by number. */
    private static List<KnownNeuron> neurons(Connectome connectome) {
        Map<Integer, KnownNeuron> neurons = new TreeMap<>(connectome.byNumber());
        for (SynapseView synapse : connectome.synapses()) {
            neurons.computeIfAbsent(synapse.pre(), KnownNeuron::of);
            neurons.computeIfAbsent(synapse.post(), KnownNeuron::of);
        }
        return List.copyOf(neurons.values());
    }

    private long units(List<KnownNeuron> neurons) {
        NwbTable table = new NwbTable(
                objects, neurons.stream().mapToInt(KnownNeuron::neuron).toArray());
        NEURON_COLUMNS.forEach(column -> table.add(column, neurons));
        return table.write("core", "Units", "neurons of the connectome; the id is the neuron's number");
    }

    private long module(Connectome connectome, List<KnownNeuron> neurons, long units) {
        List<ExportedSynapse> rows = ExportedSynapse.of(connectome);
        NwbTable table = new NwbTable(objects, IntStream.range(0, rows.size()).toArray());
        ExportedSynapse.COLUMNS.forEach(column -> table.add(column, rows));
        Map<Integer, Integer> places = places(neurons);
        table.addRegion(
                "pre_unit", "row of the pre-synaptic neuron in /units", rows(rows, places, SynapseView::pre), units);
        table.addRegion(
                "post_unit", "row of the post-synaptic neuron in /units", rows(rows, places, SynapseView::post), units);
        long synapses =
                table.write("hdmf-common", "DynamicTable", "synapses that Hebb inferred from spikes, dormant ones too");
        Map<String, Value> attributes = objects.typed("core", "ProcessingModule");
        attributes.put("description", file.text("functional connectivity of the units"));
        return file.group(Map.of("synapses", synapses), attributes);
    }

    private static Map<Integer, Integer> places(List<KnownNeuron> neurons) {
        Map<Integer, Integer> places = new TreeMap<>();
        neurons.forEach(neuron -> places.put(neuron.neuron(), places.size()));
        return places;
    }

    private static int[] rows(
            List<ExportedSynapse> rows, Map<Integer, Integer> places, ToIntFunction<SynapseView> end) {
        return rows.stream()
                .mapToInt(row -> places.getOrDefault(end.applyAsInt(row.synapse()), -1))
                .toArray();
    }

    private static String description(Export export) {
        Long at = export.atMicros();
        return "Connectome of network " + export.connectome().network() + " that Hebb inferred from its spikes, as of "
                + (at == null ? "its last closed window" : "the event time " + at + " microseconds")
                + ". Times are event time: microseconds since 1970, or since the start of a recording whose date is not"
                + " known.";
    }

    private long empty() {
        return file.group(Map.of(), Map.of());
    }

    private long plain(Value value) {
        return file.dataset(value, Map.of());
    }
}
