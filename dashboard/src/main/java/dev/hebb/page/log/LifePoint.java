package dev.hebb.page.log;

/**
 * A network over one window, or several adjacent ones of a long life. Times are event time in microseconds.
 *
 * @param window the last window
 * @param spikes of the whole network in these windows
 * @param pairs ordered spike pairs that were counted in them
 * @param neurons known at their end
 * @param synapses of the network
 * @param stress highest mean level of a window
 * @param stimulated neurons that were stimulated at the end
 */
public record LifePoint(
        long window,
        long startMicros,
        long endMicros,
        long spikes,
        long pairs,
        int neurons,
        LifeSynapses synapses,
        String stage,
        double stress,
        int stimulated) {}
