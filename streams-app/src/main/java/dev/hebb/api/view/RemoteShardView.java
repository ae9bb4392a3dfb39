package dev.hebb.api.view;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.api.access.Peers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A shard of another instance, asked over HTTP by the questions of {@link ShardQuestions}.
 *
 * @param peers how other instances are asked
 * @param base the instance, as in http://127.0.0.1:8090
 * @param task that has the shard
 * @param shard its number
 */
public record RemoteShardView(Peers peers, ObjectMapper json, URI base, int task, int shard) implements ShardView {
    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Override
    public List<NetworkPart> networks() {
        return required(ask("networks", "", new TypeReference<>() {}));
    }

    @Override
    public Optional<NetworkPart> network(String network) {
        return ask("network", of(network), new TypeReference<>() {});
    }

    @Override
    public Optional<Dendrite> dendrite(String network, int post) {
        return ask("dendrite", of(network) + "&post=" + post, new TypeReference<>() {});
    }

    @Override
    public List<SynapseView> synapses(String network) {
        return required(ask("synapses", of(network), new TypeReference<>() {}));
    }

    @Override
    public List<SynapseView> synapsesFrom(String network, int pre) {
        return required(ask("synapses-from", of(network) + "&pre=" + pre, new TypeReference<>() {}));
    }

    @Override
    public Optional<PairEvidence> evidence(String network, int pre, int post) {
        return ask("evidence", of(network) + "&pre=" + pre + "&post=" + post, new TypeReference<>() {});
    }

    @Override
    public List<PairCounts> windows(String network, int pre, int post) {
        return required(ask("windows", of(network) + "&pre=" + pre + "&post=" + post, new TypeReference<>() {}));
    }

    private <T> Optional<T> ask(String question, String query, TypeReference<T> type) {
        URI uri = base.resolve(ShardQuestions.PREFIX + "/" + task + "/" + question + "?" + query);
        HttpRequest request = peers.request(uri).timeout(TIMEOUT).build();
        try {
            HttpResponse<InputStream> response = peers.http().send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new NotReadyException(where() + " answers " + response.statusCode());
                }
                return Optional.ofNullable(json.readValue(body, type));
            }
        } catch (IOException e) {
            throw new NotReadyException(where() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException(where() + " was not waited for", e);
        }
    }

    private <T> T required(Optional<T> answer) {
        return answer.orElseThrow(() -> new NotReadyException(where() + " answers nothing"));
    }

    private String where() {
        return "task " + task + " is said to be at " + base + ", which";
    }

    private static String of(String network) {
        return "network=" + URLEncoder.encode(network, StandardCharsets.UTF_8);
    }
}
