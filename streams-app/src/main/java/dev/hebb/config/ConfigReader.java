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
    private static final int DEFAULT_SHARDS = 4;
    private static final int DEFAULT_HTTP_PORT = 8090;

    private ConfigReader() {}

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException naming the setting, if a value cannot be used or a setting does not exist
     */
    public static HebbConfig read(Settings settings) {
        long windowMicros = settings.number("hebb.window-micros", FramingConfig.DEFAULT.windowMicros());
        int shards = settings.smallNumber("hebb.shards", DEFAULT_SHARDS);
        RecordReader records = new RecordReader(settings);
        Map<String, Object> shared = Map.of("windowMicros", windowMicros, "shards", shards);
        FramingConfig framing = records.read("hebb.framing.", FramingConfig.DEFAULT, shared);
        ShardConfig shard = records.read("hebb.", shardDefaults(windowMicros, shards), shared);
        LearningProfiles learning = new ProfilesReader(settings, shard.axis()).read();
        CensusConfig census = new CensusConfig(shards);
        StreamsTuning streams = records.read("hebb.streams.", streamsDefaults(), Map.of());
        HttpConfig http = records.read("hebb.http.", new HttpConfig("127.0.0.1", DEFAULT_HTTP_PORT, ""), Map.of());
        settings.refuseUnknown();
        return new HebbConfig(framing, shard, learning, census, streams, http, settings.effective());
    }

    private static ShardConfig shardDefaults(long windowMicros, int shards) {
        int judgeEvery = (int) Math.max(1, 5 * MINUTE_MICROS / windowMicros);
        CoFiringConfig coFiring = new CoFiringConfig(CoFiringConfig.Publish.AUTO, 256, 6, 5_000);
        return new ShardConfig(LagAxis.standard(), windowMicros, shards, judgeEvery, coFiring, 2_000);
    }

    private static StreamsTuning streamsDefaults() {
        int threads = Math.max(1, Math.min(DEFAULT_SHARDS, Runtime.getRuntime().availableProcessors()));
        String stateDir = System.getProperty("user.home") + "/.hebb/state";
        return new StreamsTuning("hebb", threads, "exactly_once_v2", 500, stateDir, 64L << 20, 256L << 20, 0);
    }
}
