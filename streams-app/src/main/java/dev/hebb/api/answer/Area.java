package dev.hebb.api.answer;

import java.util.List;

/**
 * A named set of neurons.
 *
 * @param neurons ascending
 * @param fromMicros event time from which it holds, in microseconds
 * @param applied false if event time has not reached that yet
 */
public record Area(String area, List<Integer> neurons, long fromMicros, boolean applied) {
    public Area {
        neurons = neurons.stream().sorted().distinct().toList();
    }
}
