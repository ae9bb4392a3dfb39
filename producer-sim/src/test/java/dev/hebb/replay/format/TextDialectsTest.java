package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of any dialect holds neuron 3 at 0.25 s and neuron 5 at 1.5 s. */
class TextDialectsTest {
    private final Path folder;

    TextDialectsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit_id,spike_time_s\n3,0.25\n5,1.5\n",
                "time_s,neuron\n2.5e-1,3\n15e-1,5\n",
                "# made by a rig\n% and more\nneuron\ttime_ms\n3\t250\n# a break\n5\t1500.0\n",
                "cluster_id;time [s];amplitude\n3;0,25;1,0\n5;1,5;\n",
                "neuron time_ms\n3   250\n 5\t1500\n",
                "\"unit, sorted\",unit,\"time (ms)\"\n\"a,b\",3,250\n\"c\",5,1.5e3\n",
                "sender\ttime_ms\n3\t250.000\n5\t1500.000\n",
                ",unit id,spike time (s),0,1\n0,3,0.25,7,8\n1,5,1.5,7,\n",
                "# NEST version: 3.6\n# RecordingBackendASCII version: 2\nsender\ttime_ms\n3\t250.0\n5\t1500.0\n",
                "{\"neuron\": 3, \"time_us\": 250000}\n{\"time_us\": 1.5e6, \"neuron\": 5, \"x\": [1]}\n",
                "{\"unit\":3,\"time_ms\":250}\n\n{\"unit\":5,\"time_ms\":1500}\n"
            })
    void takesWhatTheNamesLeaveNoDoubtAbout(String text) throws IOException {
        RecordingFile file = RecordingFiles.open(write(text));
        requireBothSpikes(file);
        assertThat(file.notes()).as("what was guessed is said").hasSize(1);
        assertThat(file.notes().get(0)).containsAnyOf("seconds", "milliseconds", "microseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neuron=who,time=when|s|who,when\\n3,0.25\\n5,1.5\\n",
                "time=when,neuron=who|ms|x when who\\n0 250 3\\n0 1500 5\\n",
                "1,2|s|3,0.25\\n5,1.5\\n",
                "2,1|s|0,25;3\\n1,5;5\\n",
                "1,3|us|3\\t9\\t250000.2\\n5\\t9\\t1500000.4\\n",
                "1,2|s|id,t\\n3,0.25\\n5,1.5\\n",
                "1,2|s|3.000000000000000000e+00 2.500000000000000000e-01\\n5.0e+00 1.5000000000000000000000000e+00\\n",
                "neuron=a,time=b|ms|{\"a\":3,\"b\":250}\\n{\"a\":5,\"b\":1500}\\n"
            })
    void takesTheColumnsAndTheUnitThatTheUserStates(String columns, String unit, String text) throws IOException {
        requireBothSpikes(open(text.replace("\\n", "\n").replace("\\t", "\t"), columns, unit, null));
    }

    @Test
    void takesSamplesAtTheirRate() throws IOException {
        requireBothSpikes(open("unit,sample\n3,7500\n5,45000.0\n", null, null, "30000"));
        RecordingFile odd = open("unit,sample\n3,1\n5,1.5\n", null, null, "30000");
        assertThat(WholeRecording.of(odd).timesMicros()).containsExactly(33);
        assertThat(odd.notes()).anyMatch(note -> note.contains("line 3: time '1.5' is not a whole number of samples"));
        assertThatThrownBy(() -> RecordingFiles.open(write("unit,sample\n3,1\n")))
                .hasMessageContaining("column 'sample': the times are samples; give the sampling rate");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000005, 1",
        "-0.0000005, 0",
        "-0.0000015, -1",
        "2.0000005, 2000001",
        "2.00000049999999999999999999, 2000000",
        "0.1234565, 123457",
        "1e-7, 0",
        "1.5e3, 1500000000",
        "9007199254.740992, 9007199254740992",
        "00000000000000000000001.5, 1500000"
    })
    void roundsOnceHalvesUp(String seconds, long micros) throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(write("neuron,time_s\n1," + seconds + "\n")));
        assertThat(spikes.timesMicros()).containsExactly(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,\"1,000,000\"",
                "1,1e400",
                "1,1.2.3",
                "1,nan",
                "1,0x10",
                "1,\"5",
                "1,\"5\"6",
                "1,9007199254.8",
                "1.5,1",
                "1,--1",
                "1,1e",
                "\"1\"\"2\",5",
                "3,0,25",
                "3,1000;5,2000"
            })
    void refusesALineThatIsNoSpike(String line) throws IOException {
        RecordingFile file = RecordingFiles.open(write("neuron,time_s\n2,1\n" + line + "\n"));
        assertThat(file.extent().spikes()).isEqualTo(1);
        assertThat(file.notes().get(1)).startsWith("1 line was not a spike and was left out: line 3: ");
    }

    @Test
    void quotedThousandsAreOneField() throws IOException {
        RecordingFile file = RecordingFiles.open(write("neuron,time_us\n1,\"1,000,000\"\n1,5\n"));
        assertThat(WholeRecording.of(file).timesMicros()).containsExactly(5);
        assertThat(file.notes())
                .containsExactly("1 line was not a spike and was left out: line 2: time '1,000,000' is not a whole"
                        + " number of microseconds within 2^53");
    }

    @Test
    void numbersNeuronsThatHaveNames() throws IOException {
        RecordingFile file = open("who,when\nsc_b,1\n\"a, left\",0.5\nsc_b,2\n", "neuron=who,time=when", "s", null);
        assertThat(WholeRecording.of(file).neurons()).containsExactly(1, 0, 0);
        assertThat(file.notes()).contains("neurons are numbered by name: sc_b = 0, a, left = 1");
        RecordingFile large = open("4294967296,1\n7,2\n", "1,2", "s", null);
        assertThat(WholeRecording.of(large).neurons()).containsExactly(0, 1);
    }

    @Test
    void warnsOfAUnitThatContradictsTheName() throws IOException {
        assertThat(open("neuron,time_us\n1,2\n", null, "s", null).notes())
                .containsExactly("warning: the name 'time_us' says microseconds, but the times are taken as seconds, as"
                        + " --unit or --sample-rate says");
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        RecordingFile file = RecordingFiles.open(write("neuron,time_us\n1,5\n\u001b[31mx,6\n"));
        assertThat(file.notes().get(0)).contains("'\\x1b[31mx'").doesNotContain("\u001b");
        assertThatThrownBy(() -> RecordingFiles.open(write("\u001b[2Jnothing\n")))
                .hasMessageContaining("'\\x1b[2Jnothing'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit,spike_time\\n1,2\\n|column 'spike_time': the name does not say what the times count; give --unit s",
                "unit,cluster,time_s\\n1,2,3\\n|more than one column could hold the neurons: [unit, cluster]",
                "unit,time_s,time_ms\\n1,2,3\\n|more than one column could hold the times: [time_s, time_ms]",
                "1,0.5\\n2,0.7\\n|without a header: --columns 1,2",
                "sender\\ttime_step\\ttime_offset\\n1\\t3\\t0\\n|record again with time_in_steps=False",
                "# only\\n# comments\\n|has only blank lines and comments",
                "{\"neuron\": 3|line 1 begins with '{' and is not a complete JSON object",
                "neuron,time_us\\r1,2\\r|its lines end with carriage returns alone; convert it with: tr",
                "[{\"neuron\":1,\"time_us\":2}]\\n|is a JSON array; write one object a line, as with: jq -c",
                "{\"a\":1,\"b\":2}|line 1 has the fields [a, b]; name the two"
            })
    void refusesWhatIsInDoubtAndSaysHowToStateIt(String text, String why) {
        assertThatThrownBy(() -> RecordingFiles.open(
                        write(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r"))))
                .hasMessageContaining(why);
    }

    @Test
    void refusesUtf16ByItsName() throws IOException {
        for (String encoding : new String[] {"UTF-16", "UTF-16LE"}) {
            byte[] text = "neuron,time_us\n1,2\n".getBytes(encoding);
            Path file = Files.write(folder.resolve("wide.csv"), text);
            assertThatThrownBy(() -> RecordingFiles.open(file))
                    .hasMessageContaining(
                            "wide.csv is UTF-16 text; convert it with: iconv -f UTF-16 -t UTF-8 wide.csv");
        }
    }

    @Test
    void takesGdfAsNestWritesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("spikes-1-0.gdf"), "3\t250.000\t\n5\t1500.000\t\n");
        requireBothSpikes(RecordingFiles.open(file));
    }

    @Test
    void refusesFormsThatItDoesNotRead() throws IOException {
        byte[] feather = "ARROW1 and more\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> RecordingFiles.open(Files.write(folder.resolve("a.feather"), feather)))
                .hasMessageContaining(
                        "a.feather is Arrow or Feather, which Hebb does not read; convert it with: python3");
        Path params = Files.writeString(folder.resolve("params.py"), "sample_rate = 30000\n");
        assertThatThrownBy(() -> RecordingFiles.open(params)).hasMessageContaining("folder of Phy; give the folder");
        Path inner = Files.createDirectory(folder.resolve("sorter_output"));
        Files.write(inner.resolve("spike_times.npy"), new byte[] {1});
        assertThatThrownBy(() -> RecordingFiles.open(folder)).hasMessageContaining("there are spikes in [" + inner);
        assertThatThrownBy(() -> RecordingFiles.open(Path.of("/dev/null")))
                .hasMessageContaining("/dev/null is a pipe or a device");
        assertThatThrownBy(() -> RecordingFiles.open(Files.write(folder.resolve("a.pkl"), new byte[] {(byte) 0x80, 4})))
                .hasMessageContaining("is a pickle of Python");
        assertThatThrownBy(() -> RecordingFiles.open(Files.write(folder.resolve("a.bin"), new byte[] {1, 0, 0, 2})))
                .hasMessageContaining("is none of the known forms: Phy/Kilosort folder");
    }

    private void requireBothSpikes(RecordingFile file) throws IOException {
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.neurons()).containsExactly(3, 5);
        assertThat(spikes.timesMicros()).containsExactly(250_000, 1_500_000);
    }

    private RecordingFile open(String text, @Nullable String columns, @Nullable String unit, @Nullable String rate)
            throws IOException {
        ReadOptions options = new ReadOptionsBuilder()
                .columns(columns)
                .unit(unit)
                .sampleRate(rate)
                .build();
        return RecordingFiles.open(write(text), options, new UnitNames());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("spikes"), text);
    }
}
