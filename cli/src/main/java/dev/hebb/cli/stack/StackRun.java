package dev.hebb.cli.stack;

import dev.hebb.cli.support.CliException;
import dev.hebb.cli.support.LocalAppLaunch;
import dev.hebb.client.TopicDifference;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import dev.hebb.stack.DataDirectory;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.Service;
import dev.hebb.stack.ServiceProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;

/** A local stack that a command starts: it reports each step, then leaves the stack running or waits until it stops. */
final class StackRun {
    private final LocalStack stack;
    private final PrintWriter out;
    private final Thread atExit = new Thread(this::stopAtExit, "stop-stack");
    private volatile boolean exiting;

    StackRun(LocalStack stack, PrintWriter out) {
        this.stack = stack;
        this.out = out;
    }

    /** Starts everything and waits until it is ready. If a step fails, the rest is stopped when the program ends. */
    void start(boolean withApp) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Set<Service> services = withApp ? EnumSet.allOf(Service.class) : EnumSet.of(Service.BROKER, Service.REGISTRY);
        stack.check(services);
        Runtime.getRuntime().addShutdownHook(atExit);
        say("Starting Kafka and the schema registry in " + stack.directory().root() + " …");
        stack.start();
        provision();
        if (withApp) {
            say("Starting the app …");
            stack.startApp(LocalAppLaunch.of(stack));
        }
        printAddresses(withApp);
        say(String.format("Ready after %.1f s.", (System.nanoTime() - begun) / 1e9));
    }

    /** Leaves the stack running when this program ends. */
    void leave() {
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /**
     * Waits until the stack is stopped, from here or by {@code hebb down}.
     *
     * @throws CliException if one of its processes ends by itself
     */
    int watch() throws InterruptedException {
        say("Ctrl-C stops it.");
        ServiceProcess ended = stack.awaitAnyExit();
        if (!exiting) {
            if (stack.isAnnounced()) {
                throw new CliException("the " + ended.service().title() + ", process " + ended.pid()
                        + ", ended by itself, and the others are stopped. Its log: "
                        + stack.directory().log(ended.service()));
            }
            for (ServiceProcess process : stack.processes()) {
                process.awaitExit();
            }
            say("Stopped by 'hebb down'.");
        }
        return 0;
    }

    private void provision() throws IOException, InterruptedException {
        TopicProvisioner.Outcome outcome = stack.provision(TopicNames.DEFAULT, TopicPlan.DEFAULT_PARTITIONS);
        if (!outcome.created().isEmpty()) {
            say("Created the topics " + String.join(", ", outcome.created()) + ".");
        }
        for (TopicDifference difference : outcome.differences()) {
            say((difference.vital() ? "Warning: " : "Note: ") + difference + ".");
        }
    }

    private void printAddresses(boolean withApp) {
        DataDirectory directory = stack.directory();
        say("  Kafka            " + stack.bootstrapServers());
        say("  Schema registry  " + stack.schemaRegistry());
        if (withApp) {
            say("  App              " + stack.app());
        }
        say("  Logs             " + directory.log(Service.BROKER).getParent());
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
