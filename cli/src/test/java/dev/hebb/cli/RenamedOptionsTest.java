package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParseResult;

/** Former names of options still parse, as the new ones do. */
class RenamedOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "replay f.csv --csv out.csv; replay f.csv --out out.csv",
                "simulate --csv=- --wait-for-hebb 5s --practised 1; simulate --out=- --answer-timeout 5s --practised-share 1",
                "bench --quick --json table.json; bench --quick --out table.json",
                "experiment stress --small --seed 2; experiment stress --quick --seed 2",
                "control gap --network n --from 1s --to 2s; control gap --network n --from 1s --until 2s",
                "pathways --network n --from 3; pathways --network n --source 3",
                "control area a --network n --neurons 1; control area a --network n --neuron-ids 1",
                "control lesion --network n --neurons=1 --wait 5s; control lesion --network n --neuron-ids=1 --wait"
                        + " --wait-timeout 5s",
                "control calm --network n --wait 5s; control calm --network n --wait --wait-timeout 5s",
                "control calm --wait=5s --network n; control calm --wait --wait-timeout=5s --network n",
                "synapses --network n --csv; synapses --network n --csv",
            })
    void theFormerNameMeansTheNewOne(String former, String now) {
        assertThat(options(former)).isEqualTo(options(now)).isNotEmpty();
    }

    private static List<String> options(String line) {
        ParseResult result = Main.commandLine().parseArgs(line.split(" "));
        while (result.hasSubcommand()) {
            result = Objects.requireNonNull(result.subcommand());
        }
        return result.matchedOptions().stream()
                .map(option -> option.longestName() + option.originalStringValues())
                .toList();
    }
}
