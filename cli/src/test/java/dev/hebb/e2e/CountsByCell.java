package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.client.Connection;
import dev.hebb.schema.CoFiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reader of the topic of co-firing, which gives its counts by cell as the brute force does. */
final class CountsByCell {
    private CountsByCell() {}

    /** "window,pre,post,lag bin" to count; fails if a cell is published twice. */
    static Map<String, Integer> of(Topics topics, Connection connection, String network) {
        Map<String, Integer> counts = new HashMap<>();
        List<CoFiring> records = topics.read(connection.topics().coFiring(), CoFiring.getClassSchema());
        records.stream().filter(record -> record.getNetwork().equals(network)).forEach(record -> add(record, counts));
        return counts;
    }

    private static void add(CoFiring record, Map<String, Integer> counts) {
        for (int k = 0; k < record.getCounts().size(); k++) {
            int pre = record.getPre().get(record.getCellPre().get(k));
            String cell = record.getWindow() + "," + pre + "," + record.getPost() + ","
                    + record.getCellLagBin().get(k);
            assertThat(counts.put(cell, record.getCounts().get(k))).as(cell).isNull();
        }
    }
}
