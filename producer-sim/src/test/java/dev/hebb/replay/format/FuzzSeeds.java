package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Recordings to be damaged, by their form; of each form with the options that it takes to read them. */
final class FuzzSeeds {
    /** What is refused undamaged: other forms, and contents that cannot be read. */
    static final String REFUSED = "refused";

    private static final Path WRITTEN = Path.of("src", "test", "resources", "recordings");
    private static final String ROWS = "3,1000\n4,2000\n3,3500\n7,4000\n4,5250\n";

    /** Options that make more of the recordings readable; the first that do are taken. */
    private static final List<ReadOptions> TRIED = List.of(
            ReadOptions.NONE,
            options(Optional.of("ms"), Optional.empty(), Optional.empty()),
            options(Optional.empty(), Optional.of("20000"), Optional.empty()),
            options(Optional.empty(), Optional.empty(), Optional.of("0")),
            options(Optional.empty(), Optional.empty(), Optional.of("*")),
            options(Optional.of("ms"), Optional.empty(), Optional.of("*")));

    private FuzzSeeds() {}

    /**
     * A recording that may be damaged.
     *
     * @param path of a file or a folder
     * @param options to read it with
     */
    record Seed(Path path, ReadOptions options) {}

    private static ReadOptions options(Optional<String> unit, Optional<String> rate, Optional<String> variable) {
        return new ReadOptions(
                Optional.empty(), unit.map(UnitOfTime::parse), rate.map(BigDecimal::new), variable, Optional.empty());
    }

    /**
     * All seeds, by the name of their form.
     *
     * @param directory where those are written that no other program has written
     */
    static Map<String, List<Seed>> write(Path directory) throws IOException {
        Map<String, List<Seed>> seeds = new TreeMap<>();
        List<Path> all = new ArrayList<>(folders(directory));
        all.addAll(files(directory));
        try (Stream<Path> written = Files.list(WRITTEN)) {
            written.sorted().forEach(all::add);
        }
        for (Path path : all) {
            add(path, seeds);
        }
        return seeds;
    }

    private static void add(Path path, Map<String, List<Seed>> seeds) throws IOException {
        for (ReadOptions options : TRIED) {
            try {
                RecordingFile file = RecordingFiles.open(path, options, new UnitNames());
                WholeRecording.of(file);
                // What follows says what is in the file.
                String form = file.format().split(",", 2)[0];
                seeds.computeIfAbsent(form, none -> new ArrayList<>()).add(new Seed(path, options));
                return;
            } catch (UnreadableRecordingException refused) {
                // The next options may be right.
            }
        }
        seeds.computeIfAbsent(REFUSED, form -> new ArrayList<>()).add(new Seed(path, ReadOptions.NONE));
    }

    private static List<Path> folders(Path directory) throws IOException {
        Path phy = Files.createDirectory(directory.resolve("phy"));
        Files.write(phy.resolve("spike_times.npy"), Npy.of("<u8", "(5, 1)", 1, 2, 3, 30_000, 60_001));
        Files.write(phy.resolve("spike_clusters.npy"), Npy.of("<i4", "(5,)", 4, 0, 7, 4, 9));
        text(phy, "params.py", "dat_path = 'x.dat'\nn_channels_dat = 385\nsample_rate = 30000.\n");
        text(phy, "cluster_group.tsv", "cluster_id\tgroup\n0\tgood\n4\tgood\n7\tmua\n9\tnoise\n");
        Path alf = Files.createDirectory(directory.resolve("alf"));
        Files.write(alf.resolve("spikes.times.npy"), Npy.of("<f8", "(5,)", 0.1, 0.5, 1.25, 2.0000005, 3));
        Files.write(alf.resolve("spikes.clusters.npy"), Npy.of("<u4", "(5,)", 2, 0, 1, 2, 0));
        text(
                alf,
                "clusters.metrics.csv",
                "cluster_id,amp_max,label,ks2_label\n0,1,1.0,good\n1,2,1.0,mua\n2,3,1.0,mua\n");
        Path rat = Files.createDirectory(directory.resolve("neuroscope"));
        text(rat, "rat.res.1", "2000\n10000\n25000\n40000\n60001\n");
        text(rat, "rat.clu.1", "4\n0\n2\n1\n3\n2\n");
        text(
                rat,
                "rat.xml",
                "<?xml version='1.0'?>\n<parameters><acquisitionSystem><nBits>16</nBits>"
                        + "<samplingRate>20000</samplingRate></acquisitionSystem></parameters>");
        return List.of(phy, alf, rat);
    }

    private static List<Path> files(Path directory) throws IOException {
        Path zipped = directory.resolve("rows.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(("neuron,time_us\n" + ROWS).getBytes(StandardCharsets.UTF_8));
        }
        return List.of(
                zipped,
                text(directory, "rows.csv", "neuron,time_us\n" + ROWS),
                text(directory, "rows.tsv", "time (ms)\tunit\n1.5\t\"a\"\n2.25\tb\n3e1\ta\n40\tb\n"),
                text(directory, "lines.jsonl", "{\"neuron\": 3, \"time_us\": 1200}\n{\"time_us\":1300,\"neuron\":4}\n"),
                text(directory, "nest.gdf", "1\t10.5\n2\t11.0\n1\t12.3\n"),
                text(directory, "nest.dat", "# NEST version: 3.8\nsender\ttime_ms\n1\t10.5\n2\t11.0\n1\t12.3\n"),
                text(
                        directory,
                        "dish_spike_list.csv",
                        "Investigator:,,Time (s),Electrode,Amplitude(mV)\r\n,,0.1,A1_23,0.02\r\n"
                                + "Sampling Frequency,12.5 kHz,0.5,A1_11,0.03\r\n,,1.25,A1_23,0.02\r\n"),
                Files.write(directory.resolve("a.nex"), ElectrodeArraysTest.nex()),
                Files.write(directory.resolve("a.nex5"), ElectrodeArraysTest.nex5()));
    }

    private static Path text(Path directory, String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
