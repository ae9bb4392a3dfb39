package dev.hebb.config;

import dev.hebb.census.CensusConfig;
import dev.hebb.cofiring.LagAxis;
import dev.hebb.framing.FramingConfig;
import dev.hebb.shard.CoFiringConfig;
import dev.hebb.shard.ShardConfig;
import java.util.Map;

/** Reads the whole configuration from settings. What cannot work is refused here, by name, before anything starts. */
public final class ConfigReader {
    private static final long MINUTE_MICROS = 60_000_000L;
    private static final int DEFAULT_SHARDS = 1;

    /** Most stream threads by default: as many as the topic of spikes has partitions by default. */
    private static final int MOST_THREADS = 4;

    private static final int DEFAULT_HTTP_PORT = 8090;

    /** The live page makes about thirty when it is opened, and one a second afterwards. */
    private static final int REQUESTS_PER_SECOND = 200;

    private static final Map<String, String> SHARED_NAMES = Map.of(
            "windowMicros", "hebb.window-micros",
            "shards", "hebb.shards",
            "judgeEveryWindows", "hebb.judge-every-windows");

    private ConfigReader() {}

    /**
     * The configuration of these settings and of the defaults, without a file and without the environment.
     *
     * @throws IllegalArgumentException naming the setting, if a value cannot be used or a setting does not exist
     */
    public static HebbConfig read(Map<String, String> settings) {
        return read(Settings.of(Map.of(), Map.of(), settings));
    }

    /** The configuration of all layers; see {@link #read(Map)}. */
    public static HebbConfig read(Settings settings) {
        long windowMicros = settings.number("hebb.window-micros", FramingConfig.DEFAULT.windowMicros());
        int shards = settings.smallNumber("hebb.shards", DEFAULT_SHARDS);
        RecordReader records = new RecordReader(settings);
        Map<String, Object> shared = Map.of("windowMicros", windowMicros, "shards", shards);
        FramingConfig framing = records.read("hebb.framing.", FramingConfig.DEFAULT, shared);
        LagAxis axis = records.read("hebb.axis.", LagAxis.standard(), Map.of());
        ShardConfig shard = records.read("hebb.", shardDefaults(axis, windowMicros, shards), shared);
        LearningProfiles learning = new ProfilesReader(settings, shard.axis()).read();
        CensusConfig census = new CensusConfig(shards);
        StreamsTuning streams = records.read("hebb.streams.", streamsDefaults(), Map.of());
        TopicsConfig topics = records.read("hebb.topics.", TopicsConfig.AS_THE_CLUSTER, Map.of());
        HttpConfig http = records.read(
                "hebb.http.",
                new HttpConfig("127.0.0.1", DEFAULT_HTTP_PORT, "", "", "", "", "", "", "", REQUESTS_PER_SECOND),
                Map.of());
        settings.refuseUnknown();
        return new HebbConfig(framing, shard, learning, census, streams, topics, http, settings.effective());
    }

    /** Defaults that depend on other settings, which may be refused here already. */
    private static ShardConfig shardDefaults(LagAxis axis, long windowMicros, int shards) {
        int judgeEvery = (int) Math.max(1, 5 * MINUTE_MICROS / Math.max(1, windowMicros));
        CoFiringConfig coFiring =
                new CoFiringConfig(CoFiringConfig.Publish.AUTO, 256, 6, Math.min(5_000, axis.reachMicros()));
        try {
            return new ShardConfig(axis, windowMicros, shards, judgeEvery, coFiring, 2_000);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    RefusalMessage.of(String.valueOf(e.getMessage()), SHARED_NAMES, Settings.PREFIX), e);
        }
    }

    private static StreamsTuning streamsDefaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = Math.min(MOST_THREADS, cores);
        String stateDir = System.getProperty("user.home") + "/.hebb/state";
        return new StreamsTuning("hebb", threads, cores, "exactly_once_v2", 500, stateDir, 64L << 20, 256L << 20, 0);
    }
}
