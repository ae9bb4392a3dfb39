package dev.hebb.api.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.access.Peers;
import dev.hebb.api.view.Condition;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.Readiness;
import dev.hebb.api.view.RemoteShardView;
import dev.hebb.api.view.ShardDirectory;
import dev.hebb.api.view.ShardView;
import dev.hebb.config.LearningProfiles;
import dev.hebb.shard.ShardConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds shards by what Kafka Streams knows of all instances: which of them has the task that a shard is in. The stores
 * of this instance are read; other instances receive a request.
 *
 * <p>Made before Kafka Streams is, because the port of the API is part of its configuration; not ready until
 * {@link #attach}.
 */
public final class StreamsShards implements ShardDirectory {
    private static final String STARTING = "STARTING";

    private final ShardConfig config;
    private final LearningProfiles learning;
    private final DendriteTasks tasks;
    private final ObjectMapper json;
    private final Peers peers;
    private final AtomicReference<@Nullable Attached> attached = new AtomicReference<>();

    private record Attached(KafkaStreams streams, HostInfo self, Supplier<Condition> condition) {}

    /**
     * @param tasks that have the shards
     * @param json how instances write and read JSON
     * @param peers how other instances are asked
     */
    public StreamsShards(
            ShardConfig config, LearningProfiles learning, DendriteTasks tasks, ObjectMapper json, Peers peers) {
        this.config = config;
        this.learning = learning;
        this.tasks = tasks;
        this.json = json;
        this.peers = peers;
    }

    /**
     * Starts to look for shards.
     *
     * @param self host and port that this instance has given to Kafka Streams
     * @param condition what waits, and what is wrong
     */
    public void attach(KafkaStreams streams, String self, Supplier<Condition> condition) {
        HostInfo host = HostInfo.buildFromEndpoint(self);
        if (host == null) {
            throw new IllegalArgumentException("'" + self + "' is not of the form host:port");
        }
        attached.set(new Attached(streams, host, condition));
    }

    @Override
    public List<ShardView> all() {
        return allTasks().stream().map(this::view).toList();
    }

    @Override
    public List<ShardView> of(String network) {
        return tasks.layout().tasksOf(network).mapToObj(this::view).toList();
    }

    @Override
    public ShardView owner(String network, int post) {
        return view(tasks.layout().taskOf(network, post));
    }

    private ShardView view(int task) {
        Attached now = running();
        HostInfo owner = tasks.owners(now.streams).get(task);
        if (owner == null) {
            throw new NotReadyException("task " + task
                    + " of the dendrites has no owner at this moment; the instance is " + now.streams.state());
        }
        int shard = tasks.layout().shardOf(task);
        return owner.equals(now.self)
                ? local(task)
                : new RemoteShardView(peers, json, peers.base(owner.host(), owner.port()), task, shard);
    }

    @Override
    public ShardView local(int task) {
        KafkaStreams streams = running().streams;
        int shard = tasks.layout().shardOf(task);
        return new GuardedShard(
                new ShardReader(shard, QueryStores.open(name -> store(streams, name, task)), config, learning));
    }

    @Override
    public Readiness readiness() {
        Attached now = attached.get();
        if (now == null) {
            return new Readiness(STARTING, true, false, List.of(), allTasks(), Condition.GOOD);
        }
        KafkaStreams.State state = now.streams.state();
        Map<Integer, HostInfo> owners = state.isRunningOrRebalancing() ? tasks.owners(now.streams) : Map.of();
        List<Integer> missing =
                allTasks().stream().filter(task -> !owners.containsKey(task)).toList();
        List<Integer> here = allTasks().stream()
                .filter(task -> now.self.equals(owners.get(task)))
                .toList();
        boolean queryable = state == KafkaStreams.State.RUNNING
                && missing.isEmpty()
                && here.stream().allMatch(task -> isQueryable(now.streams, task));
        Condition condition = now.condition.get();
        boolean alive = !state.hasCompletedShutdown() && condition.faults().isEmpty();
        return new Readiness(state.name(), alive, queryable, here, missing, condition);
    }

    /** Returns the tasks of each instance at this moment, by host and port; empty while they are not known. */
    public Map<String, List<Integer>> instances() {
        Attached now = attached.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return Map.of();
        }
        Map<String, List<Integer>> instances = new TreeMap<>();
        tasks.owners(now.streams).forEach((task, owner) -> instances
                .computeIfAbsent(owner.host() + ":" + owner.port(), host -> new ArrayList<>())
                .add(task));
        instances.values().forEach(Collections::sort);
        return instances;
    }

    /** Records of changelogs that the stores of this instance are still behind: what is left to restore. */
    public long recordsToRestore() {
        Attached now = attached.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return 0;
        }
        return now.streams.allLocalStorePartitionLags().values().stream()
                .flatMap(lags -> lags.values().stream())
                .mapToLong(LagInfo::offsetLag)
                .sum();
    }

    private static boolean isQueryable(KafkaStreams streams, int task) {
        try {
            QueryStores.open(name -> store(streams, name, task));
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

    private List<Integer> allTasks() {
        return IntStream.range(0, tasks.layout().tasks()).boxed().toList();
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(KafkaStreams streams, String name, int task) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(task));
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException(
                    "task " + task + " of the dendrites is not here or not yet restored: " + e.getMessage(), e);
        }
    }
}
