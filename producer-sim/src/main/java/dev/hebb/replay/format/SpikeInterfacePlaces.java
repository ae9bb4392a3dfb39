package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names, channels and positions among the properties of units that SpikeInterface saves, a NumPy file for each. */
final class SpikeInterfacePlaces {
    private static final List<String> PLACES =
            List.of("location", "unit_locations", "estimated_unit_locations", "gt_unit_locations");
    private static final List<String> NAMES = List.of("unit_name", "name");
    private static final List<String> CHANNELS = List.of("max_channel_id", "peak_channel", "channel", "ch");

    private SpikeInterfacePlaces() {}

    /**
     * The units.
     *
     * @param folder has a file for each property
     * @param units the neuron of each
     */
    static List<KnownNeuron> of(Path folder, int[] units) throws IOException {
        NpyArray places = first(folder, PLACES, units.length);
        NpyArray names = first(folder, NAMES, units.length);
        NpyArray channels = first(folder, CHANNELS, units.length);
        List<KnownNeuron> known = new ArrayList<>();
        for (int unit = 0; unit < units.length; unit++) {
            KnownNeuron neuron =
                    KnownNeuron.of(units[unit]).named(text(names, unit)).on(text(channels, unit));
            known.add(places == null ? neuron : placed(neuron, places, unit));
        }
        return known;
    }

    private static KnownNeuron placed(KnownNeuron neuron, NpyArray places, int unit) {
        long[] shape = places.header().shape();
        if (!(places.data() instanceof double[] values) || shape.length != 2 || shape[1] < 2) {
            return neuron;
        }
        int width = (int) shape[1];
        int count = (int) shape[0];
        boolean columns = places.header().fortranOrder();
        double[] xyz = {Double.NaN, Double.NaN, Double.NaN};
        for (int axis = 0; axis < Math.min(3, width); axis++) {
            xyz[axis] = values[columns ? axis * count + unit : unit * width + axis];
        }
        return neuron.at(xyz[0], xyz[1], xyz[2]);
    }

    private static @Nullable String text(@Nullable NpyArray property, int unit) {
        if (property == null) {
            return null;
        }
        if (property.data() instanceof String[] texts) {
            return texts[unit];
        }
        return property.data() instanceof long[] wholes ? Long.toString(wholes[unit]) : null;
    }

    /** The first of these properties that is there, with a value for each unit. */
    private static @Nullable NpyArray first(Path folder, List<String> names, int units) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name + ".npy");
            if (Files.isRegularFile(file)) {
                NpyArray property = NpyArray.read(file);
                if (property.header().shape().length > 0 && property.header().shape()[0] == units) {
                    return property;
                }
            }
        }
        return null;
    }
}
