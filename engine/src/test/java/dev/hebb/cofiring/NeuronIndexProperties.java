package dev.hebb.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NeuronIndexProperties {
    @Property
    void slotsAreInOrderOfFirstAppearance(@ForAll List<@IntRange Integer> ids) {
        NeuronIndex index = new NeuronIndex();
        List<Integer> order = new ArrayList<>(new LinkedHashSet<>(ids));
        for (int id : ids) {
            assertThat(index.slotOf(id)).isEqualTo(order.indexOf(id));
        }
        assertThat(index.size()).isEqualTo(order.size());
        for (int slot = 0; slot < order.size(); slot++) {
            assertThat(index.idOf(slot)).isEqualTo(order.get(slot));
            assertThat(index.find(order.get(slot))).isEqualTo(slot);
        }
    }

    @Example
    void aNeuronThatNeverFiredHasNoSlot() {
        NeuronIndex index = new NeuronIndex();
        index.slotOf(Integer.MAX_VALUE);

        assertThat(index.find(0)).isEqualTo(-1);
        assertThat(index.find(-7)).isEqualTo(-1);
        assertThat(index.size()).isEqualTo(1);
        assertThatThrownBy(() -> index.idOf(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> index.slotOf(-7));
    }

    @Example
    void idsThatDifferInTheirHighBitsOnlyAreDistinguished() {
        NeuronIndex index = new NeuronIndex();
        for (int i = 0; i < 100_000; i++) {
            int id = (i << 14) >>> 1;
            assertThat(index.slotOf(id)).isEqualTo(i).isEqualTo(index.find(id));
        }
        assertThat(index.size()).isEqualTo(100_000);
    }
}
