package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and positions of a recording arrive in the API and in exports, and numbers of names are kept. */
class NeuronNamesIT {
    private static final Path CULTURE = Path.of("../producer-sim/src/test/resources/recordings/culture_places.h5");

    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new Scene(SharedStack.get(), "neuron-names", Map.of()).start();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void positionsArriveInTheAnswersAndExports() throws Exception {
        // When
        CommandRun replay = run("replay", CULTURE.toString(), "--network", "culture", "--wait");
        // Then
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("names or positions of 2 neurons are new");
        assertThat(get("/v1/networks/culture/neurons"))
                .contains(
                        "{\"neuron\":12,\"name\":\"ch_12A_unit_0\",\"numbered\":false,\"electrode\":\"12\",\"x\":200.0,"
                                + "\"y\":400.0,\"z\":null}");
        assertThat(run("export", "--network", "culture", "--format", "edgelist").out())
                .contains("# neuron 21 x=400.0 y=200.0 z= electrode=21 name=ch_21A_unit_0");
        assertThat(run("synapses", "--network", "culture", "--csv").out())
                .isEqualTo(
                        run("export", "--network", "culture", "--format", "csv").out());
        assertThat(run("export", "--network", "culture", "--format", "edgelist", "--at", "0")
                        .out())
                .contains("# neuron 21 x=400.0 y=200.0 z= electrode=21 name=ch_21A_unit_0");
    }

    @Test
    void aNameKeepsItsNumberInLaterFiles(@TempDir Path folder) throws Exception {
        // Given
        Path first = Files.writeString(folder.resolve("a.csv"), "neuron,time_us\nunit_b,5\nunit_a,6\n");
        Path second = Files.writeString(folder.resolve("b.csv"), "neuron,time_us\nunit_c,20000005\nunit_a,20000006\n");
        // When
        CommandRun one = run("replay", first.toString(), "--network", "words");
        CommandRun other = run("replay", second.toString(), "--network", "words", "--wait");
        // Then
        assertThat(one.err()).contains("neurons are numbered by name: unit_b = 0, unit_a = 1");
        assertThat(other.err())
                .contains("neurons are numbered by name: unit_c = 2, unit_a = 1")
                .contains("names or positions of 1 neuron are new");
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(get("/v1/networks/words/neurons")).contains("\"unit_a\"", "\"unit_b\"", "\"unit_c\"");
    }

    private static String get(String path) throws Exception {
        return scene.get(path).replaceAll("\\s", "");
    }

    private static CommandRun run(String... words) {
        return scene.run(List.of(words));
    }
}
