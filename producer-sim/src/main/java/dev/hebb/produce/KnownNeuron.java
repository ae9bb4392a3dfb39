package dev.hebb.produce;

import dev.hebb.schema.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * Name and position of a neuron, as far as a recording gives them. Positions are in micrometres, in the axes of the
 * recording.
 *
 * @param neuron its id, 0 or more
 * @param name the name or id that the file gives
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

    /** A neuron whose name was numbered. */
    public static KnownNeuron numbered(int neuron, String name) {
        return new KnownNeuron(neuron, name, true, null, null, null, null);
    }

    /** A neuron of which nothing is known yet; see the methods that add to it. */
    public static KnownNeuron of(int neuron) {
        return new KnownNeuron(neuron, null, false, null, null, null, null);
    }

    /** As the topic has it. */
    public static KnownNeuron of(Neuron record) {
        return new KnownNeuron(
                record.getNeuron(),
                record.getName(),
                record.getNumbered(),
                record.getElectrode(),
                record.getX(),
                record.getY(),
                record.getZ());
    }

    /** The record for the topic. */
    Neuron record(String network) {
        return new Neuron(network, neuron, name, numbered, electrode, x, y, z);
    }

    /** The same with a name; a blank one is none. */
    public KnownNeuron named(@Nullable String given) {
        String text = textOf(given);
        return text == null ? this : new KnownNeuron(neuron, text, numbered, electrode, x, y, z);
    }

    /** The same on an electrode; a blank one is none. */
    public KnownNeuron on(@Nullable String channel) {
        String text = textOf(channel);
        return text == null ? this : new KnownNeuron(neuron, name, numbered, text, x, y, z);
    }

    /** The same at a position; what is no finite number is not known. */
    public KnownNeuron at(double atX, double atY, double atZ) {
        return new KnownNeuron(neuron, name, numbered, electrode, finite(atX), finite(atY), finite(atZ));
    }

    /**
     * What is known of one neuron from two sources: the later one counts where it says something. A name that was
     * numbered stays, as its number belongs to it.
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

    /** Whether nothing is known besides the number. */
    public boolean isBlank() {
        return name == null && electrode == null && x == null && y == null && z == null;
    }

    private static @Nullable String textOf(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
