package dev.hebb.api.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.Readiness;
import dev.hebb.api.view.RemoteShardView;
import dev.hebb.api.view.ShardDirectory;
import dev.hebb.api.view.ShardView;
import dev.hebb.config.LearningProfiles;
import dev.hebb.processor.NodeNames;
import dev.hebb.shard.ShardConfig;
import dev.hebb.shard.Shards;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds shards by what Kafka Streams knows of all instances: a shard is a partition of the topic of frames, so the instance
 * that reads the partition owns the shard. The stores of this instance are read; other instances receive a request.
 *
 * <p>Made before Kafka Streams is, because the port of the API is part of its configuration; not ready until
 * {@link #attach}.
 */
public final class StreamsShards implements ShardDirectory {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final String STARTING = "STARTING";

    private final ShardConfig config;
    private final LearningProfiles learning;
    private final String framesTopic;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final AtomicReference<@Nullable Attached> attached = new AtomicReference<>();

    private record Attached(KafkaStreams streams, HostInfo self) {}

    /**
     * @param applicationId of Kafka Streams
     * @param json how instances write and read JSON
     */
    public StreamsShards(ShardConfig config, LearningProfiles learning, String applicationId, ObjectMapper json) {
        this.config = config;
        this.learning = learning;
        this.framesTopic = applicationId + "-" + NodeNames.FRAMES + "-repartition";
        this.json = json;
    }

    /**
     * From now on shards are looked for.
     *
     * @param self host and port that this instance has told Kafka Streams
     */
    public void attach(KafkaStreams streams, String self) {
        HostInfo host = HostInfo.buildFromEndpoint(self);
        if (host == null) {
            throw new IllegalArgumentException("'" + self + "' is not of the form host:port");
        }
        attached.set(new Attached(streams, host));
    }

    @Override
    public int shards() {
        return config.shards();
    }

    @Override
    public int shardOf(int post) {
        return Shards.of(post, config.shards());
    }

    @Override
    public ShardView view(int shard) {
        Attached now = running();
        HostInfo owner = owners(now.streams).get(shard);
        if (owner == null) {
            throw new NotReadyException(
                    "shard " + shard + " has no owner at this moment; the instance is " + now.streams.state());
        }
        return owner.equals(now.self) ? local(shard) : new RemoteShardView(http, json, base(owner), shard);
    }

    @Override
    public ShardView local(int shard) {
        KafkaStreams streams = running().streams;
        return new GuardedShard(
                new ShardReader(shard, QueryStores.open(name -> store(streams, name, shard)), config, learning));
    }

    @Override
    public Readiness readiness() {
        Attached now = attached.get();
        if (now == null) {
            return new Readiness(STARTING, true, false, List.of(), allShards());
        }
        KafkaStreams.State state = now.streams.state();
        Map<Integer, HostInfo> owners = state.isRunningOrRebalancing() ? owners(now.streams) : Map.of();
        List<Integer> missing =
                allShards().stream().filter(shard -> !owners.containsKey(shard)).toList();
        List<Integer> here = allShards().stream()
                .filter(shard -> now.self.equals(owners.get(shard)))
                .toList();
        boolean queryable = state == KafkaStreams.State.RUNNING
                && missing.isEmpty()
                && here.stream().allMatch(shard -> isQueryable(now.streams, shard));
        return new Readiness(state.name(), !state.hasCompletedShutdown(), queryable, here, missing);
    }

    private static boolean isQueryable(KafkaStreams streams, int shard) {
        try {
            QueryStores.open(name -> store(streams, name, shard));
            return true;
        } catch (NotReadyException e) {
            return false;
        }
    }

    private Attached running() {
        Attached now = attached.get();
        if (now == null) {
            throw new NotReadyException("the instance is " + STARTING);
        }
        if (!now.streams.state().isRunningOrRebalancing()) {
            throw new NotReadyException("the instance is " + now.streams.state());
        }
        return now;
    }

    private Map<Integer, HostInfo> owners(KafkaStreams streams) {
        Map<Integer, HostInfo> owners = new HashMap<>();
        for (StreamsMetadata instance : streams.metadataForAllStreamsClients()) {
            for (TopicPartition partition : instance.topicPartitions()) {
                if (partition.topic().equals(framesTopic)) {
                    owners.put(partition.partition(), instance.hostInfo());
                }
            }
        }
        return owners;
    }

    private List<Integer> allShards() {
        return IntStream.range(0, config.shards()).boxed().toList();
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(KafkaStreams streams, String name, int shard) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(shard));
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("shard " + shard + " is not here or not yet restored: " + e.getMessage(), e);
        }
    }

    private static URI base(HostInfo owner) {
        return URI.create("http://" + owner.host() + ":" + owner.port());
    }
}
