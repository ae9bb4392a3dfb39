package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.framing.Frame;
import dev.hebb.framing.FramingConfig;
import dev.hebb.framing.FramingOutput;
import dev.hebb.framing.RejectReason;
import dev.hebb.framing.SourceRecord;
import dev.hebb.processor.FramersInMemory.Resident;
import dev.hebb.store.InMemoryStores;
import dev.hebb.store.StoreNames;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** At most 3 networks and 100 spikes in memory. */
class FramersInMemoryTest {
    private static final FramingConfig CONFIG =
            new SmallFraming().residentSpikes(100).build();

    private static final SourceRecord SOURCE = new SourceRecord("spikes", 0, 0, null, new byte[10]);

    private static final FramingOutput NOWHERE = new FramingOutput() {
        @Override
        public void frame(Frame frame) {}

        @Override
        public void rejected(SourceRecord source, RejectReason reason, int spikes, String detail) {}
    };

    private final KeyValueStore<Bytes, byte[]> store =
            InMemoryStores.store(new MockProcessorContext<Void, Void>(), StoreNames.FRAMING);

    private FramersInMemory networks = new FramersInMemory(store, CONFIG);

    @Test
    void keepsNoMoreNetworksThanItMay() {
        // When
        for (String network : new String[] {"a", "b", "a", "c", "d", "e"}) {
            arrive(network, 1);
        }

        // Then
        assertThat(networks.all().stream().map(Resident::network)).containsExactly("c", "d", "e");
    }

    @Test
    void keepsNoMoreSpikesThanItMayButAlwaysTheNewestNetwork() {
        // When
        arrive("a", 60);
        arrive("b", 60);

        // Then
        assertThat(networks.all().stream().map(Resident::network)).containsExactly("b");
        arrive("c", 400);
        assertThat(networks.all().stream().map(Resident::network)).containsExactly("c");
    }

    @Test
    void remembersANetworkThatItLetGo() {
        // Given
        arrive("a", 60);
        arrive("b", 60);

        // When
        Resident again = networks.get("a", 0);

        // Then
        assertThat(again.framer().load()).isEqualTo(60);
        assertThat(again.framer().position().arrivals()).isEqualTo(1);
    }

    /** As with commands that are refused, each to a network of another name. */
    @Test
    void keepsNoMoreNetworksThanItMayOfWhichNothingIsRemembered() {
        // When
        for (int i = 0; i < 100; i++) {
            networks.get("mistyped " + i, 0);
        }

        // Then
        assertThat(networks.all().stream().map(Resident::network))
                .containsExactly("mistyped 97", "mistyped 98", "mistyped 99");
    }

    @Test
    void opensAllKnownNetworksThatFit() {
        // Given: three in the store, of which the first has sent something since the start
        for (String network : new String[] {"a", "b", "c"}) {
            arrive(network, 1);
        }
        networks = new FramersInMemory(store, CONFIG);
        arrive("a", 1);

        // When
        networks.openKnown(0);

        // Then
        assertThat(networks.all().stream().map(Resident::network)).containsExactly("a", "b", "c");
    }

    private void arrive(String network, int spikes) {
        Resident resident = networks.get(network, 0);
        networks.remember(
                resident, resident.framer().arrive(new long[spikes], new int[spikes], spikes, SOURCE, NOWHERE));
        networks.write();
    }
}
