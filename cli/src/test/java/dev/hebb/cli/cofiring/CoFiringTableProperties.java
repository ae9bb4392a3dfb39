package dev.hebb.cli.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.cli.Records;
import dev.hebb.cli.support.CliException;
import dev.hebb.schema.CoFiring;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against the plainest code: all cells of all windows in one sorted list of lines. */
class CoFiringTableProperties {
    private static final String NETWORK = "dish";

    private static final int CELLS = 7 * 12 * 12 * 5;

    private record Cell(int window, int pre, int post, int lagBin) {}

    private record Table(List<String> lines, DendriteRecords records, ClosedWindows closed) {}

    @Property
    void printsEveryCellInTheOrderOfNumbers(
            @ForAll @Size(max = 200) List<@IntRange(max = CELLS - 1) Integer> cells, @ForAll long seed) {
        // Given
        Table table = table(cells, seed);

        // When
        StringWriter printed = new StringWriter();
        CoFiringTable coFiring = new CoFiringTable(NETWORK, table.closed.pairs(), table.records);
        coFiring.check();
        coFiring.print(new PrintWriter(printed));

        // Then
        assertThat(printed.toString().lines()).containsExactlyElementsOf(table.lines);
    }

    @Property(tries = 50)
    void refusesATableThatLacksAPair(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = CELLS - 1) Integer> cells, @ForAll long seed) {
        // Given
        Table table = table(cells, seed);
        int window = cell(cells.get(0)).window;
        ClosedWindows more = new ClosedWindows(NETWORK);
        more.accept("", Records.windowClosed(NETWORK, 0, 1, window, 1 + countIn(window, cells)));

        // Then
        assertThatThrownBy(() -> new CoFiringTable(NETWORK, more.pairs(), table.records).check())
                .isInstanceOf(CliException.class)
                .hasMessageContaining("window " + window + " has");
    }

    private static Table table(List<Integer> codes, long seed) {
        TreeMap<List<Integer>, Integer> counts = new TreeMap<>(CoFiringTableProperties::compare);
        codes.forEach(code -> {
            Cell cell = cell(code);
            counts.merge(List.of(cell.window, cell.pre, cell.post, cell.lagBin), 1, Integer::sum);
        });
        List<String> lines = new ArrayList<>(List.of(CoFiringTable.HEADER));
        TreeMap<List<Integer>, TreeMap<Integer, TreeMap<Integer, Integer>>> dendrites =
                new TreeMap<>(CoFiringTableProperties::compare);
        counts.forEach((at, count) -> {
            lines.add(at.get(0) + "," + at.get(1) + "," + at.get(2) + "," + at.get(3) + "," + count);
            dendrites
                    .computeIfAbsent(List.of(at.get(0), at.get(2)), absent -> new TreeMap<>())
                    .computeIfAbsent(at.get(1), absent -> new TreeMap<>())
                    .put(at.get(3), count);
        });
        List<CoFiring> records = new ArrayList<>();
        dendrites.forEach((at, of) -> records.add(Records.coFiring(NETWORK, at.get(1), at.get(0), of)));
        Collections.shuffle(records, new Random(seed));
        DendriteRecords read = new DendriteRecords(NETWORK);
        records.forEach(record -> read.accept("", record));
        return new Table(lines, read, closed(codes));
    }

    private static ClosedWindows closed(List<Integer> codes) {
        ClosedWindows closed = new ClosedWindows(NETWORK);
        for (int window = -3; window <= 3; window++) {
            long pairs = countIn(window, codes);
            closed.accept("", Records.windowClosed(NETWORK, 0, 2, window, pairs / 2));
            closed.accept("", Records.windowClosed(NETWORK, 1, 2, window, pairs - pairs / 2));
            closed.accept("", Records.windowClosed("other", 0, 1, window, 99));
        }
        closed.accept("", Records.windowClosed(NETWORK, 0, 2, 4, 7));
        return closed;
    }

    private static long countIn(int window, List<Integer> codes) {
        return codes.stream().filter(code -> cell(code).window == window).count();
    }

    private static Cell cell(int code) {
        int post = code / 5 % 12;
        int pre = code / 5 / 12 % 12;
        return new Cell(code / 5 / 12 / 12 - 3, pre, post, code % 5);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return Integer.compare(a.get(i), b.get(i));
            }
        }
        return 0;
    }
}
