package dev.hebb.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.command.Command;
import dev.hebb.command.Command.Attention;
import dev.hebb.command.Command.DefineArea;
import dev.hebb.command.Command.Forget;
import dev.hebb.command.Command.Gap;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.NewEpoch;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stimulation;
import dev.hebb.command.Command.Stress;
import dev.hebb.command.Target;
import dev.hebb.control.CommandRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRequestReaderTest {
    private static final long NOW = 350_000_000;

    /** JSON with single quotes, and the command that it means. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(
                        "{'command':'area','area':'cortex','neurons':[3,1,3]}",
                        new DefineArea("cortex", new int[] {1, 3})),
                Arguments.of(
                        "{'command':'attention','area':'cortex','gain':3,'for':10}",
                        new Attention(Target.area("cortex"), 3, NOW + 10)),
                Arguments.of(
                        "{'command':'attention','neurons':'7,1-2','gain':0.5}",
                        new Attention(Target.neurons(1, 2, 7), 0.5, Command.FOREVER)),
                Arguments.of("{'command':'stress','level':0.8,'until':400000000}", new Stress(0.8, 400_000_000)),
                Arguments.of("{'command':'calm'}", new Stress(0, Command.FOREVER)),
                Arguments.of("{'command':'lesion','neurons':[5]}", new Lesion(Target.neurons(5))),
                Arguments.of(
                        "{'command':'stimulation','area':'a b','gain':2}",
                        new Stimulation(Target.area("a b"), 2, Command.FOREVER)),
                Arguments.of("{'command':'stage','stage':'REFINEMENT'}", new Stage("REFINEMENT", Stage.AGE_AS_BEFORE)),
                Arguments.of("{'command':'stage','schedule':true,'age':86400000000}", new Stage("", 86_400_000_000L)),
                Arguments.of("{'command':'gap','from':350000000,'to':360000000}", new Gap(350_000_000, 360_000_000)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsACommand(String json, Command expected) throws IOException {
        // When
        CommandRequest request = read(json);

        // Then
        assertThat(request.command()).isEqualTo(expected);
        assertThat(request.network()).isEqualTo("dish");
        assertThat(request.fromMicros()).isEqualTo(NOW);
        assertThat(request.timed().sentBy()).isEqualTo("someone@example.org");
        assertThat(request.timed().sentAtMicros()).isPositive();
    }

    @Test
    void forgetsOnlyIfTheNetworkIsNamedAgain() throws IOException {
        // When
        CommandRequest request = read("{'command':'forget','confirm':'dish'}");

        // Then
        assertThat(request.command()).isEqualTo(new Forget());
        assertThatThrownBy(() -> read("{'command':'forget','confirm':'fish'}")).hasMessageContaining("'dish'");
        assertThatThrownBy(() -> read("{'command':'forget'}")).hasMessageContaining("'confirm' is missing");
    }

    @Test
    void readsEveryKindOfCommandExceptNewEpochs() {
        // Given
        Stream<Class<?>> read = commands().map(row -> row.get()[1].getClass());

        // Then
        assertThat(Stream.concat(read, Stream.of(NewEpoch.class, Forget.class)))
                .containsOnly(Command.class.getPermittedSubclasses());
    }

    @Test
    void knowsEveryNameThatItLists() {
        assertThat(CommandRequestReader.names()).allSatisfy(name -> {
            try {
                read("{'command':'" + name + "'}");
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("there is no command");
            }
        });
        assertThatThrownBy(() -> read("{'command':'?'}"))
                .hasMessage("there is no command '?'; there are " + String.join(", ", CommandRequestReader.names()));
    }

    @Test
    void everyCommandHasAnotherId() throws Exception {
        assertThat(read("{'command':'calm'}").id())
                .isNotEqualTo(read("{'command':'calm'}").id());
    }

    @Test
    void holdsFromTheTimeThatIsGiven() throws Exception {
        assertThat(read("{'command':'calm','from':-5}").fromMicros()).isEqualTo(-5);
        assertThat(read("{'command':'calm','from':'now'}").fromMicros()).isEqualTo(NOW);
        assertThat(read("{'command':'stress','level':1,'from':7,'for':3}")
                        .command()
                        .untilMicros())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'command':'attention','neurons':[1]}                          | 'gain' is missing",
                "{'command':'attention','neurons':[1],'gain':-1}                | gain of attention is -1.0",
                "{'command':'stimulation','neurons':[1],'gain':101}             | gain of stimulation is 101.0",
                "{'command':'attention','neurons':[1],'gain':'3'}               | 'gain' is \"3\", not a number",
                "{'command':'attention','neurons':[1],'area':'a','gain':1}      | give one of them",
                "{'command':'attention','neurons':[1.5],'gain':1}               | 'neurons' is 1.5",
                "{'command':'attention','neurons':{'a':1},'gain':1}             | an array of whole numbers",
                "{'command':'lesion','neurons':[-1]}                            | neuron -1 is negative",
                "{'command':'area','area':' ','neurons':[1]}                    | an area needs a name",
                "{'command':'area','area':'a'}                                  | it names no neuron",
                "{'command':'stress','level':0.5,'until':350000000}             | ends at 350000000",
                "{'command':'stress','level':0.5,'for':0}                       | ends at 350000000",
                "{'command':'stress','level':0.5,'for':-1}                      | ends at 349999999",
                "{'command':'stress','level':0.5,'for':1,'until':400000000}     | both say when it ends",
                "{'command':'stress','level':0.5,'from':'noon'}                 | 'from' is \"noon\"",
                "{'command':'stress','level':0.5,'from':1e300}                  | whole number of microseconds",
                "{'command':'stress','level':0.5,'from':9007199254740993}       | within 2^53",
                "{'command':'stress','level':0.5,'untill':400000000}            | 'untill' is not a field of stress",
                "{'command':'stage'}                                            | name of a 'stage', or 'schedule'",
                "{'command':'stage','stage':'GROWTH','schedule':true}           | name of a 'stage', or 'schedule'",
                "{'command':'stage','schedule':true,'age':-1}                   | 'age' is -1",
                "{'command':'gap','from':5}                                     | 'to' is missing",
                "{'command':'gap','from':5,'to':5}                              | ends at 5",
                "{'command':'calm','by':'a\\u001b[2J'}                          | none a control character",
            })
    void saysWhatIsWrong(String json, String why) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aNetworkNeedsAName() {
        assertThatThrownBy(() -> CommandRequestReader.read(" ", new ObjectMapper().createObjectNode(), () -> NOW, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a network's name");
    }

    private static CommandRequest read(String json) throws JsonProcessingException {
        return CommandRequestReader.read(
                "dish", new ObjectMapper().readTree(json.replace('\'', '"')), () -> NOW, "someone@example.org");
    }
}
