package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.replay.Recording;
import dev.hebb.replay.format.MatValue.Cell;
import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import dev.hebb.replay.format.MatValue.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MATLAB's structures with trains, and what they say of units: as CellExplorer ({@code times}, {@code UID}) and
 * FieldTrip ({@code label}, {@code timestamp} or {@code time}) have them, or an array of structures with one train in
 * each, as Chronux has it ({@code times}).
 *
 * @param known receives what a structure says of its neurons
 */
record MatStructures(MatTrains trains, UnitNames names, List<KnownNeuron> known) {
    private static final String TIMES = "times";

    /** Fields with the train of a unit, in arrays of structures. */
    private static final List<String> TRAINS =
            List.of(TIMES, "spike_times", "spikeTimes", "spiketimes", "timestamps", "ts");

    /** Returns whether a structure, or an array of them, has trains. */
    static boolean isSpikes(Structure structure) {
        return isTrains(structure.field(TIMES))
                || isTrains(structure.field("timestamp"))
                || isTrains(structure.field("time"))
                || fieldOfTrains(structure).isPresent();
    }

    private static boolean isTrains(@Nullable MatValue value) {
        return value instanceof Cell cell && cell.isTrains();
    }

    /** The field in which every element has a train. */
    private static Optional<String> fieldOfTrains(Structure structure) {
        boolean several = structure.elements().size() > 1;
        return TRAINS.stream()
                .filter(field -> several || field.equals(TIMES))
                .filter(field -> !structure.elements().isEmpty()
                        && structure.elements().stream()
                                .allMatch(
                                        element -> element.get(field) instanceof Matrix numbers && numbers.isVector()))
                .findFirst();
    }

    /**
     * The spikes of a structure that has trains.
     *
     * @param name of the variable, for advice
     */
    Recording spikes(Structure structure, String name, String where) throws UnreadableRecordingException {
        if (isTrains(structure.field(TIMES))) {
            return cellExplorer(structure, where);
        }
        Optional<String> field = fieldOfTrains(structure);
        return field.isPresent() ? array(structure, field.get(), where) : fieldTrip(structure, name, where);
    }

    /** An array of structures of which each has the train of a unit. */
    private Recording array(Structure structure, String field, String where) throws UnreadableRecordingException {
        List<MatValue> values = structure.elements().stream()
                .map(element -> element.getOrDefault(field, new MatValue.Other("")))
                .toList();
        boolean seconds = field.equals(TIMES);
        trains.notes().add("an array of structures with " + field + (seconds ? ", as Chronux has it: seconds" : ""));
        return trains.spikes(
                new Cell(values),
                trains.counted(values.size()),
                seconds ? Optional.of(UnitOfTime.SECONDS) : Optional.empty(),
                where + "." + field);
    }

    private Recording cellExplorer(Structure structure, String where) throws UnreadableRecordingException {
        Cell cells = (Cell) structure.field(TIMES);
        int count = cells == null ? 0 : cells.values().size();
        boolean hasIds = structure.field("UID") instanceof Matrix uid && uid.length() > 0;
        int[] neurons = hasIds ? uids(structure, count, where + ".UID") : trains.counted(count);
        trains.notes().add("times" + (hasIds ? " and UID" : "") + ", as CellExplorer has them: seconds");
        known.addAll(MatPlaces.of(structure, neurons));
        return trains.spikes(
                cells == null ? new Cell(List.of()) : cells,
                neurons,
                Optional.of(UnitOfTime.SECONDS),
                where + ".times");
    }

    /** The units of CellExplorer: their ids, or their places if ids repeat. */
    private int[] uids(Structure structure, int count, String where) throws UnreadableRecordingException {
        Object data = structure.field("UID") instanceof Matrix uid ? uid.data() : new long[0];
        long[] ids = Numbers.toWhole(data, where);
        if (ids.length != count) {
            throw new UnreadableRecordingException(
                    where + " has " + ids.length + " ids for " + count + " trains; there must be as many");
        }
        Optional<String> repeated = RepeatedIds.note(ids, "UIDs", "by their place");
        repeated.ifPresent(trains.notes()::add);
        return repeated.isPresent() ? trains.counted(count) : Numbers.toNeurons(ids, where);
    }

    private Recording fieldTrip(Structure structure, String name, String where) throws UnreadableRecordingException {
        boolean hasTimestamps = isTrains(structure.field("timestamp"));
        if (!hasTimestamps && isTrains(structure.field("trial"))) {
            throw new UnreadableRecordingException(where + ": the times of this FieldTrip structure are relative to"
                    + " trials, and there are no timestamps; give the structure"
                    + " before ft_spike_maketrials, or take --variable "
                    + name + ".time with --unit s if there is only one trial");
        }
        String field = hasTimestamps ? "timestamp" : "time";
        Cell cells = (Cell) structure.field(field);
        int count = cells == null ? 0 : cells.values().size();
        List<String> labels = labels(structure);
        Optional<String> repeated = RepeatedIds.note(labels, "labels", "by their place");
        repeated.ifPresent(trains.notes()::add);
        if (!labels.isEmpty() && labels.size() != count) {
            throw new UnreadableRecordingException(
                    where + ".label has " + labels.size() + " labels for " + count + " trains; there must be as many");
        }
        boolean labelled = !labels.isEmpty() && repeated.isEmpty();
        int[] neurons = labelled ? labels.stream().mapToInt(names::number).toArray() : trains.counted(count);
        if (labelled) {
            trains.notes().add("units are numbered by their label: " + names.some());
        }
        return trains.spikes(
                cells == null ? new Cell(List.of()) : cells,
                neurons,
                hasTimestamps ? Optional.empty() : Optional.of(UnitOfTime.SECONDS),
                where + "." + field);
    }

    private static List<String> labels(Structure structure) {
        List<String> labels = new ArrayList<>();
        if (structure.field("label") instanceof Cell cell) {
            for (MatValue label : cell.values()) {
                labels.add(label instanceof Words words ? words.text() : "unit " + (labels.size() + 1));
            }
        }
        return labels;
    }
}
