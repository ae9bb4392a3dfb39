package dev.hebb.replay.format;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file of NIX as Neo writes it (NixIO): in {@code /data/BLOCK}, groups of the type {@code neo.segment} link
 * multi-tags of the type {@code neo.spiketrain}, whose positions are the times, with their {@code unit}.
 */
final class NixFormat extends Hdf5Format {
    private static final String DATA = "data";

    @Override
    public String name() {
        return "NIX of Neo";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.VARIABLE, Name.UNIT, Name.SAMPLE_RATE);
    }

    @Override
    boolean isLayoutOf(Hdf5 hdf) {
        return hdf.attribute("", "format").filter("nix"::equals).isPresent();
    }

    @Override
    RecordingFile read(Hdf5 hdf, ReadOptions options, UnitNames names) throws IOException {
        List<String> segments = segments(hdf);
        String where = hdf.file().toString();
        String segment = segments.get(NeoTrains.segment(segments.size(), options, where));
        List<NeoTrains.Train> trains = new ArrayList<>();
        for (String name : hdf.namesAsWritten(segment + "/multi_tags")) {
            String tag = segment + "/multi_tags/" + name;
            if (hdf.attribute(tag, "type").orElse("").equals("neo.spiketrain")) {
                trains.add(train(hdf, tag));
            }
        }
        List<String> notes = new ArrayList<>();
        Recording recording = NeoTrains.spikes(trains, options, names, where, notes);
        Times.doubt(options).ifPresent(notes::add);
        return RecordingFile.of(hdf.fileName(), name(), recording).noting(notes);
    }

    private static NeoTrains.Train train(Hdf5 hdf, String tag) throws UnreadableRecordingException {
        String positions = tag + "/positions";
        String times = positions + "/data";
        String name = tag + "/metadata/properties/neo_name";
        boolean named = hdf.hasOptional(name) && !hdf.isEmpty(name);
        return new NeoTrains.Train(
                named ? hdf.texts(name).map(texts -> texts[0]).orElse("") : "",
                hdf.numbers(times),
                hdf.attribute(positions, "unit").orElse(""));
    }

    /** The segments of all blocks, in the order in which they were written. */
    private static List<String> segments(Hdf5 hdf) {
        List<String> segments = new ArrayList<>();
        for (String block : hdf.namesAsWritten(DATA)) {
            for (String group : hdf.namesAsWritten(DATA + "/" + block + "/groups")) {
                String path = DATA + "/" + block + "/groups/" + group;
                if (hdf.attribute(path, "type").orElse("").equals("neo.segment")) {
                    segments.add(path);
                }
            }
        }
        return segments;
    }
}
