package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result of SpyKING CIRCUS (NAME.result.hdf5): {@code /spiketimes/temp_N}, the samples of the spikes of template N,
 * which is the neuron. The rate is in its file of parameters, so that the user has to state it.
 */
final class CircusFormat extends Hdf5Format {
    private static final String TRAINS = "spiketimes";
    private static final Pattern TEMPLATE = Pattern.compile("temp_(\\d{1,9})");

    @Override
    public String name() {
        return "SpyKING CIRCUS result";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.SAMPLE_RATE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.names(TRAINS).stream()
                .anyMatch(name -> TEMPLATE.matcher(name).matches());
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        SpikeClock clock = SpikeClock.of(
                UnitOfTime.SAMPLES,
                options.sampleRateHz(),
                hdf.file() + ", of SpyKING CIRCUS, whose sampling_rate is in its .params");
        SpikeBlock spikes = new SpikeBlock();
        for (String name : hdf.names(TRAINS)) {
            Matcher template = TEMPLATE.matcher(name);
            String path = TRAINS + "/" + name;
            if (template.matches()) {
                int neuron = Integer.parseInt(template.group(1));
                for (long micros : clock.micros(hdf.wholes(path), hdf.where(path))) {
                    spikes.add(micros, neuron);
                }
            }
        }
        return RecordingFile.of(hdf.fileName(), name(), Recording.sorting(spikes))
                .noting(List.of("neurons are templates; spikes of all of them are taken"))
                .noting(Times.doubt(options).stream().toList());
    }
}
