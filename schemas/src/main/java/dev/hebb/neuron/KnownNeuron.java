package dev.hebb.neuron;

import dev.hebb.schema.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * Name and position of a neuron, as far as a recording gives them. Positions are in micrometres, in the axes of the
 * recording.
 *
 * @param neuron its id, 0 or more
 * @param name the name or id that the recording gives; null if it gives none
 * @param numbered whether the sender chose the number, for a name that is no number of 31 bits
 * @param electrode electrode or channel
 * @param y along the probe, for a probe
 * @param z null for positions in a plane
 */
public record KnownNeuron(
        int neuron,
        @Nullable String name,
        boolean numbered,
        @Nullable String electrode,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double z) {

    /** Returns a neuron whose name was numbered. */
    public static KnownNeuron numbered(int neuron, String name) {
        return new KnownNeuron(neuron, name, true, null, null, null, null);
    }

    /** Returns a neuron of which only the number is known; see the methods that add to it. */
    public static KnownNeuron of(int neuron) {
        return new KnownNeuron(neuron, null, false, null, null, null, null);
    }

    /** Returns the neuron that a record of the topic describes. */
    static KnownNeuron of(Neuron record) {
        return new KnownNeuron(
                record.getNeuron(),
                record.getName(),
                record.getNumbered(),
                record.getElectrode(),
                record.getX(),
                record.getY(),
                record.getZ());
    }

    /** Returns the record of the topic that describes this neuron. */
    public Neuron record(String network) {
        return new Neuron(network, neuron, name, numbered, electrode, x, y, z);
    }

    /** Returns this neuron with a name, or as it is if the name is blank. */
    public KnownNeuron named(@Nullable String given) {
        String text = textOf(given);
        return text == null ? this : new KnownNeuron(neuron, text, numbered, electrode, x, y, z);
    }

    /** Returns this neuron with an electrode, or as it is if the text is blank. */
    public KnownNeuron on(@Nullable String channel) {
        String text = textOf(channel);
        return text == null ? this : new KnownNeuron(neuron, name, numbered, text, x, y, z);
    }

    /** Returns this neuron with a position; a coordinate that is no finite number is not known. */
    public KnownNeuron at(double atX, double atY, double atZ) {
        return new KnownNeuron(neuron, name, numbered, electrode, finite(atX), finite(atY), finite(atZ));
    }

    /**
     * Returns this neuron with what a later source says of it. A name that was numbered stays, as its number belongs to
     * it.
     */
    public KnownNeuron updatedBy(KnownNeuron later) {
        boolean keepsName = later.name == null || (numbered && !later.numbered);
        boolean moved = later.x != null || later.y != null || later.z != null;
        return new KnownNeuron(
                neuron,
                keepsName ? name : later.name,
                keepsName ? numbered : later.numbered,
                later.electrode == null ? electrode : later.electrode,
                moved ? later.x : x,
                moved ? later.y : y,
                moved ? later.z : z);
    }

    /** Returns whether nothing is known besides the number. */
    public boolean hasOnlyItsNumber() {
        return name == null && electrode == null && x == null && y == null && z == null;
    }

    private static @Nullable String textOf(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
