package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spike trains of one segment of Neo, each in its own unit of time. */
final class NeoTrains {
    private NeoTrains() {}

    /**
     * A train.
     *
     * @param name empty if it has none
     * @param times numbers of any type
     * @param unit as Neo writes it: s, ms, us
     */
    record Train(String name, Object times, String unit) {}

    /**
     * The segment that the user chooses by its number from 0, or the only one.
     *
     * @throws UnreadableRecordingException if there are several and none is chosen, or another is
     */
    static int segment(int segments, ReadOptions options, String where) throws UnreadableRecordingException {
        if (segments == 0) {
            throw new UnreadableRecordingException(where + ": this file of Neo has no segment, and so no spike trains");
        }
        return SpikeInterfaceArrays.segment(segments, options, where);
    }

    /** The spikes of all trains; a neuron is its train's name if all have one, else its place from 0. */
    static Recording spikes(List<Train> trains, ReadOptions options, UnitNames names, String where, List<String> notes)
            throws UnreadableRecordingException {
        boolean named = areNamed(trains);
        SpikeBlock spikes = new SpikeBlock();
        List<String> units = new ArrayList<>();
        Optional<String> loss = Optional.empty();
        SpikeClock last = null;
        for (int k = 0; k < trains.size(); k++) {
            Train train = trains.get(k);
            String place = where + ", spike train " + k;
            SpikeClock clock = SpikeClock.of(unit(train, options, place), options.sampleRateHz(), place);
            int neuron = named ? names.number(train.name().trim()) : k;
            for (long micros : clock.micros(train.times(), place)) {
                spikes.add(micros, neuron);
            }
            loss = loss.isPresent() ? loss : clock.loss(train.times());
            last = clock;
            if (!units.contains(clock.unit().inWords())) {
                units.add(clock.unit().inWords());
            }
        }
        notes.add(trains.size() + " spike trains of Neo in " + String.join(" and ", units) + ", numbered "
                + (named ? "by name: " + names.some() : "by their place from 0"));
        loss.ifPresent(notes::add);
        Recording recording = Recording.sorting(spikes);
        if (last != null && units.size() == 1) {
            Times.requireBelievable(recording, last, options, where).ifPresent(notes::add);
        }
        return recording;
    }

    private static boolean areNamed(List<Train> trains) {
        Set<String> distinct = new HashSet<>();
        trains.forEach(train -> distinct.add(train.name().trim()));
        return distinct.size() == trains.size() && !distinct.contains("");
    }

    private static UnitOfTime unit(Train train, ReadOptions options, String place) throws UnreadableRecordingException {
        return options.statedUnit()
                .or(() -> UnitOfTime.inName("t_" + train.unit()))
                .orElseThrow(() -> new UnreadableRecordingException(place + ": its unit is '" + Text.shown(train.unit())
                        + "'; give --unit s, ms or us, or rescale the train"));
    }
}
