package dev.hebb.stack;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * A real broker, a real schema registry and, if wanted, the app, as processes of this machine that listen on the
 * loopback address only.
 *
 * <p>Services that die are not started again by themselves; {@link #kill} and {@link #restart} are for tests of just
 * that. Not thread-safe, but for {@link #close}, which may come from a shutdown hook.
 */
public final class LocalStack implements AutoCloseable {
    private final DataDirectory directory;
    private final StackPorts ports;
    private final Map<Service, ServiceProcess> processes = new TreeMap<>();
    private boolean closed;

    /** A stack that is yet to be started, in a directory that is new or was used before. */
    public LocalStack(DataDirectory directory, StackPorts ports) {
        this.directory = directory;
        this.ports = ports;
    }

    /**
     * Starts broker and registry, waits until both answer, and writes the addresses by which other commands find them.
     *
     * @throws StackException if one runs here already, a port is taken, or one of them does not start
     */
    public void start() throws IOException, InterruptedException {
        check(EnumSet.of(Service.BROKER, Service.REGISTRY));
        Files.createDirectories(directory.root());
        StackAddresses.delete(directory);
        try {
            // Both at once: each keeps one core busy for a few seconds.
            launch(Service.REGISTRY);
            launch(Service.BROKER);
            awaitReady(Service.BROKER);
            awaitReady(Service.REGISTRY);
            addresses(null).write(directory);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Checks that services can be started; changes nothing.
     *
     * @throws StillRunningException if something runs in the directory already
     * @throws PortTakenException if another process listens on one of the ports
     */
    public void check(Set<Service> services) {
        List<ServiceProcess> running = Shutdown.running(directory);
        if (!running.isEmpty()) {
            throw new StillRunningException(directory, running);
        }
        services.forEach(ports::requireFree);
    }

    /** The connection to broker and registry, with the default names of topics. */
    public Connection connection() {
        return Connection.to(bootstrapServers(), schemaRegistry());
    }

    public DataDirectory directory() {
        return directory;
    }

    public StackPorts ports() {
        return ports;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Base URL of the registry's Confluent-compatible API. */
    public String schemaRegistry() {
        return "http://127.0.0.1:" + ports.registry() + Registry.API;
    }

    /** Base URL of the app, whether it runs or not. */
    public String app() {
        return "http://127.0.0.1:" + ports.http();
    }

    /**
     * Creates the topics that are missing and registers the schemas with their compatibility rule.
     *
     * @return what was created, and what is different about topics that were there before
     * @throws StackException if broker or registry refuse
     */
    public TopicProvisioner.Outcome provision(TopicNames topics, int partitions)
            throws IOException, InterruptedException {
        try (Admin admin = Admin.create(connection().clientProperties())) {
            TopicProvisioner.Outcome outcome = new TopicProvisioner(admin).provision(TopicPlan.all(topics, partitions));
            Subjects.register(connection().registry(), topics);
            return outcome;
        } catch (ExecutionException e) {
            throw new StackException("the Kafka broker refuses the topics: " + e.getCause(), e);
        } catch (RestClientException e) {
            throw new StackException("the schema registry refuses a schema: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the app and waits until it answers.
     *
     * @throws StackException if its port is taken, or it does not start
     */
    public void startApp(AppLaunch launch) throws IOException, InterruptedException {
        ports.requireFree(Service.APP);
        List<String> command = JavaCommand.ofMain(
                ServiceLogging.options(launch.jvmOptions(), directory.log(Service.APP)),
                launch.mainClass(),
                launch.arguments());
        ServiceProcess process = ServiceProcess.start(Service.APP, directory, command, Map.of());
        remember(process);
        ServiceReadiness.await(process, ServiceReadiness.http(launch.ready()));
        addresses(app()).write(directory);
    }

    /** Kills a service (SIGKILL), as a crash would; its data stay. */
    public void kill(Service service) throws InterruptedException {
        process(service).kill();
    }

    /** Starts broker, registry or both again after {@link #kill}, with the same ports and data; waits until they answer. */
    public void restart(Service... services) throws IOException, InterruptedException {
        for (Service service : services) {
            ports.requireFree(service);
            launch(service);
        }
        for (Service service : services) {
            awaitReady(service);
        }
    }

    /** The processes in the order of starting. */
    public synchronized List<ServiceProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** Waits until one of the processes has ended, for whatever reason. */
    public ServiceProcess awaitAnyExit() throws InterruptedException {
        return ServiceProcess.awaitAny(processes());
    }

    /** Whether other commands can find the stack: from its start until it is stopped. */
    public boolean isAnnounced() {
        return Files.exists(directory.stackFile());
    }

    /** Stops everything in order: the app first, the broker last. Data stay. */
    @Override
    public void close() {
        close((service, byItself) -> {});
    }

    /** Stops everything as {@link #close()} does, and reports each service that has stopped. */
    public void close(Shutdown.Listener listener) {
        List<ServiceProcess> started;
        synchronized (this) {
            closed = true;
            started = List.copyOf(processes.values());
            processes.clear();
        }
        stop(started, listener);
    }

    private StackAddresses addresses(@Nullable String app) {
        return new StackAddresses(bootstrapServers(), schemaRegistry(), app);
    }

    private void launch(Service service) throws IOException {
        remember(service == Service.BROKER ? Broker.start(directory, ports) : Registry.start(directory, ports));
    }

    private void remember(ServiceProcess process) {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                processes.put(process.service(), process);
            }
        }
        if (late) {
            stop(List.of(process), (service, byItself) -> {});
            throw new StackException("the stack was stopped while it started");
        }
    }

    private void stop(List<ServiceProcess> some, Shutdown.Listener listener) {
        try {
            Shutdown.stop(directory, some, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Service service) throws InterruptedException {
        ServiceReadiness.Probe probe = service == Service.BROKER
                ? ServiceReadiness.port(ports.kafka())
                : ServiceReadiness.http(URI.create(schemaRegistry() + "/subjects"));
        ServiceReadiness.await(process(service), probe);
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = processes.get(service);
        if (process == null) {
            throw new IllegalStateException("the " + service.title() + " has not been started");
        }
        return process;
    }
}
