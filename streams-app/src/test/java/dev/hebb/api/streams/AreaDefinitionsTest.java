package dev.hebb.api.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.answer.Area;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Forget;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import dev.hebb.schema.Stress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaDefinitionsTest {
    private final AreaDefinitions areas = new AreaDefinitions("dish");

    @Test
    void theDefinitionThatWasAppliedLastHolds() {
        // Given: sent in another order than they take effect
        define("cortex", "late", 200, 3);
        define("cortex", "early", 100, 1);
        define("cortex", "future", 900, 9);
        define("cortex", "refused", 300, 7);
        outcome("early", NetworkEventKind.COMMAND_APPLIED);
        outcome("late", NetworkEventKind.COMMAND_APPLIED);
        outcome("refused", NetworkEventKind.COMMAND_REFUSED);
        define("nose", "none", 100, 4);
        outcome("none", NetworkEventKind.COMMAND_REFUSED);

        // Then
        assertThat(areas.all()).containsExactly(new Area("cortex", List.of(3), 200, true));
    }

    @Test
    void beforeAnyWasAppliedTheLatestIsListed() {
        // Given
        define("b", "later", 200, 2, 1, 2);
        define("b", "sooner", 100, 3);
        define("a", "", 100, 4);
        outcome("", NetworkEventKind.COMMAND_APPLIED);

        // Then
        assertThat(areas.all())
                .containsExactly(new Area("a", List.of(4), 100, false), new Area("b", List.of(1, 2), 200, false));
    }

    @Test
    void aNetworkThatWasForgottenHasOnlyThoseOfItsNextLife() {
        // Given
        define("cortex", "before", 100, 1);
        outcome("before", NetworkEventKind.COMMAND_APPLIED);
        forget("refused");
        outcome("refused", NetworkEventKind.COMMAND_REFUSED);
        forget("unanswered");
        assertThat(areas.all()).extracting(Area::area).containsExactly("cortex");

        // When
        forget("applied");
        outcome("applied", NetworkEventKind.COMMAND_APPLIED);
        define("nose", "after", 100, 2);

        // Then
        assertThat(areas.all()).extracting(Area::area).containsExactly("nose");
    }

    @Test
    void otherNetworksAndCommandsAreNone() {
        // Given
        areas.command(new ControlEvent("other", 0L, new DefineArea("x", List.of(1)), "1", "", 0L));
        areas.command(new ControlEvent("dish", 0L, new Stress(1.0, null), "2", "", 0L));

        // Then
        assertThat(areas.all()).isEmpty();
    }

    private void define(String area, String id, long fromMicros, Integer... neurons) {
        areas.command(new ControlEvent("dish", fromMicros, new DefineArea(area, List.of(neurons)), id, "anna", 0L));
    }

    private void forget(String id) {
        areas.command(new ControlEvent("dish", 0L, new Forget(), id, "anna", 0L));
    }

    private void outcome(String id, NetworkEventKind kind) {
        areas.outcome(NetworkEvent.newBuilder()
                .setNetwork("dish")
                .setKind(kind)
                .setAt(0)
                .setWindow(0)
                .setStage("GROWTH")
                .setCommandId(id)
                .build());
    }
}
