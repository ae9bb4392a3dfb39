package dev.hebb.api.answer;

import dev.hebb.api.view.SynapseView;
import java.util.List;

/**
 * A neuron's partners.
 *
 * @param in synapses onto it, by pre-synaptic neuron
 * @param out synapses from it, by post-synaptic neuron
 */
public record Partners(String network, int neuron, List<SynapseView> in, List<SynapseView> out) {
    public Partners {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }
}
