package dev.hebb.cli.ask;

import dev.hebb.api.view.SynapseView;
import dev.hebb.cli.topic.CommittedTopic;
import dev.hebb.schema.Dendrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connectome of one network, materialised from the compacted topic of dendrites. */
final class DendritesTopic implements CommittedTopic.Reader<Dendrite> {
    private final String network;
    private final Map<String, Dendrite> latest = new HashMap<>();

    DendritesTopic(String network) {
        this.network = network;
    }

    @Override
    public void accept(String key, @Nullable Dendrite dendrite) {
        if (dendrite == null) {
            latest.remove(key);
        } else if (dendrite.getNetwork().equals(network)) {
            latest.put(key, dendrite);
        }
    }

    /**
     * A synapse as it was when its dendrite was last published.
     *
     * @param asOfMicros end of the window after which this held, event time
     */
    record Published(SynapseView synapse, long asOfMicros) {}

    /** Returns the synapses, sorted by pre and post. */
    List<Published> synapses() {
        List<Published> synapses = new ArrayList<>();
        for (Dendrite dendrite : latest.values()) {
            for (int i = 0; i < dendrite.getPre().size(); i++) {
                synapses.add(new Published(synapse(dendrite, i), dendrite.getAsOf()));
            }
        }
        synapses.sort(Comparator.comparing(Published::synapse, SynapseView.BY_PRE_AND_POST));
        return synapses;
    }

    private static SynapseView synapse(Dendrite dendrite, int i) {
        return new SynapseView(
                dendrite.getPre().get(i),
                dendrite.getPost(),
                dendrite.getState().get(i).name(),
                dendrite.getWeight().get(i),
                dendrite.getLagMicros().get(i),
                dendrite.getZ().get(i),
                dendrite.getFormedAt().get(i),
                dendrite.getLastCoFiredAt().get(i),
                SynapseView.kind(inhibitory(dendrite, i)),
                i < dendrite.getFdr().size() ? dendrite.getFdr().get(i) : null);
    }

    /** Records of older versions have no signs: all of theirs are excitatory. */
    private static boolean inhibitory(Dendrite dendrite, int i) {
        return i < dendrite.getInhibitory().size() && dendrite.getInhibitory().get(i);
    }
}
