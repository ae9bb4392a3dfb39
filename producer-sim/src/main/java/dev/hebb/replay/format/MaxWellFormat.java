package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A recording of MaxOne or MaxTwo of MaxWell Biosystems: a table of spikes with {@code frameno} and {@code channel},
 * and a table {@code mapping} with {@code channel}, {@code electrode}, {@code x} and {@code y}. They are {@code
 * /proc0/spikeTimes} and {@code /mapping} in files of version 20160704, whose rate is 20 kHz, and {@code
 * /wells/WELL/REC/spikes} and {@code settings/mapping} in later ones, whose rate is {@code settings/sampling}. A neuron
 * is the electrode of its channel.
 */
final class MaxWellFormat extends Hdf5Format {
    private static final String OLD_SPIKES = "proc0/spikeTimes";
    private static final BigDecimal OLD_RATE = BigDecimal.valueOf(20_000);
    private static final String WELLS = "wells";
    private static final String SPIKES = "/spikes";

    @Override
    public String name() {
        return "MaxWell recording";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE, Name.VARIABLE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.has(OLD_SPIKES) || !recordings(hdf).isEmpty();
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        List<String> notes = new ArrayList<>();
        boolean old = hdf.has(OLD_SPIKES);
        String spikes = old ? OLD_SPIKES : recording(hdf, options) + SPIKES;
        String mapping = old ? "mapping" : recording(hdf, options) + "/settings/mapping";
        Optional<BigDecimal> rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz()
                : Optional.of(old ? OLD_RATE : rate(hdf, recording(hdf, options) + "/settings/sampling"));
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, hdf.where(spikes));
        Map<String, Object> table = hdf.table(spikes);
        long[] frames = column(table, "frameno", hdf.where(spikes));
        long[] channels = column(table, "channel", hdf.where(spikes));
        Map<Long, KnownNeuron> electrodes = electrodes(hdf, mapping);
        SpikeBlock taken = new SpikeBlock();
        Map<Integer, KnownNeuron> known = new HashMap<>();
        for (int k = 0; k < frames.length; k++) {
            KnownNeuron neuron = electrodes.get(channels[k]);
            if (neuron != null) {
                taken.add(clock.micros(frames[k], hdf.where(spikes), k), neuron.neuron());
                known.put(neuron.neuron(), neuron);
            }
        }
        notes.add("neurons are electrodes, by /" + mapping + "; frames are counted at " + rate.orElseThrow()
                + " Hz from the start of the device");
        if (taken.length() < frames.length) {
            notes.add(frames.length - taken.length()
                    + " spikes of channels that are connected to no electrode are left out");
        }
        return RecordingFile.of(hdf.fileName(), name(), Recording.sorting(taken))
                .noting(notes)
                .describing(List.copyOf(known.values()));
    }

    /** The electrode of each channel that has one. */
    private static Map<Long, KnownNeuron> electrodes(Hdf5 hdf, String mapping) throws UnreadableRecordingException {
        Map<String, Object> table = hdf.table(mapping);
        long[] channels = column(table, "channel", hdf.where(mapping));
        long[] numbers = column(table, "electrode", hdf.where(mapping));
        double[] x = Numbers.toDoubles(field(table, "x", hdf.where(mapping)), hdf.where(mapping));
        double[] y = Numbers.toDoubles(field(table, "y", hdf.where(mapping)), hdf.where(mapping));
        Map<Long, KnownNeuron> electrodes = new HashMap<>();
        for (int k = 0; k < channels.length; k++) {
            if (channels[k] >= 0 && numbers[k] >= 0) {
                int neuron = Numbers.toNeuron(numbers[k], hdf.where(mapping), k);
                electrodes.put(
                        channels[k],
                        KnownNeuron.of(neuron).on(Long.toString(neuron)).at(x[k], y[k], Double.NaN));
            }
        }
        return electrodes;
    }

    private static BigDecimal rate(Hdf5 hdf, String path) throws UnreadableRecordingException {
        double[] rate = hdf.has(path) ? hdf.doubles(path) : new double[0];
        if (rate.length == 0 || !(rate[0] > 0) || Double.isInfinite(rate[0])) {
            throw new UnreadableRecordingException(
                    hdf.where(path) + " does not say the sampling rate; give --sample-rate, as in --sample-rate 10000");
        }
        return new BigDecimal(Double.toString(rate[0]));
    }

    private static long[] column(Map<String, Object> table, String name, String where)
            throws UnreadableRecordingException {
        return Numbers.toWhole(field(table, name, where), where + ", field " + name);
    }

    private static Object field(Map<String, Object> table, String name, String where)
            throws UnreadableRecordingException {
        Object field = table.get(name);
        if (field == null) {
            throw new UnreadableRecordingException(where + " has no field " + name + ", but "
                    + Text.shownAll(List.copyOf(table.keySet())) + "; export the recording again with MaxLab Live");
        }
        return field;
    }

    /** The recordings of all wells that have spikes, as {@code wells/well000/rec0000}. */
    private static Set<String> recordings(Hdf5 hdf) {
        Set<String> found = new TreeSet<>();
        for (String well : hdf.names(WELLS)) {
            for (String recording : hdf.names(WELLS + "/" + well)) {
                if (hdf.has(WELLS + "/" + well + "/" + recording + SPIKES)) {
                    found.add(well + "/" + recording);
                }
            }
        }
        return found;
    }

    private static String recording(Hdf5 hdf, ReadOptions options) throws UnreadableRecordingException {
        return WELLS + "/"
                + WellChoice.one(
                        recordings(hdf), options, "recordings", hdf.file().toString());
    }
}
