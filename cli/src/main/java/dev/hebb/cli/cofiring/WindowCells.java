package dev.hebb.cli.cofiring;

import dev.hebb.schema.CoFiring;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Orders the cells of one window by pre, post and lag bin. Each dendrite's cells come in order of pre and lag bin
 * already, so that it is enough to merge the dendrites.
 */
final class WindowCells {
    private WindowCells() {}

    /** Receives cells. */
    @FunctionalInterface
    interface CellReader {
        void accept(int pre, int post, int lagBin, int count);
    }

    static void inOrder(List<CoFiring> dendrites, CellReader reader) {
        PriorityQueue<Cursor> next =
                new PriorityQueue<>(Comparator.comparingInt(Cursor::pre).thenComparingInt(Cursor::post));
        for (CoFiring dendrite : dendrites) {
            if (!dendrite.getCounts().isEmpty()) {
                next.add(new Cursor(dendrite));
            }
        }
        while (!next.isEmpty()) {
            Cursor cursor = next.remove();
            if (cursor.passOnePre(reader)) {
                next.add(cursor);
            }
        }
    }

    private static final class Cursor {
        private final CoFiring dendrite;
        private int cell;

        Cursor(CoFiring dendrite) {
            this.dendrite = dendrite;
        }

        int pre() {
            return dendrite.getPre().get(dendrite.getCellPre().get(cell));
        }

        int post() {
            return dendrite.getPost();
        }

        /** Passes on the cells of the next pre-synaptic neuron; returns whether there are more. */
        boolean passOnePre(CellReader reader) {
            int pre = pre();
            do {
                reader.accept(
                        pre,
                        post(),
                        dendrite.getCellLagBin().get(cell),
                        dendrite.getCounts().get(cell));
                cell++;
            } while (cell < dendrite.getCounts().size() && pre() == pre);
            return cell < dendrite.getCounts().size();
        }
    }
}
