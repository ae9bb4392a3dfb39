package dev.hebb.replay;

import dev.hebb.neuron.KnownNeuron;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Neurons of a network: what was known of them before, and what recordings add. A number that was chosen for a name
 * stays that name's. Not thread-safe.
 */
public final class NetworkNeurons {
    private final String network;
    private final SortedMap<Integer, KnownNeuron> known = new TreeMap<>();

    /**
     * A network's neurons.
     *
     * @param before what is known of them; at most one entry for a neuron
     */
    public NetworkNeurons(String network, Collection<KnownNeuron> before) {
        this.network = network;
        before.forEach(neuron -> known.put(neuron.neuron(), neuron));
    }

    /** The numbers that were chosen for names. */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        known.values().forEach(neuron -> {
            String name = neuron.name();
            if (neuron.numbered() && name != null) {
                numbers.putIfAbsent(name, neuron.neuron());
            }
        });
        return numbers;
    }

    /** A number above all that are known. */
    public int next() {
        return known.isEmpty() ? 0 : known.lastKey() + 1;
    }

    /**
     * Adds what recordings say; names that were numbered come first.
     *
     * @return the neurons of which something is new, as they are known now, by number
     * @throws IllegalArgumentException if an id of a file is the number that was chosen for another neuron's name
     */
    public List<KnownNeuron> add(Collection<KnownNeuron> said) {
        SortedMap<Integer, KnownNeuron> together = new TreeMap<>();
        said.forEach(neuron -> together.merge(neuron.neuron(), neuron, KnownNeuron::updatedBy));
        List<KnownNeuron> changed = new ArrayList<>();
        for (KnownNeuron neuron : together.values()) {
            KnownNeuron before = known.getOrDefault(neuron.neuron(), KnownNeuron.of(neuron.neuron()));
            requireSameNumbering(before, neuron);
            KnownNeuron now = before.updatedBy(neuron);
            if (!now.equals(before)) {
                known.put(neuron.neuron(), now);
                changed.add(now);
            }
        }
        return changed;
    }

    /** Names and positions may be corrected, but a number must not come to mean another neuron. */
    private void requireSameNumbering(KnownNeuron before, KnownNeuron said) {
        boolean oneIsChosen = before.numbered() || said.numbered();
        String name = before.name();
        if (oneIsChosen && name != null && said.name() != null && !name.equals(said.name())) {
            throw new IllegalArgumentException("neuron " + said.neuron() + " of network '" + network + "' is '" + name
                    + "', but this file has '" + said.name()
                    + "' with this number, so that two neurons would be one; replay the file as another network");
        }
    }
}
