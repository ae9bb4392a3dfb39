package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is named before a cluster is looked for: none is needed to find it. */
@Execution(ExecutionMode.CONCURRENT)
class WrongOptionsTest {
    private static final List<String> NO_ANSWER = List.of(
            "--bootstrap-servers=127.0.0.1:1", "--schema-registry=http://127.0.0.1:1", "--app=http://127.0.0.1:1");

    private final Path folder;

    WrongOptionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app --set window-micros=ten                                           | hebb.window-micros
            app --set windw-micros=10                                             | hebb.windw-micros
            app --set shards=0                                                    | shards
            app --http-port 70000                                                 | 70000
            app --http-host 0.0.0.0                                               | hebb.http.token-file
            app --set http.token-file=HERE/none                                   | HERE/none
            app --set http.truststore-file=HERE/none                              | hebb.http.keystore-file
            app --set http.commanders=anna                                        | hebb.http.truststore-file
            app --wait-for-cluster soon                                           | 'soon' is not a duration
            app --properties HERE/wrong.properties                                | hebb.window-micros
            doctor --properties HERE/wrong.properties                             | hebb.window-micros
            doctor --neurons 0                                                    | neurons
            doctor --neurons 100 --rate -1                                        | rate
            what-if --network dish --set evidence.alpha=much                      | hebb.evidence.alpha
            what-if --network dish --set evidence.alfa=0.1                        | hebb.evidence.alfa
            replay HERE/none.csv --network dish                                   | there is no such file
            replay HERE/two.csv HERE/none.csv --network dish                      | HERE/none.csv
            replay HERE/two.csv --network dish --columns neuron                   | 'neuron' does not say
            replay HERE/two.csv --network dish --unit minutes                     | 'minutes' is not a unit
            replay HERE/two.csv --network dish --sample-rate -5                   | a sampling rate of -5 Hz
            replay HERE/two.csv --network dish --clusters ,                       | ','
            replay HERE/two.csv --network dish --names HERE/two.csv               | two.csv
            replay HERE/two.csv --network dish --age young                        | 'young' is not a duration
            replay HERE/two.csv --network dish --age 7d,8d                        | --age 7d,11d
            replay HERE/two.csv --network dish --batch-ms 0                       | a batch of 0 µs
            replay HERE/two.csv --network dish --heartbeat 0s                     | heartbeat
            replay HERE/two.csv --network dish --window 0s                        | --window 0s
            replay HERE/two.csv --network dish --delivery-timeout 1ms             | delivery
            replay HERE/two.csv --network dish --wait --wait-timeout long         | 'long' is not a duration
            replay HERE/two.csv --out HERE/none/out.csv                           | HERE/none/out.csv
            replay - --network dish --variable x                                  | --variable
            simulate --network dish --duration ever                               | 'ever' is not a duration
            simulate --network dish --window 0s                                   | --window 0s
            simulate --network dish --model lif --duration 1s --window 0s         | --window 0s
            simulate --network dish --rate -1                                     | rate
            control attend --network dish --area cortex --gain 1000               | 1000
            control attend --network dish --area cortex --gain 2 --until never    | never
            control stress --network dish --level 2                               | level
            control lesion --network dish --neuron-ids x                          | x
            control gap --network dish --from 5s --until 2s                       | the gap ends at 2000000
            control stage --network dish --by-schedule --age old                  | 'old' is not a duration
            control calm --network dish --wait-timeout soon                       | 'soon' is not a duration
            pathways --network dish --source 1 --recent lately                    | 'lately' is not a duration
            export --network dish --format csv --at noon                          | --at
            export --network dish --format csv --out HERE/none/out.csv            | HERE/none/out.csv
            snapshot HERE/two.csv                                                 | two.csv exists
            snapshot HERE/none/file                                               | HERE/none/file
            restore HERE/none                                                     | there is no file HERE/none
            restore HERE/two.csv                                                  | HERE/two.csv
            bench --neurons 7                                                     | 7
            watch everything                                                      | expected one of
            """)
    void areNamedBeforeAClusterIsLookedFor(String command, String named) throws IOException {
        // Given
        Files.writeString(folder.resolve("two.csv"), "neuron,time_us\n1,5\n2,9\n");
        Files.writeString(folder.resolve("wrong.properties"), "hebb.window-micros=ten\n");
        List<String> line =
                List.of(command.replace("HERE", folder.toString()).strip().split(" +"));
        boolean usesCluster = !line.get(0).equals("bench");
        List<String> nowhere = new ArrayList<>(line);
        List<String> silent = new ArrayList<>(line);
        if (usesCluster) {
            nowhere.add("--data-dir=" + folder);
            silent.add("--data-dir=" + folder);
            silent.addAll(NO_ANSWER);
        }

        for (List<String> each : List.of(nowhere, silent)) {
            // When
            CommandRun failed = CommandRun.of(each.toArray(String[]::new));

            // Then
            assertThat(failed.exitCode()).as(failed.err()).isNotZero();
            assertThat(failed.err())
                    .contains(named.strip().replace("HERE", folder.toString()))
                    .doesNotContain("answer", "nothing runs", "nothing listens", "\tat ");
            assertThat(Arrays.stream(failed.err().split("\n")).filter(said -> said.startsWith("hebb:")))
                    .as(failed.err())
                    .hasSize(1);
        }
    }
}
