package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Results of BrainWave of 3Brain (.bxr): frames and channels of spikes. {@code /3BResults/3BChEvents/SpikeTimes} and
 * {@code SpikeChIDs} with {@code /3BRecInfo/3BRecVars/SamplingRate} in versions 2 and 3; {@code SpikeTimes} and
 * {@code SpikeChIdxs} of each group {@code /Well_A1} with the root's attribute {@code SamplingRate} in version 4. A
 * neuron is a channel; sorted units are told apart in {@code SpikeUnits}, which is not used.
 */
final class BrainWaveFormat extends Hdf5Format {
    private static final String EVENTS = "3BResults/3BChEvents";
    private static final String RATE = "3BRecInfo/3BRecVars/SamplingRate";
    private static final String TIMES = "/SpikeTimes";
    private static final String WELL = "Well_";
    private static final String ATTRIBUTE = "SamplingRate";

    @Override
    public String name() {
        return "3Brain results (.bxr)";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE, Name.VARIABLE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.has(EVENTS + TIMES) || !wells(hdf).isEmpty();
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        boolean old = hdf.has(EVENTS + TIMES);
        String group = old
                ? EVENTS
                : WELL + WellChoice.one(wells(hdf), options, "wells", hdf.file().toString());
        String channelsPath = group + (old ? "/SpikeChIDs" : "/SpikeChIdxs");
        Optional<BigDecimal> rate = options.sampleRateHz().isPresent()
                ? options.sampleRateHz()
                : Optional.of(old ? rate(hdf) : attribute(hdf));
        SpikeClock clock = SpikeClock.of(UnitOfTime.SAMPLES, rate, hdf.where(group + TIMES));
        long[] micros = clock.micros(hdf.wholes(group + TIMES), hdf.where(group + TIMES));
        int[] channels = Numbers.toNeurons(hdf.wholes(channelsPath), hdf.where(channelsPath));
        if (micros.length != channels.length) {
            throw new UnreadableRecordingException(hdf.where(channelsPath) + ": " + channels.length + " channels for "
                    + micros.length + " spikes; there must be as many");
        }
        List<String> notes = new ArrayList<>();
        SampleRate.doubt(rate.orElseThrow(), "the file").ifPresent(notes::add);
        notes.add("neurons are channels of the chip" + (hdf.has(group + "/SpikeUnits") ? ", not its SpikeUnits" : "")
                + "; times are frames at " + rate.orElseThrow() + " Hz");
        List<KnownNeuron> known = Arrays.stream(channels)
                .distinct()
                .mapToObj(channel -> KnownNeuron.of(channel).on(Integer.toString(channel)))
                .toList();
        return RecordingFile.of(hdf.fileName(), name(), Recording.sorting(micros, channels.clone()))
                .noting(notes)
                .describing(known);
    }

    private static BigDecimal rate(Hdf5 hdf) throws UnreadableRecordingException {
        double[] rate = hdf.has(RATE) ? hdf.doubles(RATE) : new double[0];
        return checked(rate.length == 0 ? "" : Double.toString(rate[0]), hdf.where(RATE));
    }

    private static BigDecimal attribute(Hdf5 hdf) throws UnreadableRecordingException {
        return checked(hdf.attribute("", ATTRIBUTE).orElse(""), hdf.file() + ", attribute " + ATTRIBUTE);
    }

    private static BigDecimal checked(String rate, String where) throws UnreadableRecordingException {
        boolean isNumber = rate.matches("\\d+(\\.\\d*)?([eE][+]?\\d{1,2})?");
        if (!isNumber || new BigDecimal(rate).signum() <= 0) {
            throw new UnreadableRecordingException(
                    where + " does not say the sampling rate; give --sample-rate, as in --sample-rate 17855.5");
        }
        return new BigDecimal(rate);
    }

    /** The wells with spikes, by their names without {@code Well_}. */
    private static Set<String> wells(Hdf5 hdf) {
        Set<String> wells = new TreeSet<>();
        for (String group : hdf.names("")) {
            if (group.startsWith(WELL) && hdf.has(group + TIMES)) {
                wells.add(group.substring(WELL.length()));
            }
        }
        return wells;
    }
}
