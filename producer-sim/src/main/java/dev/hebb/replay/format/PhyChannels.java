package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Channels and positions of the clusters of a Kilosort or Phy folder. The channel is {@code ch} of cluster_info.tsv, or
 * else the one with the largest amplitude in the template that most spikes of the cluster have. Its position is that of
 * {@code channel_positions.npy}; without it, {@code depth} of cluster_info.tsv is the position along the probe.
 */
final class PhyChannels {
    private static final String POSITIONS = "channel_positions.npy";
    private static final String MAP = "channel_map.npy";
    private static final String TEMPLATES = "templates.npy";
    private static final String TEMPLATE_CHANNELS = "templates_ind.npy";
    private static final String SPIKE_TEMPLATES = "spike_templates.npy";

    private final Path folder;
    private final Map<Long, Integer> placeOfChannel = new HashMap<>();
    private final long @Nullable [] channels;
    private final double @Nullable [] positions;

    private PhyChannels(Path folder) throws IOException {
        this.folder = folder;
        NpyArray map = array(MAP);
        NpyArray placed = array(POSITIONS);
        channels = map == null
                ? null
                : Numbers.toWhole(map.data(), folder.resolve(MAP).toString());
        positions = placed != null && hasPairs(placed.header()) ? numbers(placed, POSITIONS) : null;
        for (int k = 0; channels != null && k < channels.length; k++) {
            placeOfChannel.put(channels[k], k);
        }
    }

    private static boolean hasPairs(NpyHeader header) {
        return header.shape().length == 2 && header.shape()[1] == 2 && !header.fortranOrder();
    }

    /**
     * Returns what the folder says of clusters.
     *
     * @param clusters the cluster of each spike
     * @param wanted the clusters that are taken
     * @param info channel and depth of clusters, as a person's table has them
     */
    static List<KnownNeuron> of(Path folder, long[] clusters, Set<Long> wanted, Map<Long, ClusterLabels.Site> info)
            throws IOException {
        PhyChannels channels = new PhyChannels(folder);
        Map<Long, Integer> best = info.keySet().containsAll(wanted) ? Map.of() : channels.byTemplate(clusters);
        List<KnownNeuron> known = new ArrayList<>();
        for (long cluster : wanted) {
            KnownNeuron neuron = KnownNeuron.of((int) cluster);
            ClusterLabels.Site site = info.get(cluster);
            Integer place = best.get(cluster);
            if (site != null) {
                known.add(channels.at(neuron, site));
            } else if (place != null) {
                known.add(channels.at(neuron, place));
            }
        }
        return known;
    }

    private KnownNeuron at(KnownNeuron neuron, ClusterLabels.Site site) {
        Long channel = site.channel();
        Integer place = channel == null
                ? null
                : channels == null ? Integer.valueOf(channel.intValue()) : placeOfChannel.get(channel);
        KnownNeuron on = channel == null ? neuron : neuron.on(Long.toString(channel));
        KnownNeuron placed = place == null ? on : at(on, (int) place);
        return placed.y() != null ? placed : placed.at(Double.NaN, site.depth(), Double.NaN);
    }

    private KnownNeuron at(KnownNeuron neuron, int place) {
        KnownNeuron on = neuron.electrode() != null
                ? neuron
                : neuron.on(Long.toString(channels == null || place >= channels.length ? place : channels[place]));
        return positions == null || place < 0 || 2 * place + 1 >= positions.length
                ? on
                : on.at(positions[2 * place], positions[2 * place + 1], Double.NaN);
    }

    /** Returns the channel's place of each cluster by its templates; none if the folder has no templates. */
    private Map<Long, Integer> byTemplate(long[] clusters) throws IOException {
        NpyArray ofSpikes = array(SPIKE_TEMPLATES);
        NpyArray templates = array(TEMPLATES);
        if (ofSpikes == null
                || templates == null
                || ofSpikes.length() != clusters.length
                || templates.header().shape().length != 3
                || templates.header().fortranOrder()) {
            return Map.of();
        }
        int[] largest = largest(templates);
        long[] spikeTemplates =
                Numbers.toWhole(ofSpikes.data(), folder.resolve(SPIKE_TEMPLATES).toString());
        Map<Long, Map<Long, Integer>> counts = new TreeMap<>();
        for (int k = 0; k < clusters.length; k++) {
            counts.computeIfAbsent(clusters[k], any -> new TreeMap<>()).merge(spikeTemplates[k], 1, Integer::sum);
        }
        Map<Long, Integer> places = new HashMap<>();
        counts.forEach((cluster, byTemplate) -> {
            long most = byTemplate.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            if (most >= 0 && most < largest.length) {
                places.put(cluster, largest[(int) most]);
            }
        });
        return places;
    }

    /** Returns the place of the channel with the largest amplitude, of each template. */
    private int[] largest(NpyArray templates) throws IOException {
        int count = (int) templates.header().shape()[0];
        int samples = (int) templates.header().shape()[1];
        int width = (int) templates.header().shape()[2];
        double[] values = numbers(templates, TEMPLATES);
        NpyArray sparse = array(TEMPLATE_CHANNELS);
        long[] places = sparse == null
                ? new long[0]
                : Numbers.toWhole(
                        sparse.data(), folder.resolve(TEMPLATE_CHANNELS).toString());
        int[] largest = new int[count];
        for (int template = 0; template < count; template++) {
            int channel = largest(values, template * samples * width, samples, width);
            boolean listed = places.length == count * width;
            largest[template] = listed ? (int) places[template * width + channel] : channel;
        }
        return largest;
    }

    private static int largest(double[] values, int from, int samples, int width) {
        int largest = 0;
        double most = -1;
        for (int channel = 0; channel < width; channel++) {
            double least = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int sample = 0; sample < samples; sample++) {
                double value = values[from + sample * width + channel];
                least = Math.min(least, value);
                highest = Math.max(highest, value);
            }
            if (highest - least > most) {
                most = highest - least;
                largest = channel;
            }
        }
        return largest;
    }

    private double[] numbers(NpyArray array, String name) throws UnreadableRecordingException {
        if (array.isFloatingPoint()) {
            return (double[]) array.data();
        }
        long[] wholes = Numbers.toWhole(array.data(), folder.resolve(name).toString());
        double[] numbers = new double[wholes.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = wholes[k];
        }
        return numbers;
    }

    private @Nullable NpyArray array(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? NpyArray.read(file) : null;
    }
}
