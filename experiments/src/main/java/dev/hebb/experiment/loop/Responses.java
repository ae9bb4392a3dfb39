package dev.hebb.experiment.loop;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.tissue.Cue;
import dev.hebb.tissue.Route;
import dev.hebb.tissue.RouteResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How chains answered their cues: of every cue, the part of the chain's later neurons that fired in time, beyond chance. */
public final class Responses {
    private final List<Route> routes;
    private final long longestMicros;
    private final List<Cue> waiting = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private SpikeBlock before = new SpikeBlock();

    /**
     * One answer.
     *
     * @param cued the chain that was cued
     * @param answering the chain that was looked at: the same one, or another that begins with the same neuron
     * @param atMicros when it was cued
     * @param part of its later neurons that fired in time, beyond chance
     */
    private record Answer(String cued, String answering, long atMicros, double part) {}

    Responses(List<Route> routes) {
        this.routes = routes;
        this.longestMicros =
                routes.stream().mapToLong(Route::durationMicros).max().orElse(0);
    }

    /** Takes in a window's cues and spikes; a cue is looked at when its chain has had time to answer. */
    void observe(List<Cue> cues, SpikeBlock spikes, long endMicros) {
        waiting.addAll(cues);
        SpikeBlock recent = joined(before, spikes);
        List<Cue> due = waiting.stream()
                .filter(cue -> cue.atMicros() + longestMicros <= endMicros)
                .toList();
        due.forEach(cue -> look(cue, recent));
        waiting.removeAll(due);
        before = spikes;
    }

    private void look(Cue cue, SpikeBlock recent) {
        Route cued = routes.stream()
                .filter(route -> route.name().equals(cue.route()))
                .findFirst()
                .orElseThrow();
        for (Route route : routes) {
            if (Arrays.equals(route.cued(), cued.cued())) {
                double part = RouteResponse.of(route, cue.atMicros(), recent).beyondChance();
                answers.add(new Answer(cue.route(), route.name(), cue.atMicros(), part));
            }
        }
    }

    private static SpikeBlock joined(SpikeBlock first, SpikeBlock second) {
        SpikeBlock both = new SpikeBlock();
        both.addAll(first.copyTimesMicros(), first.copyNeurons(), 0, first.length());
        both.addAll(second.copyTimesMicros(), second.copyNeurons(), 0, second.length());
        return both;
    }

    /** Mean answer of a bundle's chains to their own cues since a time; 0 if there was none. */
    public double of(String bundle, long sinceMicros) {
        return of(bundle, bundle, sinceMicros);
    }

    /** Mean answer of a bundle's chains to the cues of another's since a time; 0 if there was none. */
    public double of(String answering, String cued, long sinceMicros) {
        return answers.stream()
                .filter(answer -> answer.atMicros() >= sinceMicros
                        && answer.cued().startsWith(cued + "/")
                        && answer.answering().startsWith(answering + "/"))
                .mapToDouble(Answer::part)
                .average()
                .orElse(0);
    }
}
