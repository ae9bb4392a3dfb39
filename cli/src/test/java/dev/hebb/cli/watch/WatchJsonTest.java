package dev.hebb.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.cli.Records;
import dev.hebb.schema.NetworkEvent;
import dev.hebb.schema.NetworkEventKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fields of {@code watch --json} are an interface: those that programs rely on stay as docs/clients.md lists them.
 */
class WatchJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> records() {
        NetworkEvent stage = NetworkEvent.newBuilder()
                .setNetwork("dish")
                .setKind(NetworkEventKind.COMMAND_APPLIED)
                .setAt(0)
                .setWindow(0)
                .setStage("GROWTH")
                .build();
        return Stream.of(
                Arguments.of("pruning", Records.synapsePruned("dish", 1, 2, 3)),
                Arguments.of("synapses", Records.synapseFormed("dish", 1, 2, 3)),
                Arguments.of("windows", Records.windowClosed("dish", 0, 1, 3, 10)),
                Arguments.of("network", stage));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void hasTheFieldsThatTheDocumentationLists(String what, SpecificRecord record) throws Exception {
        // When
        JsonNode line = JSON.readTree(AvroJson.line(record));
        // Then
        List<String> fields = new ArrayList<>();
        line.fieldNames().forEachRemaining(fields::add);
        String row = Files.readAllLines(Path.of("..", "docs", "clients.md")).stream()
                .filter(text -> text.startsWith("| `" + what + "` |"))
                .findFirst()
                .orElseThrow();
        List<String> documented = List.of(row.split("\\|")[2].strip().split("\\s+"));
        assertThat(fields).containsExactlyElementsOf(documented);
        assertThat(line.get("network").asText()).isEqualTo("dish");
    }
}
