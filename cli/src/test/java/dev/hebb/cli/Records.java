package dev.hebb.cli;

import dev.hebb.schema.CoFiring;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.schema.SynapseState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records as the app writes them. */
public final class Records {
    /** Length of a window, in microseconds. */
    public static final long WINDOW_MICROS = 10_000_000;

    /** The result of a command. */
    public static NetworkEvent answer(ControlEvent command, NetworkEventKind kind, String detail) {
        return NetworkEvent.newBuilder()
                .setNetwork(command.getNetwork())
                .setKind(kind)
                .setAt(command.getEffectiveFrom())
                .setWindow(Math.floorDiv(command.getEffectiveFrom(), WINDOW_MICROS))
                .setStage("GROWTH")
                .setCommand("in words")
                .setCommandId(command.getId())
                .setSentBy(command.getSentBy())
                .setSentAt(command.getSentAt())
                .setDetail(detail)
                .build();
    }

    /** Width of a lag bin, in microseconds. */
    public static final int BIN_MICROS = 1000;

    private Records() {}

    public static PruningEvent synapsePruned(String network, int pre, int post, long window) {
        return PruningEvent.newBuilder()
                .setNetwork(network)
                .setKind(PruningKind.SYNAPSE)
                .setPre(pre)
                .setPost(post)
                .setReason(PruningReason.UNUSED)
                .setWeight(0.0123)
                .setZ(5.04)
                .setLagMicros(2000)
                .setStage("GROWTH")
                .setFormedAt(300_000_000)
                .setLastCoFiredAt(2_000_000_000)
                .setAt((window + 1) * WINDOW_MICROS)
                .setWindow(window)
                .build();
    }

    public static PruningEvent neuronPruned(String network, int neuron, long window) {
        PruningEvent event = synapsePruned(network, 0, neuron, window);
        event.setKind(PruningKind.NEURON);
        event.setPre(null);
        event.setReason(PruningReason.SILENT);
        event.setWeight(0);
        event.setZ(0);
        event.setLagMicros(0);
        return event;
    }

    public static SynapseEvent synapseFormed(String network, int pre, int post, long window) {
        return SynapseEvent.newBuilder()
                .setNetwork(network)
                .setPre(pre)
                .setPost(post)
                .setKind(SynapseEventKind.FORMED)
                .setReason("CONNECTED")
                .setWeight(0.1)
                .setLagMicros(3000)
                .setZ(9.25)
                .setStage("GROWTH")
                .setAt((window + 1) * WINDOW_MICROS)
                .setWindow(window)
                .setFormedAt((window + 1) * WINDOW_MICROS)
                .setLastCoFiredAt((window + 1) * WINDOW_MICROS)
                .build();
    }

    public static NetworkWindow windowClosed(String network, int shard, int shards, long window, long pairs) {
        return NetworkWindow.newBuilder()
                .setNetwork(network)
                .setShard(shard)
                .setShards(shards)
                .setWindow(window)
                .setStart(window * WINDOW_MICROS)
                .setEnd((window + 1) * WINDOW_MICROS)
                .setObservedMicros(WINDOW_MICROS)
                .setNetworkSpikes(500)
                .setSpikes(250)
                .setNeurons(10)
                .setPairs(pairs)
                .setActive(3 - shard)
                .setDormant(1)
                .setFormed(1)
                .setMasked(0)
                .setUnmasked(0)
                .setPruned(2)
                .setMeanWeight(shard == 0 ? 0.4 : 0.1)
                .setStage("GROWTH")
                .build();
    }

    public static Dendrite dendrite(String network, int post, int... pre) {
        List<Integer> neurons = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<SynapseState> states = new ArrayList<>();
        List<Integer> lags = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int neuron : pre) {
            neurons.add(neuron);
            weights.add(0.25);
            states.add(SynapseState.ACTIVE);
            lags.add(2000);
            times.add(300_000_000L);
        }
        return Dendrite.newBuilder()
                .setNetwork(network)
                .setPost(post)
                .setWindow(30)
                .setAsOf(310_000_000)
                .setPre(neurons)
                .setWeight(weights)
                .setState(states)
                .setLagMicros(lags)
                .setZ(weights)
                .setFormedAt(times)
                .setLastCoFiredAt(times)
                .setInhibitory(List.of())
                .build();
    }

    /** Counts of one dendrite in one window: by pre, then by lag bin. */
    public static CoFiring coFiring(
            String network, int post, long window, SortedMap<Integer, TreeMap<Integer, Integer>> counts) {
        List<Integer> cellPre = new ArrayList<>();
        List<Integer> cellLagBin = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        List<Integer> pres = new ArrayList<>(counts.keySet());
        counts.forEach((pre, bins) -> bins.forEach((bin, count) -> {
            cellPre.add(pres.indexOf(pre));
            cellLagBin.add(bin);
            cells.add(count);
        }));
        List<Integer> zeros = pres.stream().map(pre -> 0).toList();
        return CoFiring.newBuilder()
                .setNetwork(network)
                .setPost(post)
                .setWindow(window)
                .setWindowMicros(WINDOW_MICROS)
                .setLagBinMicros(BIN_MICROS)
                .setPostSpikes(0)
                .setPre(pres)
                .setPreSpikes(zeros)
                .setCoincidences(zeros)
                .setCoincidenceMicros(5000)
                .setCellPre(cellPre)
                .setCellLagBin(cellLagBin)
                .setCounts(cells)
                .build();
    }
}
