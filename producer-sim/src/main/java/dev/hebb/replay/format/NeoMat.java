package dev.hebb.replay.format;

import dev.hebb.replay.format.MatValue.Cell;
import dev.hebb.replay.format.MatValue.Matrix;
import dev.hebb.replay.format.MatValue.Structure;
import dev.hebb.replay.format.MatValue.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block of Neo among MATLAB's variables, as NeoMatlabIO writes it: {@code block.segments{k}.spiketrains{n}} with
 * {@code times} and {@code times_units}.
 */
final class NeoMat {
    private static final String BLOCK = "block";
    private static final String SEGMENTS = "segments";

    private NeoMat() {}

    static boolean isIn(Map<String, MatValue> variables, ReadOptions options) {
        boolean segmentOrNone = options.variable().orElse("0").matches("\\d{1,6}");
        return segmentOrNone
                && options.columns().isEmpty()
                && variables.get(BLOCK) instanceof Structure block
                && block.field(SEGMENTS) != null;
    }

    /** The spike trains of the segment that the user chooses. */
    static List<NeoTrains.Train> trains(Map<String, MatValue> variables, ReadOptions options, String where)
            throws UnreadableRecordingException {
        List<Structure> segments =
                variables.get(BLOCK) instanceof Structure block ? structures(block.field(SEGMENTS)) : List.of();
        Structure segment = segments.get(NeoTrains.segment(segments.size(), options, where));
        List<NeoTrains.Train> trains = new ArrayList<>();
        for (Structure train : structures(segment.field("spiketrains"))) {
            if (!(train.field("times") instanceof Matrix times)) {
                throw new UnreadableRecordingException(where + ": spike train " + trains.size()
                        + " of the block has no times, which NeoMatlabIO writes");
            }
            trains.add(new NeoTrains.Train(text(train.field("name")), times.data(), text(train.field("times_units"))));
        }
        return trains;
    }

    private static List<Structure> structures(@Nullable MatValue value) {
        List<Structure> structures = new ArrayList<>();
        if (value instanceof Structure structure) {
            structure.elements().forEach(element -> structures.add(new Structure(List.of(element))));
        } else if (value instanceof Cell cell) {
            cell.values().forEach(each -> structures.addAll(structures(each)));
        }
        return structures;
    }

    private static String text(@Nullable MatValue value) {
        return value instanceof Words words ? words.text() : "";
    }
}
