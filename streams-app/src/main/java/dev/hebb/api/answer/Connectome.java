package dev.hebb.api.answer;

import dev.hebb.api.view.SynapseView;
import dev.hebb.neuron.KnownNeuron;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network's synapses, with names and positions of its neurons.
 *
 * @param synapses by pre and post
 * @param neurons those that have a name or a position, by number
 */
public record Connectome(String network, List<SynapseView> synapses, List<KnownNeuron> neurons) {
    /** The columns of both ends of a synapse, each after a comma. */
    public static final String ENDS_HEADER = ",pre_name,post_name,pre_x,pre_y,pre_z,post_x,post_y,post_z";

    public Connectome {
        synapses = List.copyOf(synapses);
        neurons = List.copyOf(neurons);
    }

    /** The named neurons by their number. */
    public Map<Integer, KnownNeuron> byNumber() {
        Map<Integer, KnownNeuron> byNumber = new HashMap<>();
        neurons.forEach(neuron -> byNumber.put(neuron.neuron(), neuron));
        return byNumber;
    }

    /** Names and positions of both ends of a synapse, each after a comma; what is not known is empty. */
    public static String ends(@Nullable KnownNeuron pre, @Nullable KnownNeuron post) {
        return "," + name(pre) + "," + name(post) + place(pre) + place(post);
    }

    private static String name(@Nullable KnownNeuron neuron) {
        String name = neuron == null ? null : neuron.name();
        if (name == null) {
            return "";
        }
        return name.matches("[^\",\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String place(@Nullable KnownNeuron neuron) {
        return neuron == null ? ",,," : "," + text(neuron.x()) + "," + text(neuron.y()) + "," + text(neuron.z());
    }

    private static String text(@Nullable Double number) {
        return number == null ? "" : number.toString();
    }
}
