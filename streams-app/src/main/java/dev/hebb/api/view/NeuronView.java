package dev.hebb.api.view;

import dev.hebb.schema.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * Name and position of a neuron, as the recording gave them. Positions are micrometres in the axes of the recording.
 *
 * @param name null if the recording gave none
 * @param numbered whether the number was chosen for the name
 * @param electrode electrode or channel
 * @param y along the probe, for a probe
 * @param z null for positions in a plane
 */
public record NeuronView(
        int neuron,
        @Nullable String name,
        boolean numbered,
        @Nullable String electrode,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double z) {
    /** As the topic has it. */
    public static NeuronView of(Neuron record) {
        return new NeuronView(
                record.getNeuron(),
                record.getName(),
                record.getNumbered(),
                record.getElectrode(),
                record.getX(),
                record.getY(),
                record.getZ());
    }
}
