package dev.hebb.api.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against a search that tries every route without a cycle. */
class PathwaysProperties {
    private static final int NEURONS = 7;
    private static final long NOW = 1_000;
    private static final long RECENT = 400;

    @Property(tries = 300)
    void findsTheStrongestRouteToEveryNeuron(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<SynapseView> synapses = network(random);
        Set<Integer> from = random.nextBoolean() ? Set.of(0) : Set.of(0, 1, 2);
        boolean practisedOnly = random.nextBoolean();

        // When
        List<Pathway> found =
                new Pathways(synapses, NOW).from(from, new Pathways.Wanted(Integer.MAX_VALUE, RECENT, practisedOnly));

        // Then
        Map<Integer, Double> strongest = new HashMap<>();
        for (int neuron : from) {
            tryAll(neuron, 1, new HashSet<>(from), usable(synapses, practisedOnly), strongest);
        }
        assertThat(found).hasSameSizeAs(strongest.keySet());
        for (Pathway route : found) {
            int end = route.neurons().get(route.synapses());
            assertThat(from).contains(route.neurons().get(0)).doesNotContain(end);
            assertThat(route.strength()).isCloseTo(strongest.getOrDefault(end, 0.0), within(1e-12));
            assertThat(route.neurons()).doesNotHaveDuplicates();
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.strength(), a.strength()));
    }

    @Property(tries = 300)
    void addsUpWhatLiesAlongARoute(@ForAll long seed) {
        // Given
        List<SynapseView> synapses = network(new Random(seed));

        // When
        List<Pathway> found =
                new Pathways(synapses, NOW).from(Set.of(0), new Pathways.Wanted(Integer.MAX_VALUE, RECENT, false));

        // Then
        for (Pathway route : found) {
            List<SynapseView> along = along(route, synapses);
            assertThat(route.lagMicros())
                    .isEqualTo(along.stream().mapToLong(SynapseView::lagMicros).sum());
            assertThat(route.formedAtMicros())
                    .isEqualTo(along.stream()
                            .mapToLong(SynapseView::formedAtMicros)
                            .min()
                            .orElseThrow());
            assertThat(route.wholeSinceMicros())
                    .isEqualTo(along.stream()
                            .mapToLong(SynapseView::formedAtMicros)
                            .max()
                            .orElseThrow());
            assertThat(route.practised())
                    .isEqualTo(along.stream().allMatch(synapse -> synapse.lastCoFiredAtMicros() >= NOW - RECENT));
        }
    }

    private static List<SynapseView> network(Random random) {
        List<SynapseView> synapses = new ArrayList<>();
        for (int pre = 0; pre < NEURONS; pre++) {
            for (int post = 0; post < NEURONS; post++) {
                if (pre != post && random.nextInt(3) == 0) {
                    String state = random.nextInt(5) == 0 ? SynapseView.DORMANT : SynapseView.ACTIVE;
                    synapses.add(new SynapseViewBuilder(pre, post)
                            .state(state)
                            .weight(random.nextDouble())
                            .lagMicros(random.nextInt(50_000))
                            .times(random.nextInt(500), 500 + random.nextInt(500))
                            .build());
                }
            }
        }
        return synapses;
    }

    private static List<SynapseView> usable(List<SynapseView> synapses, boolean practisedOnly) {
        return synapses.stream()
                .filter(synapse -> synapse.state().equals(SynapseView.ACTIVE))
                .filter(synapse -> !practisedOnly || synapse.lastCoFiredAtMicros() >= NOW - RECENT)
                .toList();
    }

    private static void tryAll(
            int at, double strength, Set<Integer> visited, List<SynapseView> synapses, Map<Integer, Double> strongest) {
        for (SynapseView synapse : synapses) {
            if (synapse.pre() == at && !visited.contains(synapse.post())) {
                double further = strength * synapse.weight();
                strongest.merge(synapse.post(), further, Math::max);
                visited.add(synapse.post());
                tryAll(synapse.post(), further, visited, synapses, strongest);
                visited.remove(synapse.post());
            }
        }
    }

    private static List<SynapseView> along(Pathway route, List<SynapseView> synapses) {
        List<SynapseView> along = new ArrayList<>();
        for (int i = 0; i < route.synapses(); i++) {
            int pre = route.neurons().get(i);
            int post = route.neurons().get(i + 1);
            along.addAll(synapses.stream()
                    .filter(synapse -> synapse.pre() == pre && synapse.post() == post)
                    .toList());
        }
        assertThat(along).hasSize(route.synapses());
        return along;
    }
}
