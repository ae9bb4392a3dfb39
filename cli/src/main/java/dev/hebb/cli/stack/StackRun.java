package dev.hebb.cli.stack;

import dev.hebb.cli.support.LivePage;
import dev.hebb.client.Durations;
import dev.hebb.client.TopicDifference;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.stack.AppLaunch;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.RestartPause;
import dev.hebb.stack.Service;
import dev.hebb.stack.ServiceProcess;
import dev.hebb.stack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A local stack that a command starts: it reports each step, then leaves the stack running or looks after it. */
final class StackRun {
    private final LocalStack stack;
    private final @Nullable AppLaunch app;
    private final PrintWriter out;
    private final Thread atExit = new Thread(this::stopAtExit, "stop-stack");
    private final Map<Service, RestartPause> pauses = new EnumMap<>(Service.class);
    private final Map<Service, Long> startedNanos = new EnumMap<>(Service.class);
    private volatile boolean exiting;

    /** @param app null for a stack without it */
    StackRun(LocalStack stack, @Nullable AppLaunch app, PrintWriter out) {
        this.stack = stack;
        this.app = app;
        this.out = out;
    }

    /** Starts what does not run, and waits until everything is ready. The app makes the topics. */
    void start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        say("Starting " + (app == null ? "Kafka and schema registry" : "Kafka, schema registry and app") + " in "
                + stack.directory().root() + ", unless they run already …");
        Set<Service> started = bringUp();
        for (ServiceProcess process : stack.processes()) {
            startedNanos.put(process.service(), begun);
            if (!started.contains(process.service())) {
                say("The " + process.service().title() + " runs already, process " + process.pid() + ".");
            }
        }
        if (app == null) {
            provision();
        }
        printAddresses();
        say(String.format("Ready after %.1f s.", (System.nanoTime() - begun) / 1e9));
    }

    /** Starts the stack. A signal stops everything, unless the start has failed already. */
    private Set<Service> bringUp() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return stack.bringUp(app);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (!exiting) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
            throw e;
        }
    }

    /** Leaves the stack running when this program ends. */
    void leave() {
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Waits until the stack that another process looks after is ready. */
    void awaitOther() throws InterruptedException {
        say("Another 'hebb up' runs in " + stack.directory().root() + "; waiting until it is ready …");
        stack.awaitReady(app);
        printAddresses();
    }

    /** Starts what ends by itself again, until the stack is stopped, from here or by {@code hebb down}. */
    int supervise() throws IOException, InterruptedException {
        say("Ctrl-C stops it.");
        while (true) {
            stack.awaitAnyExit();
            List<ServiceProcess> ended = stack.processes().stream()
                    .filter(process -> !process.isRunning())
                    .toList();
            if (exiting || isStopped()) {
                return 0;
            }
            restart(ended);
        }
    }

    private void restart(List<ServiceProcess> ended) throws IOException, InterruptedException {
        Duration pause =
                ended.stream().map(this::pause).max(Duration::compareTo).orElse(Duration.ZERO);
        say("Ended by itself: " + names(ended) + ". Starting again in " + Durations.seconds(pause) + "; logs are in "
                + stack.directory().log(Service.BROKER).getParent() + ".");
        Thread.sleep(pause.toMillis());
        if (exiting || !stack.isAnnounced()) {
            return;
        }
        long now = System.nanoTime();
        ended.forEach(process -> startedNanos.put(process.service(), now));
        try {
            stack.bringBack(app);
            say("Running again: " + titles(ended) + ".");
        } catch (StackException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private Duration pause(ServiceProcess ended) {
        Duration ran = Duration.ofNanos(System.nanoTime() - startedNanos.getOrDefault(ended.service(), 0L));
        return pauses.computeIfAbsent(ended.service(), service -> new RestartPause())
                .after(ran);
    }

    /** Returns whether 'hebb down' is at work; then waits for its end. */
    private boolean isStopped() throws InterruptedException {
        if (stack.isAnnounced()) {
            return false;
        }
        for (ServiceProcess process : stack.processes()) {
            process.awaitExit();
        }
        say("Stopped by 'hebb down'.");
        return true;
    }

    private void provision() throws IOException, InterruptedException {
        TopicProvisioner.Provisioned outcome = stack.provision(TopicNames.DEFAULT, TopicPlan.DEFAULT_PARTITIONS);
        if (!outcome.created().isEmpty()) {
            say("Created the topics " + String.join(", ", outcome.created()) + ".");
        }
        for (TopicDifference difference : outcome.differences()) {
            say((difference.vital() ? "Warning: " : "Note: ") + difference + ".");
        }
    }

    private void printAddresses() {
        DataDirectory directory = stack.directory();
        say("  Kafka            " + stack.bootstrapServers());
        say("  Schema registry  " + stack.schemaRegistry());
        if (app != null) {
            say("  App              " + stack.app());
            say("  Page             " + new LivePage(stack.app()).url());
        }
        say("  Logs             " + directory.log(Service.BROKER).getParent());
    }

    private static String names(List<ServiceProcess> processes) {
        return processes.stream()
                .map(process -> process.service().title() + ", process " + process.pid())
                .collect(Collectors.joining("; "));
    }

    private static String titles(List<ServiceProcess> processes) {
        return processes.stream().map(process -> process.service().title()).collect(Collectors.joining(", "));
    }

    private void stopAtExit() {
        exiting = true;
        stack.close((service, byItself) ->
                say("Stopped the " + service.title() + (byItself ? "." : "; it had to be killed.")));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
