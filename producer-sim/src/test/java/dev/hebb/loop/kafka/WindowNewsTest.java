package dev.hebb.loop.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.schema.Dendrite;
import dev.hebb.schema.NetworkWindow;
import dev.hebb.schema.PruningEvent;
import dev.hebb.schema.PruningKind;
import dev.hebb.schema.PruningReason;
import dev.hebb.schema.SynapseEvent;
import dev.hebb.schema.SynapseEventKind;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.SynapseState;
import dev.hebb.tissue.SynapseNews;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks how the records of a window are combined, and when it is closed. */
class WindowNewsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void newsOfAWindowAreTheSameInWhateverOrderTopicsAreRead(long seed) {
        // Given
        List<Consumer<WindowNews>> records = new ArrayList<>(List.of(
                news -> news.accept(event(7, 1, 2, SynapseEventKind.FORMED, 0.3)),
                news -> news.accept(event(7, 9, 5, SynapseEventKind.MASKED, 0.1)),
                news -> news.accept(pruning(7, 3, 2)),
                news -> news.accept(dendrite(7, 2, List.of(1, 4), List.of(0.4, 0.8))),
                news -> news.accept(dendrite(8, 2, List.of(1, 4), List.of(0.5, 0.6)))));
        Collections.shuffle(records, new Random(seed));
        WindowNews news = new WindowNews();
        // When
        records.forEach(record -> record.accept(news));
        // Then
        assertThat(news.take(6)).isEmpty();
        assertThat(news.take(7))
                .containsExactly(
                        SynapseNews.present(1, 2, SynapseState.ACTIVE, 0.3, 2000),
                        SynapseNews.present(1, 2, SynapseState.ACTIVE, 0.4, 2000),
                        SynapseNews.pruned(3, 2, ChangeReason.DAMAGED),
                        SynapseNews.present(4, 2, SynapseState.ACTIVE, 0.8, 2000),
                        SynapseNews.present(9, 5, SynapseState.DORMANT, 0.1, 2000));
        assertThat(news.take(9)).hasSize(2);
        assertThat(news.take(9)).isEmpty();
    }

    @Test
    void aWindowIsClosedOnceEveryShardHasClosedItOrALaterOne() {
        // Given
        ShardReports reports = new ShardReports(2_000_000);
        // When, Then
        assertThat(reports.hasClosed(4)).isFalse();
        reports.accept(report(0, 4, 2_000_000));
        assertThat(reports.hasClosed(4)).isFalse();
        assertThat(reports.waitingFor(4)).isEqualTo("1 of 2 shards have closed it");
        reports.accept(report(1, 6, 2_000_000));
        assertThat(reports.hasClosed(4)).isTrue();
        assertThat(reports.hasClosed(5)).isFalse();
        assertThatThrownBy(() -> reports.accept(report(1, 7, 10_000_000))).hasMessageContaining("--window 10000000us");
    }

    private static SynapseEvent event(long window, int pre, int post, SynapseEventKind kind, double weight) {
        return SynapseEvent.newBuilder()
                .setNetwork("n")
                .setPre(pre)
                .setPost(post)
                .setKind(kind)
                .setReason("WEAK")
                .setWeight(weight)
                .setLagMicros(2000)
                .setZ(5)
                .setStage("GROWTH")
                .setAt(0)
                .setWindow(window)
                .setFormedAt(0)
                .setLastCoFiredAt(0)
                .build();
    }

    private static PruningEvent pruning(long window, int pre, int post) {
        return PruningEvent.newBuilder()
                .setNetwork("n")
                .setKind(PruningKind.SYNAPSE)
                .setPre(pre)
                .setPost(post)
                .setReason(PruningReason.DAMAGED)
                .setWeight(0.1)
                .setZ(0)
                .setLagMicros(2000)
                .setStage("GROWTH")
                .setFormedAt(0)
                .setLastCoFiredAt(0)
                .setAt(0)
                .setWindow(window)
                .build();
    }

    private static Dendrite dendrite(long window, int post, List<Integer> pre, List<Double> weight) {
        return Dendrite.newBuilder()
                .setNetwork("n")
                .setPost(post)
                .setWindow(window)
                .setAsOf(0)
                .setPre(pre)
                .setWeight(weight)
                .setState(Collections.nCopies(pre.size(), dev.hebb.schema.SynapseState.ACTIVE))
                .setLagMicros(Collections.nCopies(pre.size(), 2000))
                .setZ(Collections.nCopies(pre.size(), 5.0))
                .setFormedAt(Collections.nCopies(pre.size(), 0L))
                .setLastCoFiredAt(Collections.nCopies(pre.size(), 0L))
                .build();
    }

    private static NetworkWindow report(int shard, long window, long windowMicros) {
        return NetworkWindow.newBuilder()
                .setNetwork("n")
                .setShard(shard)
                .setShards(2)
                .setWindow(window)
                .setStart(window * windowMicros)
                .setEnd((window + 1) * windowMicros)
                .setObservedMicros(windowMicros)
                .setNetworkSpikes(0)
                .setSpikes(0)
                .setNeurons(0)
                .setPairs(0)
                .setActive(0)
                .setDormant(0)
                .setFormed(0)
                .setMasked(0)
                .setUnmasked(0)
                .setPruned(0)
                .setMeanWeight(0)
                .setStage("GROWTH")
                .build();
    }
}
