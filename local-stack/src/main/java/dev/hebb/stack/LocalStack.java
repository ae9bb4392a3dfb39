package dev.hebb.stack;

import dev.hebb.client.Connection;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicProvisioner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A real broker, a real schema registry and, if wanted, the app, as processes of this machine that listen on the
 * loopback address only.
 *
 * <p>Services that die are not started again by themselves: {@link #bringUp} does it when it is called. {@link #kill}
 * and {@link #restart} are for tests. Not thread-safe, but for {@link #close}, which may come from a shutdown hook.
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
        start(null);
    }

    /**
     * Starts all services, the app among them if it is given, and waits until they answer.
     *
     * @throws StackException as {@link #start()}
     */
    public void start(@Nullable AppLaunch app) throws IOException, InterruptedException {
        List<ServiceProcess> running = Shutdown.running(directory);
        if (!running.isEmpty()) {
            throw new StillRunningException(directory, running);
        }
        bringUp(app);
    }

    /**
     * Starts what does not run of broker, registry and, if it is given, the app, and waits until all of them answer.
     * What runs already, whichever process started it, is left alone. If one of them does not start, those that were
     * started here are stopped.
     *
     * @return the services that were started
     * @throws PortTakenException if another process listens on a port that is needed
     * @throws StackException if a service does not start
     */
    public Set<Service> bringUp(@Nullable AppLaunch app) throws IOException, InterruptedException {
        Set<Service> missing = missing(app);
        missing.forEach(ports::requireFree);
        announce(app != null);
        try {
            startAll(missing, app);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (processes().isEmpty()) {
                StackAddresses.delete(directory);
            }
            throw e;
        }
        return missing;
    }

    /**
     * Starts what has ended again, as {@link #bringUp} does, unless the stack was stopped by another process meanwhile.
     *
     * @throws StackException if a service does not start
     */
    public void bringBack(@Nullable AppLaunch app) throws IOException, InterruptedException {
        startAll(missing(app), app);
        if (!isAnnounced()) {
            close();
        }
    }

    /** Waits until all services answer that another process starts. */
    public void awaitReady(@Nullable AppLaunch app) throws InterruptedException {
        for (Service service : wanted(app)) {
            ServiceReadiness.await(service, probe(service, app));
        }
    }

    private static Set<Service> wanted(@Nullable AppLaunch app) {
        return app == null ? EnumSet.of(Service.BROKER, Service.REGISTRY) : EnumSet.allOf(Service.class);
    }

    private Set<Service> missing(@Nullable AppLaunch app) {
        Set<Service> missing = wanted(app);
        missing.removeAll(adoptRunning());
        return missing;
    }

    private void startAll(Set<Service> missing, @Nullable AppLaunch app) throws IOException, InterruptedException {
        try {
            // All at once: each of them waits for those that it needs.
            for (Service service : missing) {
                launch(service, app);
            }
            for (ServiceProcess process : processes()) {
                ServiceReadiness.await(process, probe(process.service(), app));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            stopStarted(missing);
            throw e;
        }
    }

    private Set<Service> adoptRunning() {
        Set<Service> running = EnumSet.noneOf(Service.class);
        for (Service service : Service.values()) {
            ServiceProcess.find(service, directory).ifPresent(process -> {
                remember(process);
                running.add(service);
            });
        }
        return running;
    }

    /** Before the first service runs, so that a start that is cut short can be completed with the same ports. */
    private void announce(boolean withApp) throws IOException {
        // Not a directory of the user's that has other things, too.
        if (!Files.isDirectory(directory.root()) || Files.isDirectory(directory.data(Service.BROKER))) {
            OwnerOnly.create(directory.root());
        }
        boolean hasApp = withApp || processes().stream().anyMatch(process -> process.service() == Service.APP);
        new StackAddresses(bootstrapServers(), schemaRegistry(), hasApp ? app() : null).write(directory);
    }

    private void stopStarted(Set<Service> services) {
        List<ServiceProcess> started = processes().stream()
                .filter(process -> services.contains(process.service()))
                .toList();
        synchronized (this) {
            started.forEach(process -> processes.remove(process.service()));
        }
        stop(started, (service, byItself) -> {});
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
    public TopicProvisioner.Provisioned provision(TopicNames topics, int partitions)
            throws IOException, InterruptedException {
        return StackTopics.provision(connection().with(topics), partitions);
    }

    /** Kills a service (SIGKILL), as a crash would; its data stay. */
    public void kill(Service service) throws InterruptedException {
        process(service).kill();
    }

    /**
     * Starts broker, registry or both again after {@link #kill}, with the same ports and data; waits until they answer.
     */
    public void restart(Service... services) throws IOException, InterruptedException {
        for (Service service : services) {
            ports.requireFree(service);
            launch(service, null);
        }
        for (Service service : services) {
            ServiceReadiness.await(process(service), probe(service, null));
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

    /** Returns whether other commands can find the stack: from its start until it is stopped. */
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
        try {
            StackAddresses.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory.stackFile(), e);
        }
        stop(started, listener);
    }

    private void launch(Service service, @Nullable AppLaunch app) throws IOException {
        remember(
                switch (service) {
                    case BROKER -> Broker.start(directory, ports);
                    case REGISTRY -> Registry.start(directory, ports);
                    case APP ->
                        Objects.requireNonNull(app, "the app cannot be started without a launch")
                                .start(directory);
                });
    }

    private ServiceReadiness.Probe probe(Service service, @Nullable AppLaunch app) {
        return switch (service) {
            case BROKER -> ServiceReadiness.port(ports.kafka());
            case REGISTRY -> ServiceReadiness.http(URI.create(schemaRegistry() + "/subjects"));
            case APP -> app == null ? () -> true : ServiceReadiness.http(app.ready());
        };
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
            Shutdown.stop(some, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = processes.get(service);
        if (process == null) {
            throw new IllegalStateException("the " + service.title() + " has not been started");
        }
        return process;
    }
}
