package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sampling rate of params.py is the number that Python 3 gives. */
class ParamsFileTest {
    private final Path folder;

    ParamsFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sample_rate = 30000|30000",
                "sample_rate = 30000.|30000.0",
                "sample_rate = 60000/2|30000.0",
                "sample_rate = 30e3 * 1.0|30000.0",
                "sample_rate = 1e6/(100/3)|29999.999999999996",
                "sample_rate = 30 * 1000|30000",
                "fs = 30000\\nsample_rate = fs|30000",
                "fs = 15_000\\nsample_rate = 2*fs # both|30000",
                "sample_rate = 0x7530|30000",
                "sample_rate = 0b111010100110000|30000",
                "sample_rate = 0o72460|30000",
                "sample_rate = 3_0000.0|30000.0",
                "sample_rate = 3*10**4|30000",
                "sample_rate = -2**2 + 30004|30000",
                "sample_rate = 3e4 // 7|4285.0",
                "sample_rate = 60001 // 2|30000",
                "sample_rate = -60001 // -2 - 60001 % 2|29999",
                "sample_rate = (25000\\n    + 5000)|30000",
                "sample_rate = 25000 \\\\\\n    + 5000|30000",
                "sample_rate = 25000\\nsample_rate = 30000|30000",
                "sample_rate = 30000\\n'''\\nsample_rate = 25000\\n'''|30000",
                "'''it's\\nsample_rate = 1\\n'''\\nsample_rate = 30000|30000",
                "dat_path = 'a # b'; sample_rate = 30000|30000",
                "dat_path = r'C:\\\\data'  \\nsample_rate = 30000|30000",
                "# sample_rate = 1\\nsample_rate = 30000|30000",
                "dat_path = [\\n'sample_rate = 1',\\n]\\nsample_rate = 30000|30000",
                "sample_rate = rate = 30000|30000",
                "sample_rate: float = 30000|30000",
                "sample_rate = 15000\\nsample_rate *= 2|30000",
                "sample_rate = float(30000)|30000.0",
                "sample_rate = int(3e4)|30000",
                "sample_rate = 30000\\r\\nn_channels_dat = 4|30000",
                "\uFEFFsample_rate = 30000|30000",
                "sample_rate = 30000\\nprint(sample_rate)|30000",
                "sample_rate = 29999.9671|29999.9671",
                "from rig import *\\nexec('fs = 2')\\nsample_rate = 30000|30000",
                "import os, re\\np = re.compile('x')\\nif os.name: x = 1; y = 2\\nsample_rate = 30000|30000"
            })
    void isTheNumberThatPythonGives(String source, String rate) throws IOException {
        write(source.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\"));
        assertThat(ParamsFile.sampleRate(folder)).isEqualTo(new BigDecimal(rate));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sample_rate = probe.rate|line 1: 'probe' is not a number",
                "fs = get()\\nsample_rate = fs|line 2: fs has no known value (line 1: 'get' is not a number)",
                "sample_rate = 30000\\nif x:\\n    sample_rate = 25000|line 3: this line about sample_rate is in an"
                        + " indented block",
                "a, sample_rate = 1, 30000|line 1: this line about sample_rate is not a plain assignment",
                "from rig import sample_rate|line 1: this line about sample_rate is not a plain assignment",
                "sample_rate = 30000 Hz|line 1: 'Hz' is not arithmetic",
                "sample_rate = 30,000|line 1: ',' is not arithmetic",
                "sample_rate = '30000'|line 1: 'text' is not a number",
                "sample_rate = 1/0|line 1: division by zero",
                "sample_rate = 3 *|line 1: it ends where a number should follow",
                "sample_rate = 030000|line 1: '030000' is not a number",
                "sample_rate = (30000|line 1: a parenthesis is not closed",
                "sample_rate = 0|sample_rate is 0, which is not a rate",
                "sample_rate = 1e300*1e300|sample_rate is Infinity, which is not a rate",
                "# sample_rate = 3|no line sample_rate = NUMBER",
                "else: sample_rate = 3|line 1: this line about sample_rate is not a plain assignment",
                "sample_rate = 30000\\nglobals()['sample_rate'] = 25000|line 2: globals may set any name",
                "sample_rate = 30000\\nexec('sample_rate = 25000')|line 2: exec may set any name",
                "sample_rate = 30000\\nprint(exec('sample_rate = 25000'))|line 2: exec may set any name",
                "fs = 30000\\nvars()['fs'] = 25000\\nsample_rate = fs|line 3: fs has no known value (line 2: vars may",
                "sample_rate = 30000\\nfrom rig import *|line 2: import * may set any name",
                "sample_rate = 30000\\nimport rig as sample_rate|line 2: this line about sample_rate is not a plain",
                "def f():\\n    global sample_rate\\n    sample_rate = 1\\nsample_rate = 30000\\nf()|line 2: a function",
                "def f(): global fs; fs = 1\\nfs = 30000\\nf()\\nsample_rate = fs|line 4: fs has no known value (line 1: a",
                "def f():\\n    exec('sample_rate = 1')\\nsample_rate = 30000\\nf()|line 2: exec may set any name",
                "sample_rate = 30000\\nif rig: fs = 1; sample_rate = 25000|line 2: this line about sample_rate is in an",
                "sample_rate = 30000\\nx = (sample_rate := 25000)|line 2: this line about sample_rate is not a plain",
                "sample_rate = 30000 if rig else 25000|line 1: 'if' is not arithmetic",
                "sample_rate = 30000\\nfor sample_rate in (1, 2): pass|line 2: this line about sample_rate is not a",
                "sample_rate = 30000\\nwith open('r') as f: exec(f.read())|line 2: exec may set any name"
            })
    void refusesWhatItDoesNotUnderstandAndNamesTheLine(String source, String why) throws IOException {
        write(source.replace("\\n", "\n"));
        assertThatThrownBy(() -> ParamsFile.sampleRate(folder))
                .hasMessageContaining("params.py")
                .hasMessageContaining(why)
                .hasMessageContaining("--sample-rate");
    }

    @Test
    void readsLatin1AndRefusesUtf16() throws IOException {
        Path file = folder.resolve("params.py");
        Files.write(file, "dat_path = 'Mäuse'\nsample_rate = 30000.\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ParamsFile.sampleRate(folder)).isEqualByComparingTo("30000");
        Files.write(file, "sample_rate = 30000.\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> ParamsFile.sampleRate(folder))
                .hasMessageContaining("params.py is UTF-16 text; convert it with: iconv -f UTF-16 -t UTF-8");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("params.py"), source);
    }
}
