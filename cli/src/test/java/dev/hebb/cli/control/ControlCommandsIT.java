package dev.hebb.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import dev.hebb.client.TopicNames;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stress;
import dev.hebb.stack.TemporaryStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to a network that no app counts, against a real broker and registry. */
class ControlCommandsIT {
    private static final String NO_APP = "http://127.0.0.1:1";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static TemporaryStack temporary;
    private static ScriptedPipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        temporary = TemporaryStack.start();
        temporary.stack().provision(TopicNames.DEFAULT, 2);
        pipeline = new ScriptedPipeline(temporary.stack().connection());
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        temporary.close();
    }

    @Test
    void sendsAndWaitsUntilItIsApplied() {
        // When
        CommandRun run =
                control("attend --area cortex --gain 3 --from 10m --for 5m --by anna --wait --wait-timeout 2m");

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().get(0))
                .isEqualTo("sent to network 'dish' by anna: attention 3.0 to area 'cortex' until 900000000 µs");
        assertThat(run.out().get(1))
                .startsWith("it holds from 00:10:00.000 (600000000 µs) until 00:15:00.000 (900000000 µs); its id is ");
        assertThat(run.out().get(2)).isEqualTo("applied: it holds from window 60 on, in stage GROWTH");
        assertThat(run.err()).contains("not checked whether it can take effect");
        ControlEvent sent = sent(run);
        assertThat(sent.getCommand()).isEqualTo(new Attention("cortex", List.of(), 3.0, 900_000_000L));
        assertThat(sent.getSentBy()).isEqualTo("anna");
    }

    @Test
    void failsWithTheReasonIfItIsRefused() {
        // When
        CommandRun run = control("lesion --neurons 7 --from 0");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("hebb: the pipeline refused it: neuron 7 is unknown");
    }

    @Test
    void saysWhenItTakesEffectWithoutAnAnswer() {
        // When
        CommandRun waiting = control("stress --level 0.8 --from 20s --wait --wait-timeout 100ms");
        CommandRun hasty = control("calm --from 20s --no-wait");

        // Then
        assertThat(waiting.exitCode()).isEqualTo(1);
        assertThat(waiting.out().get(2)).startsWith("it takes effect when event time reaches 00:00:20.000");
        assertThat(waiting.err()).contains("neither applied nor refused within --wait-timeout");
        assertThat(hasty.exitCode()).isZero();
        assertThat(sent(hasty).getCommand()).isEqualTo(new Stress(0.0, null));
    }

    @Test
    void sendsEveryOtherCommand() {
        assertThat(sent(control("area cortex --neurons 0-2,60 --from 0")).getCommand())
                .isEqualTo(new DefineArea("cortex", List.of(0, 1, 2, 60)));
        assertThat(sent(control("stage REFINEMENT --from 0")).getCommand()).isEqualTo(new Stage("REFINEMENT", null));
        assertThat(sent(control("stage --by-schedule --age 14d --from 0")).getCommand())
                .isEqualTo(new Stage(null, 14 * 86_400_000_000L));
        assertThat(sent(control("gap --from 10s --until 20s")).getCommand())
                .isEqualTo(new Gap(10_000_000L, 20_000_000L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "attend --area a --gain -1 --from 0 ; 1 ; gain of attention is -1.0",
                "attend --area a --gain 2 ; 1 ; 'now' is unknown, give --from",
                "attend --area a --neurons 1 --gain 2 ; 2 ; mutually exclusive",
                "attend --gain 2 ; 2 ; --area=AREA | --neuron-ids=IDS",
                "attend --neurons 5-1 --gain 2 --from 0 ; 1 ; ends before it begins",
                "stress --level 2 --from 0 ; 1 ; must lie in [0, 1]",
                "stress --level 1 --from 10s --until 9s ; 1 ; ends at 9000000 µs",
                "stress --level 1 --from 0 --until 9s --for 1s ; 1 ; 'until' and 'for' both say when it ends",
                "stress --level 1 --from noon ; 1 ; 'noon' is not an event time",
                "stage --from 0 ; 1 ; which stage?",
                "gap --from 20s --to 10s ; 1 ; not after it begins",
                "calm --from 0 --wait 1s --no-wait ; 1 ; contradict each other",
            })
    void refusesWhatCannotBe(String line, int exitCode, String why) {
        // Given
        int before = pipeline.commands().size();

        // When
        CommandRun run = control(line);

        // Then
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(why);
        assertThat(pipeline.commands()).hasSize(before);
    }

    private static CommandRun control(String line) {
        List<String> words = new ArrayList<>(List.of("control"));
        words.addAll(List.of(line.split(" ")));
        words.addAll(List.of("--network", "dish"));
        return CommandRun.of(temporary.stack(), NO_APP, words.toArray(String[]::new));
    }

    /** The record on the topic, by the id that the command line prints. */
    private static ControlEvent sent(CommandRun run) {
        String line = run.out().get(1);
        String id = line.substring(line.lastIndexOf(' ') + 1);
        return Awaitility.await()
                .atMost(TIMEOUT)
                .until(
                        () -> pipeline.commands().stream()
                                .filter(command -> command.getId().equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
