package dev.hebb.api.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The questions that instances ask each other about a shard: by name, and how a {@link ShardView} answers them. */
public final class ShardQuestions {
    /** Beginning of every path at which instances ask each other. */
    public static final String INTERNAL = "/internal/";

    /** Path under which an instance answers: {@code PREFIX/{task}/{question}}. Not part of the public interface. */
    public static final String PREFIX = INTERNAL + "tasks";

    private static final Map<String, Question> QUESTIONS = questions();

    private ShardQuestions() {}

    /** The arguments of a question. */
    public interface Arguments {
        String network();

        int neuron(String name);
    }

    /** Questions to a shard; the answer null means that it knows nothing. */
    @FunctionalInterface
    public interface Question {
        @Nullable Object answer(ShardView shard, Arguments arguments);
    }

    /** The question of that name, null if there is none. */
    public static @Nullable Question named(String name) {
        return QUESTIONS.get(name);
    }

    private static Map<String, Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("networks", (shard, with) -> shard.networks());
        questions.put("network", (shard, with) -> shard.network(with.network()).orElse(null));
        questions.put("dendrite", (shard, with) -> shard.dendrite(with.network(), with.neuron("post"))
                .orElse(null));
        questions.put("synapses", (shard, with) -> shard.synapses(with.network()));
        questions.put("synapses-from", (shard, with) -> shard.synapsesFrom(with.network(), with.neuron("pre")));
        questions.put(
                "evidence", (shard, with) -> shard.evidence(with.network(), with.neuron("pre"), with.neuron("post"))
                        .orElse(null));
        questions.put(
                "windows", (shard, with) -> shard.windows(with.network(), with.neuron("pre"), with.neuron("post")));
        return Map.copyOf(questions);
    }
}
