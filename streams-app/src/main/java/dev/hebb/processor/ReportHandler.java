package dev.hebb.processor;

import dev.hebb.census.Census;
import dev.hebb.census.CensusConfig;
import dev.hebb.census.PrunedNeuron;
import dev.hebb.shard.NeuronReport;
import dev.hebb.shard.ReportSink;
import dev.hebb.store.StoredCensus;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The census of every network, report by report: prunes neurons, once every shard of their network has closed a window.
 * Not thread-safe.
 *
 * @param config how many shards report
 * @param store of the census
 * @param records where pruned neurons go
 */
record ReportHandler(CensusConfig config, KeyValueStore<Bytes, byte[]> store, CensusRecords records)
        implements ReportSink {
    @Override
    public void report(String network, int shard, NeuronReport report) {
        StoredCensus stored = new StoredCensus(store, network);
        List<NeuronReport> reports = complete(stored, shard, report);
        if (!reports.isEmpty()) {
            Census census = new Census(stored.load());
            List<PrunedNeuron> pruned = census.close(reports);
            stored.save(census.neurons());
            pruned.forEach(neuron -> records.pruned(network, report, neuron));
        }
    }

    @Override
    public void forget(String network, int shard) {
        StoredCensus stored = new StoredCensus(store, network);
        if (config.shards() == 1) {
            stored.forget();
        } else {
            stored.forgottenBy(shard, config.shards());
        }
    }

    /** The reports of all shards on a window; none as long as one is missing. */
    private List<NeuronReport> complete(StoredCensus stored, int shard, NeuronReport report) {
        if (config.shards() == 1) {
            return List.of(report);
        }
        return stored.keep(config.shards(), shard, report)
                ? stored.takeIfComplete(config.shards(), report.window().index())
                : List.of();
    }
}
