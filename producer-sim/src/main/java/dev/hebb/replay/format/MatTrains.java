package dev.hebb.replay.format;

import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.format.MatValue.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Spikes of trains in MATLAB's cells.
 *
 * @param notes receives what was decided, and what is in doubt
 */
record MatTrains(ReadOptions options, List<String> notes) {
    /** Numbers the neurons from 1, as MATLAB counts, and adds a note about it. */
    int[] counted(int trains) {
        notes.add("neurons are numbered 1 to " + trains + ", as MATLAB counts");
        return IntStream.rangeClosed(1, trains).toArray();
    }

    /**
     * The spikes.
     *
     * @param neurons one for each train
     * @param unit of the times, unless the user states one; empty if nothing says it
     */
    Recording spikes(Cell trains, int[] neurons, Optional<UnitOfTime> unit, String where)
            throws UnreadableRecordingException {
        SpikeClock clock = Times.named(unit, "", options, where);
        SpikeBlock spikes = new SpikeBlock();
        loss(trains, neurons.length, clock).ifPresent(notes::add);
        for (int train = 0; train < neurons.length; train++) {
            for (long micros : clock.micros(trains.train(train).data(), where + "{" + (train + 1) + "}")) {
                spikes.add(micros, neurons[train]);
            }
        }
        Recording recording = Recording.sorting(spikes);
        Times.requireBelievable(recording, clock, options, where).ifPresent(notes::add);
        return recording;
    }

    /** The warning about numbers of 32 bits, of the first train that has one. */
    private static Optional<String> loss(Cell trains, int count, SpikeClock clock) throws UnreadableRecordingException {
        Optional<String> loss = Optional.empty();
        for (int train = 0; train < count && loss.isEmpty(); train++) {
            loss = clock.loss(trains.train(train).data());
        }
        return loss;
    }
}
