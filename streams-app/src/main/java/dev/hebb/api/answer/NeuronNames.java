package dev.hebb.api.answer;

import dev.hebb.neuron.KnownNeuron;
import java.util.List;

/** Source of names and positions of neurons. */
@FunctionalInterface
public interface NeuronNames {
    /**
     * The neurons of a network that have a name or a position, by number.
     *
     * @throws dev.hebb.api.view.NotReadyException if they cannot be read now
     */
    List<KnownNeuron> of(String network);
}
