package dev.hebb.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.ApiServer;
import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.cli.support.AppClient;
import dev.hebb.cli.support.CliException;
import dev.hebb.client.TopicNames;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, state and networks of an app.
 *
 * @param config its configuration, or the one that an app would have
 * @param ready its answer to /ready, null if none answers
 * @param networks its networks, none if it is not ready
 */
record AppFacts(ConfigAnswer config, @Nullable JsonNode ready, List<MeasuredNetwork> networks) {
    private static final double MICROS_A_SECOND = 1e6;
    private static final ObjectMapper JSON = ApiServer.json();

    /** A network with its load so far. */
    record MeasuredNetwork(String name, NetworkLoad load, double synapsesPerNeuron) {}

    /**
     * Asks an app.
     *
     * @throws CliException if none answers
     */
    static AppFacts ask(AppClient app) throws IOException {
        ConfigAnswer config;
        try {
            config = JSON.treeToValue(app.json("/v1/config"), ConfigAnswer.class);
        } catch (JsonProcessingException e) {
            throw new CliException("the app answers, but not as this version of hebb: " + e.getOriginalMessage(), e);
        }
        JsonNode ready;
        try (InputStream body = app.get("/ready").body()) {
            ready = JSON.readTree(body);
        }
        return new AppFacts(config, ready, ready.path("ready").asBoolean() ? networks(app) : List.of());
    }

    /** The configuration that an app would have: defaults and the properties file. */
    static AppFacts assumed(Map<String, String> properties, TopicNames topics) {
        String prefix = topics.prefix();
        HebbConfig config =
                ConfigReader.read(Settings.of(properties, Map.of(), Map.of())).behind(prefix);
        return new AppFacts(ConfigAnswer.of(config, prefix), null, List.of());
    }

    private static List<MeasuredNetwork> networks(AppClient app) {
        List<MeasuredNetwork> known = new ArrayList<>();
        for (JsonNode network : app.json("/v1/networks")) {
            long neurons = network.path("neurons").asLong();
            double seconds = network.path("observedMicros").asLong() / MICROS_A_SECOND;
            double rate = network.path("spikes").asLong() / seconds / neurons;
            JsonNode synapses = network.path("synapses");
            double perNeuron = (synapses.path("active").asDouble()
                            + synapses.path("dormant").asDouble())
                    / neurons;
            if (neurons > 0 && rate > 0 && Double.isFinite(rate)) {
                known.add(new MeasuredNetwork(
                        network.path("network").asText(), new NetworkLoad(neurons, rate), perNeuron));
            }
        }
        return known;
    }
}
