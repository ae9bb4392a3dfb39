package dev.hebb.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.api.answer.Connectome;
import dev.hebb.api.view.SynapseView;
import dev.hebb.api.view.SynapseViewBuilder;
import dev.hebb.neuron.KnownNeuron;
import dev.hebb.parquet.ParquetColumn;
import dev.hebb.parquet.ParquetTable;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV, Parquet and NWB have the same tables: each is read by a reader of its own, and compared as text. */
class ExportedTablesTest {
    private static final String SYNAPSES = "processing/connectome/synapses/";

    private final Path folder;

    ExportedTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void allFormatsHaveTheSameValues() throws IOException {
        assertSame(connectome(3_000));
    }

    @Test
    void allFormatsHaveTheSameColumnsWithoutAnySynapse() throws IOException {
        assertSame(new Connectome("dish", List.of(), List.of()));
    }

    @Test
    void synapsesOfNwbReferToTheRowsOfUnits() throws IOException {
        try (HdfFile file = HdfFile.fromBytes(bytes(ExportFormat.NWB, connectome(50)))) {
            int[] ids = (int[]) file.getDatasetByPath("units/id").getData();
            for (String end : List.of("pre", "post")) {
                int[] neurons = (int[]) file.getDatasetByPath(SYNAPSES + end).getData();
                int[] rows =
                        (int[]) file.getDatasetByPath(SYNAPSES + end + "_unit").getData();
                assertThat(IntStream.of(rows).map(row -> ids[row])).containsExactly(boxed(neurons));
            }
            // A reference is the address of the header of what it refers to.
            assertThat(file.getDatasetByPath(SYNAPSES + "pre_unit")
                            .getAttribute("table")
                            .getData())
                    .isEqualTo(file.getByPath("units").getAddress());
        }
    }

    @Test
    void unitsOfNwbAreTheNeuronsWithWhatIsKnownOfThem() throws IOException {
        Connectome connectome = new Connectome(
                "dish",
                List.of(new SynapseViewBuilder(7, 2).build()),
                List.of(
                        KnownNeuron.numbered(4, "größer").on("A1"),
                        KnownNeuron.of(7).at(10.5, -20, Double.NaN)));
        try (HdfFile file = HdfFile.fromBytes(bytes(ExportFormat.NWB, connectome))) {
            assertThat(file.getDatasetByPath("units/id").getData()).isEqualTo(new int[] {2, 4, 7});
            assertThat(file.getDatasetByPath("units/unit_name").getData()).isEqualTo(new String[] {"", "größer", ""});
            assertThat(file.getDatasetByPath("units/electrode").getData()).isEqualTo(new String[] {"", "A1", ""});
            assertThat((double[]) file.getDatasetByPath("units/x").getData())
                    .containsExactly(Double.NaN, Double.NaN, 10.5);
            assertThat((double[]) file.getDatasetByPath("units/z").getData())
                    .containsExactly(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    @Test
    void nwbSaysAsOfWhenItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.NWB.write(new Export(connectome(1), 3_600_000_000L), out);
        try (HdfFile file = HdfFile.fromBytes(out.toByteArray())) {
            assertThat((String) file.getDatasetByPath("session_description").getData())
                    .contains("network dish", "as of the event time 3600000000 microseconds");
        }
    }

    private void assertSame(Connectome connectome) throws IOException {
        Map<String, List<String>> csv = csv(bytes(ExportFormat.CSV, connectome));
        assertThat(parquet(bytes(ExportFormat.PARQUET, connectome))).isEqualTo(csv);
        Map<String, List<String>> nwb = nwb(bytes(ExportFormat.NWB, connectome), csv.keySet());
        assertThat(nwb).isEqualTo(csv);
        assertThat(csv.get("pre")).hasSize(connectome.synapses().size());
    }

    /** Synapses with names of every length, which fill several collections of HDF5's global heap. */
    private static Connectome connectome(int synapses) {
        List<SynapseView> views = new ArrayList<>();
        List<KnownNeuron> neurons = new ArrayList<>();
        for (int k = 0; k < synapses; k++) {
            SynapseViewBuilder view = new SynapseViewBuilder(k, k + 1)
                    .state(k % 3 == 0 ? SynapseView.DORMANT : SynapseView.ACTIVE)
                    .weight(1.0 / (k + 1))
                    .lagMicros(k * 17)
                    .z(k % 5 == 0 ? -k / 7.0 : k / 7.0)
                    .times(1_700_000_000_000_000L + k, 1_700_000_000_000_000L + 2L * k)
                    .kind(k % 5 == 0 ? SynapseView.INHIBITORY : SynapseView.EXCITATORY);
            views.add(k % 5 == 0 ? view.build() : view.fdr(k / 1e5).build());
            if (k % 2 == 0) {
                neurons.add(KnownNeuron.numbered(k, "é,\"" + "x".repeat(k % 40))
                        .at(k + 0.5, k % 4 == 0 ? Double.NaN : -k, Double.NaN));
            }
        }
        neurons.add(KnownNeuron.numbered(100_000, "y".repeat(40_000)));
        return new Connectome("dish", views, neurons);
    }

    private static byte[] bytes(ExportFormat format, Connectome connectome) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(new Export(connectome, null), out);
        return out.toByteArray();
    }

    private static Map<String, List<String>> csv(byte[] content) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        String text = new String(content, StandardCharsets.UTF_8);
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            parser.getHeaderNames().forEach(name -> columns.put(name, new ArrayList<>()));
            for (CSVRecord row : parser) {
                columns.forEach((name, values) -> values.add(row.get(name)));
            }
        }
        return columns;
    }

    private Map<String, List<String>> parquet(byte[] content) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("synapses.parquet"), content);
        try (ParquetTable table = ParquetTable.open(file)) {
            List<ParquetColumn> read = table.read(table.columns());
            for (int k = 0; k < read.size(); k++) {
                ParquetColumn column = read.get(k);
                columns.put(
                        table.columns().get(k),
                        IntStream.range(0, Array.getLength(column.values()))
                                .mapToObj(row -> column.missing().get(row)
                                        ? ""
                                        : String.valueOf(Array.get(column.values(), row)))
                                .toList());
            }
        }
        return columns;
    }

    private static Map<String, List<String>> nwb(byte[] content, Iterable<String> names) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (HdfFile file = HdfFile.fromBytes(content)) {
            Group table = (Group) file.getByPath("processing/connectome/synapses");
            List<String> order =
                    List.of((String[]) table.getAttribute("colnames").getData());
            assertThat(order).startsWith(String.join(",", names).split(","));
            for (String name : names) {
                Dataset dataset = file.getDatasetByPath(SYNAPSES + name);
                assertThat(dataset.getDimensions()).hasSize(1);
                Object values = dataset.isEmpty() ? new int[0] : dataset.getData();
                columns.put(
                        name,
                        IntStream.range(0, Array.getLength(values))
                                .mapToObj(row -> String.valueOf(Array.get(values, row)))
                                .map(text -> text.equals("NaN") ? "" : text)
                                .toList());
            }
        }
        return columns;
    }

    private static Integer[] boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toArray(Integer[]::new);
    }
}
