package dev.hebb.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A row is a sorted map from pre-synaptic neuron to synapse, whatever is added and removed. */
class DendriteSynapsesProperties {
    @Property
    void aRowIsASortedMap(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 20) Integer> touched) {
        // Given
        DendriteSynapses row = new DendriteSynapses();
        TreeMap<Integer, Synapse> model = new TreeMap<>();
        // When: a neuron that is there is removed, one that is not is added
        for (int pre : touched) {
            int found = row.indexOf(pre);
            if (model.containsKey(pre)) {
                row.remove(found);
                model.remove(pre);
            } else {
                assertThat(found).isNegative();
                Synapse synapse = synapse(pre, touched.size());
                row.add(synapse);
                model.put(pre, synapse);
            }
        }
        // Then
        assertThat(row.size()).isEqualTo(model.size());
        int i = 0;
        for (Synapse expected : model.values()) {
            assertThat(row.get(i)).isEqualTo(expected);
            assertThat(row.indexOf(expected.pre())).isEqualTo(i);
            i++;
        }
        assertThat(row.countActive()).isEqualTo((int) model.values().stream()
                .filter(s -> s.state() == SynapseState.ACTIVE)
                .count());
    }

    @Example
    void aSecondSynapseOfTheSameNeuronIsRefused() {
        // Given
        DendriteSynapses row = new DendriteSynapses();
        row.add(synapse(7, 1));
        // When, Then
        assertThatThrownBy(() -> row.add(synapse(7, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is a synapse of neuron 7");
    }

    private static Synapse synapse(int pre, int salt) {
        MaskReason reason = MaskReason.values()[(pre + salt) % 4];
        return SynapseBuilder.of(pre)
                .weight(pre / 32.0)
                .masked(reason, 1L << 40)
                .peak(pre, 1 + salt)
                .inhibitory(salt % 2 == 1)
                .evidence(salt + 0.5, 2)
                .useLogOdds(-1)
                .memory(0.25 * salt, pre)
                .formedAt(10L * pre)
                .lastCoFiredAt(11)
                .lastUsed(salt)
                .build();
    }
}
