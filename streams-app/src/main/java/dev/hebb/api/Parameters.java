package dev.hebb.api;

import dev.hebb.api.answer.Pathways;
import dev.hebb.api.view.ShardQuestions;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; a {@link Problem} says what is wrong with them. */
record Parameters(Context context) implements ShardQuestions.Arguments {
    private static final String NEURON = "a whole number from 0 to " + Integer.MAX_VALUE;
    private static final int MOST_PATHWAYS = 10_000;
    private static final int USUAL_PATHWAYS = 20;
    private static final String TIME = "a whole number of microseconds";

    /** A neuron in the path. */
    int neuronInPath(String name) {
        return neuron(name, context.pathParam(name));
    }

    String networkInPath() {
        return context.pathParam("network");
    }

    /** A neuron in the query. */
    @Override
    public int neuron(String name) {
        return neuron(name, orEmpty(context.queryParam(name)));
    }

    /** The network in the query. */
    @Override
    public String network() {
        String network = context.queryParam("network");
        if (network == null) {
            throw Problem.parameter("network", "", "the name of a network");
        }
        return network;
    }

    /** A time in the query, in microseconds. */
    long micros(String name, long otherwise) {
        String value = context.queryParam(name);
        return value == null ? otherwise : parsed(name, value, TIME, () -> Long.parseLong(value.strip()));
    }

    /** A whole number in the query, within bounds. */
    int number(String name, int otherwise, int least, int most) {
        String value = context.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        String expected = "a whole number from " + least + " to " + most;
        int number = parsed(name, value, expected, () -> Integer.parseInt(value.strip()));
        if (number < least || number > most) {
            throw Problem.parameter(name, value, expected);
        }
        return number;
    }

    /** Returns the pathways that the query asks for. */
    Pathways.Wanted pathways() {
        return new Pathways.Wanted(
                number("limit", USUAL_PATHWAYS, 1, MOST_PATHWAYS),
                Math.max(0, micros("recent", Pathways.USUALLY_RECENT_MICROS)),
                "true".equals(oneOf("practised", "true", "false")));
    }

    /** One of a few words in the query, in any case; null if it is not given. */
    @Nullable String oneOf(String name, String first, String second) {
        String value = context.queryParam(name);
        if (value == null || value.equalsIgnoreCase(first)) {
            return value == null ? null : first;
        }
        if (value.equalsIgnoreCase(second)) {
            return second;
        }
        throw Problem.parameter(name, value, first + " or " + second);
    }

    private static int neuron(String name, String value) {
        int neuron = parsed(name, value, NEURON, () -> Integer.parseInt(value));
        if (neuron < 0) {
            throw Problem.parameter(name, value, NEURON);
        }
        return neuron;
    }

    private static <T> T parsed(String name, String value, String expected, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (NumberFormatException e) {
            throw Problem.parameter(name, value, expected);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
