package dev.hebb.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuronRangesTest {
    @Test
    void readsNumbersAndRanges() {
        assertThat(NeuronRanges.parse("60, 0-3,2 - 4")).containsExactly(0, 1, 2, 3, 4, 60);
        assertThat(NeuronRanges.parse("2147483647")).containsExactly(Integer.MAX_VALUE);
        assertThat(NeuronRanges.parse("0-99999")).hasSize(NeuronRanges.MOST);
    }

    @Property
    void readsWhatIsWrittenOneByOne(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = Integer.MAX_VALUE) Integer> neurons) {
        String text = neurons.stream().map(String::valueOf).collect(Collectors.joining(","));
        assertThat(NeuronRanges.parse(text))
                .containsExactly(neurons.stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | neither a neuron nor a range",
                "1,,2         | neither a neuron nor a range",
                "-1           | neither a neuron nor a range",
                "one          | neither a neuron nor a range",
                "9-3          | ends before it begins",
                "2147483648   | more than a neuron's id can be",
                "0-2147483647 | more than 100000",
                "0-99999,200000-300000 | more than 100000",
            })
    void saysWhatIsWrong(String text, String why) {
        assertThatThrownBy(() -> NeuronRanges.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
