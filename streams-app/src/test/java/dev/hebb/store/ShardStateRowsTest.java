package dev.hebb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.command.ControlState;
import dev.hebb.framing.Gap;
import dev.hebb.row.ControlRow;
import dev.hebb.row.CorruptRowException;
import dev.hebb.row.NeuronBlock;
import dev.hebb.shard.Neurons;
import dev.hebb.shard.ShardProgress;
import dev.hebb.shard.ShardState;
import dev.hebb.shard.WindowTotals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardStateRowsTest {
    private static final StoreKey KEY = StoreKey.of("net");
    private static final Bytes PROGRESS = KEY.only();
    private static final Bytes CONTROL = KEY.with(-1);

    private final KeyValueStore<Bytes, byte[]> store = InMemoryStores.shard().progress();
    private final WrittenRows written = new WrittenRows(store);
    private final ShardStateRows rows = rows();

    @Test
    void savesProgressAloneWhereNothingElseChanged() {
        // Given
        rows.save(state(1, 300, ControlState.START));
        written.clear();

        // When
        rows.save(state(2, 300, ControlState.START));

        // Then
        assertThat(written.keys()).containsExactly(PROGRESS);
    }

    @Test
    void savesTheBlocksThatNeuronsWereAddedTo() {
        // Given: block 0 is full, and block 1 is not
        rows.save(state(1, 300, ControlState.START));
        written.clear();

        // When
        rows.save(state(2, 700, ControlState.START));

        // Then
        assertThat(written.keys()).containsExactlyInAnyOrder(PROGRESS, KEY.with(1), KEY.with(2));
    }

    @Test
    void savesControlWhenItChanged() {
        // Given
        rows.save(state(1, 1, ControlState.START));
        written.clear();

        // When
        rows.save(state(2, 1, dead(3)));

        // Then
        assertThat(written.keys()).containsExactlyInAnyOrder(PROGRESS, CONTROL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 700})
    void opensWhatWasSaved(int neurons) {
        // Given
        ShardState saved = state(1, neurons, dead(3));
        rows.save(state(0, neurons / 2, ControlState.START));
        rows.save(saved);

        // When
        ShardStateRows reopened = rows();
        ShardState opened = Objects.requireNonNull(reopened.load());

        // Then
        assertSame(opened, saved);
        written.clear();
        reopened.save(saved);
        assertThat(written.keys()).containsExactly(PROGRESS);
    }

    @Test
    void readsTheNeuronsThatProgressSpeaksOfWhereTheirBlockIsNewer() {
        // Given: a save of which the last put is not there yet
        ShardState saved = state(1, 300, ControlState.START);
        rows.save(saved);
        byte[] progress = store.get(PROGRESS);
        rows.save(state(2, 400, ControlState.START));
        store.put(PROGRESS, progress);

        // Then
        assertSame(Objects.requireNonNull(ShardStateRows.read(store, KEY, neuron -> true)), saved);
    }

    @Test
    void refusesAStateOfWhichARowIsMissing() {
        // Given
        rows.save(state(1, 300, ControlState.START));
        store.delete(KEY.with(1));

        // Then
        assertThatThrownBy(() -> rows().load())
                .isInstanceOf(CorruptRowException.class)
                .hasMessageContaining("block 1");
    }

    @Test
    void aNetworkThatIsForgottenWhileItIsReadIsNone() {
        // Given: its rows are deleted, the progress first, when the progress has been read
        rows.save(state(1, 300, ControlState.START));

        // Then
        assertThat(ShardStateRows.read(new ForgettingStore(store, KEY), KEY, neuron -> true))
                .isNull();
    }

    /** A store as a query sees it, whose network is forgotten when its first row has been read. */
    private record ForgettingStore(KeyValueStore<Bytes, byte[]> store, StoreKey network)
            implements ReadOnlyKeyValueStore<Bytes, byte[]> {
        @Override
        public byte[] get(Bytes key) {
            byte[] row = store.get(key);
            NetworkRows.delete(store, network);
            return row;
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return store.range(from, to);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return store.all();
        }

        @Override
        public long approximateNumEntries() {
            return store.approximateNumEntries();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress-row-1", "progress-row-2"})
    void takesOverAStateThatWasOneRow(String golden) throws IOException {
        // Given
        store.put(PROGRESS, golden(golden));
        ShardState before = Objects.requireNonNull(rows.load());
        written.clear();

        // When
        rows.save(before);

        // Then
        assertThat(written.keys()).containsExactlyInAnyOrder(PROGRESS, CONTROL, KEY.with(0));
        assertSame(Objects.requireNonNull(rows().load()), before);
        assertThat(before.progress().ownSpikes()).isEqualTo(5 + 6);
    }

    @Test
    void namesEveryNetworkOnce() {
        // Given
        rows.save(state(1, 300, ControlState.START));
        new ShardStateRows(store, StoreKey.of("ne"), neuron -> true).save(state(1, 300, ControlState.START));
        new ShardStateRows(store, StoreKey.of("netz"), neuron -> true).save(state(1, 1, ControlState.START));

        // Then
        assertThat(ShardStateRows.networks(store)).containsExactly("ne", "net", "netz");
    }

    private ShardStateRows rows() {
        return new ShardStateRows(store, KEY, neuron -> true);
    }

    private static void assertSame(ShardState actual, ShardState expected) {
        assertThat(actual.progress()).isEqualTo(expected.progress());
        assertThat(actual.neurons().size()).isEqualTo(expected.neurons().size());
        for (int block = 0; block <= NeuronBlock.of(expected.neurons().size()); block++) {
            assertThat(NeuronBlock.pack(actual.neurons(), block))
                    .isEqualTo(NeuronBlock.pack(expected.neurons(), block));
        }
        assertThat(ControlRow.pack(actual.control())).isEqualTo(ControlRow.pack(expected.control()));
    }

    private static ShardState state(long window, int size, ControlState control) {
        Neurons neurons = new Neurons();
        for (int i = 0; i < size; i++) {
            neurons.spike(1_000_000 - 7 * i, -50 + i / 2);
        }
        ShardProgress progress =
                new ShardProgress(9, 8, window, 6, 5, List.of(new Gap(1, 2)), WindowTotals.NONE, size, 1L << 40);
        return new ShardState(progress, neurons, control);
    }

    private static ControlState dead(int neuron) {
        return new ControlState(new TreeMap<>(), List.of(), new int[] {neuron}, "", 0, ControlState.UNBORN, List.of());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream hex = ShardStateRowsTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
            String text = new String(Objects.requireNonNull(hex).readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(text.strip());
        }
    }
}
