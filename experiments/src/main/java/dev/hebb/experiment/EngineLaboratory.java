package dev.hebb.experiment;

import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import dev.hebb.experiment.loop.EngineLearner;
import dev.hebb.experiment.loop.Subject;
import dev.hebb.tissue.TissueSettings;
import java.util.HashMap;
import java.util.Map;

/** Subjects over the pipeline's engine in this process: the same findings, without Kafka. */
public final class EngineLaboratory implements Laboratory {
    private final HebbConfig config;

    /** A laboratory with the settings of an experiment. */
    public EngineLaboratory(Experiment experiment) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(experiment.settings());
        settings.put("shards", "1");
        this.config = ConfigReader.read(Settings.of(Map.of(), Map.of(), settings));
    }

    @Override
    public Subject subject(String network, TissueSettings settings) throws InterruptedException {
        return new Subject(settings, new EngineLearner(config, network), WINDOW_MICROS);
    }
}
