package dev.hebb.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.control.CommandRecords;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody words as JSON is what a shard obeys. */
class CommandRecordsTest {
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(
                        "{'command':'area','area':'a','neurons':'0-2'}",
                        new Command.DefineArea("a", new int[] {0, 1, 2})),
                Arguments.of(
                        "{'command':'attention','area':'a','gain':3,'for':10}",
                        new Command.Attention(Target.area("a"), 3, 17)),
                Arguments.of(
                        "{'command':'stimulation','neurons':[4],'gain':0}",
                        new Command.Stimulation(Target.neurons(4), 0, Command.FOREVER)),
                Arguments.of("{'command':'stress','level':0.5}", new Command.Stress(0.5, Command.FOREVER)),
                Arguments.of("{'command':'calm'}", new Command.Stress(0, Command.FOREVER)),
                Arguments.of("{'command':'lesion','neurons':[4,2]}", new Command.Lesion(Target.neurons(2, 4))),
                Arguments.of(
                        "{'command':'stage','stage':'MATURITY'}",
                        new Command.Stage("MATURITY", Command.Stage.AGE_AS_BEFORE)),
                Arguments.of("{'command':'stage','schedule':true,'age':9}", new Command.Stage("", 9)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatWasWordedIsWhatIsObeyed(String json, Command expected) throws Exception {
        // When
        Order order = OrderReader.read("dish", new ObjectMapper().readTree(json.replace('\'', '"')), () -> 7, "anna");
        TimedCommand obeyed = Objects.requireNonNull(CommandRecords.of(order.event()));

        // Then
        assertThat(obeyed).isEqualTo(new TimedCommand(7, 0, expected, order.id(), "anna", order.sentAtMicros()));
        assertThat(CommandRecords.words(order.event())).isEqualTo(order.words());
    }
}
