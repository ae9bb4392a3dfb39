package dev.hebb.cli.experiment;

import dev.hebb.cli.support.LocalAppLaunch;
import dev.hebb.client.TopicNames;
import dev.hebb.client.TopicPlan;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.experiment.EngineBackend;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.KafkaBackend;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.report.Result;
import dev.hebb.stack.LocalStack;
import dev.hebb.stack.TemporaryStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

/** Runs an experiment over the engine in this process, or over a pipeline that is started for it. */
final class ExperimentRunner {
    /** The default application id. */
    private static final String APPLICATION_ID = "hebb";

    /** The experiment waits for an answer at every window, so they are committed as soon as possible. */
    private static final String COMMIT_MILLIS = "50";

    private ExperimentRunner() {}

    static Result overEngine(Experiment experiment, Size size, long seed) throws InterruptedException {
        Map<String, String> settings = experiment.allSettings();
        settings.put("shards", "1");
        HebbConfig config = ConfigReader.read(settings);
        EngineBackend backend =
                new EngineBackend(config.shard(), config.learning().base());
        return experiment.run(backend, size, seed);
    }

    /** Starts broker, registry and app with the experiment's settings, and stops them in the end. */
    static Result overPipeline(Experiment experiment, Size size, long seed, PrintWriter to)
            throws IOException, InterruptedException {
        to.println("Starting Kafka, a schema registry and the app, for this experiment only …");
        to.flush();
        Map<String, String> settings = experiment.allSettings();
        settings.put("streams.commit-interval-millis", COMMIT_MILLIS);
        try (TemporaryStack temporary = TemporaryStack.start()) {
            LocalStack stack = temporary.stack();
            stack.provision(TopicNames.DEFAULT, TopicPlan.DEFAULT_PARTITIONS);
            stack.bringUp(LocalAppLaunch.of(stack, settings));
            try (KafkaBackend backend = new KafkaBackend(stack.connection(), APPLICATION_ID)) {
                return experiment.run(backend, size, seed);
            }
        }
    }
}
