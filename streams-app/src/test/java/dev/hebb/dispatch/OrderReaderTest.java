package dev.hebb.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.schema.Attention;
import dev.hebb.schema.ControlEvent;
import dev.hebb.schema.DefineArea;
import dev.hebb.schema.Gap;
import dev.hebb.schema.Lesion;
import dev.hebb.schema.Stage;
import dev.hebb.schema.Stimulation;
import dev.hebb.schema.Stress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderReaderTest {
    private static final long NOW = 350_000_000;

    /** JSON with single quotes, and the record that it means. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(
                        "{'command':'area','area':'cortex','neurons':[3,1,3]}",
                        new DefineArea("cortex", List.of(1, 3))),
                Arguments.of(
                        "{'command':'attention','area':'cortex','gain':3,'for':10}",
                        new Attention("cortex", List.of(), 3.0, NOW + 10)),
                Arguments.of(
                        "{'command':'attention','neurons':'7,1-2','gain':0.5}",
                        new Attention(null, List.of(1, 2, 7), 0.5, null)),
                Arguments.of("{'command':'stress','level':0.8,'until':400000000}", new Stress(0.8, 400_000_000L)),
                Arguments.of("{'command':'calm'}", new Stress(0.0, null)),
                Arguments.of("{'command':'lesion','neurons':[5]}", new Lesion(null, List.of(5))),
                Arguments.of(
                        "{'command':'stimulation','area':'a b','gain':2}",
                        new Stimulation("a b", List.of(), 2.0, null)),
                Arguments.of("{'command':'stage','stage':'REFINEMENT'}", new Stage("REFINEMENT", null)),
                Arguments.of("{'command':'stage','schedule':true,'age':86400000000}", new Stage(null, 86_400_000_000L)),
                Arguments.of("{'command':'gap','from':350000000,'to':360000000}", new Gap(350_000_000L, 360_000_000L)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsACommandAndWritesItAsTheTopicHasIt(String json, SpecificRecord expected) throws IOException {
        // When
        ControlEvent event = read(json).event();

        // Then: also after it was written and read
        ControlEvent back = ControlEvent.fromByteBuffer(event.toByteBuffer());
        assertThat(back).isEqualTo(event);
        assertThat(back.getCommand()).isEqualTo(expected);
        assertThat(back.getNetwork()).isEqualTo("dish");
        assertThat(back.getEffectiveFrom()).isEqualTo(NOW);
        assertThat(back.getSentBy()).isEqualTo("somebody");
        assertThat(back.getSentAt()).isPositive();
    }

    @Test
    void everyCommandHasAnotherId() throws Exception {
        assertThat(read("{'command':'calm'}").id())
                .isNotEqualTo(read("{'command':'calm'}").id());
    }

    @Test
    void holdsFromWhereSomebodySays() throws Exception {
        assertThat(read("{'command':'calm','from':-5}").fromMicros()).isEqualTo(-5);
        assertThat(read("{'command':'calm','from':'now'}").fromMicros()).isEqualTo(NOW);
        assertThat(read("{'command':'stress','level':1,'from':7,'for':3}").untilMicros())
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
                "{'command':'area','area':'a'}                                  | it is for nobody",
                "{'command':'stress','level':0.5,'until':350000000}             | would end at 350000000",
                "{'command':'stress','level':0.5,'for':0}                       | would end at 350000000",
                "{'command':'stress','level':0.5,'for':-1}                      | would end at 349999999",
                "{'command':'stress','level':0.5,'for':1,'until':400000000}     | both say when it ends",
                "{'command':'stress','level':0.5,'from':'noon'}                 | 'from' is \"noon\"",
                "{'command':'stress','level':0.5,'from':1e300}                  | whole number of microseconds",
                "{'command':'stress','level':0.5,'from':9007199254740993}       | within 2^53",
                "{'command':'stress','level':0.5,'untill':400000000}            | 'untill' is no field of stress",
                "{'command':'stage'}                                            | name of a 'stage', or 'schedule'",
                "{'command':'stage','stage':'GROWTH','schedule':true}           | name of a 'stage', or 'schedule'",
                "{'command':'stage','schedule':true,'age':-1}                   | 'age' is -1",
                "{'command':'gap','from':5}                                     | 'to' is missing",
                "{'command':'gap','from':5,'to':5}                              | would end at 5",
                "{'command':'calm','by':'a\\u001b[2J'}                          | none a control character",
            })
    void saysWhatIsWrong(String json, String why) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aNetworkNeedsAName() {
        assertThatThrownBy(() -> OrderReader.read(" ", new ObjectMapper().createObjectNode(), () -> NOW, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a network's name");
    }

    @Test
    void nowIsTheStartOfTheNextWindow() {
        // Given
        NetworkTime between = new NetworkTime("dish", 350_000_000, 354_000_000, 10_000_000);
        NetworkTime early = new NetworkTime("dish", -20_000_000, -15_000_000, 10_000_000);

        // Then
        assertThat(between.nowMicros()).isEqualTo(360_000_000);
        assertThat(early.nowMicros()).isEqualTo(-10_000_000);
        assertThatThrownBy(() -> between.requireOpen(349_999_999)).hasMessageContaining("350000000 µs");
        between.requireOpen(350_000_000);
    }

    private static Order read(String json) throws JsonProcessingException {
        return OrderReader.read("dish", new ObjectMapper().readTree(json.replace('\'', '"')), () -> NOW, "somebody");
    }
}
