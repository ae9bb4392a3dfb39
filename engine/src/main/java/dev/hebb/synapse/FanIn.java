package dev.hebb.synapse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Competition of a dendrite's synapses for its fan-in budget: what is beyond it is masked, weakest first (Chechik,
 * Meilijson and Ruppin 1998); what is needed again is unmasked, strongest first, as far as there is room.
 */
final class FanIn {
    void settle(
            DendriteSynapses row, WindowContext context, boolean lostInput, IntPredicate young, ChangeSink changes) {
        int room = context.stage().fanInBudget() - row.countActive();
        if (room < 0) {
            maskWeakest(row, -room, context, young, changes);
        } else if (room > 0 && row.countActive() < row.size()) {
            unmask(row, room, context, lostInput, changes);
        }
    }

    /**
     * The dendrite lost input: all that can serve in its place is unmasked, strongest first, as far as there is room.
     */
    void replaceLost(DendriteSynapses row, WindowContext context, ChangeSink changes) {
        int room = context.stage().fanInBudget() - row.countActive();
        for (int i : ranked(row, false)) {
            if (room > 0 && row.maskReason(i) != MaskReason.EXPLAINED) {
                Dormancy.unmask(row, i, ChangeReason.LOST_INPUT, context, changes);
                room--;
            }
        }
    }

    /** Masks the weakest synapses. Synapses of young neurons count, but are never masked. */
    private static void maskWeakest(
            DendriteSynapses row, int excess, WindowContext context, IntPredicate young, ChangeSink changes) {
        List<Integer> active = ranked(row, true);
        int left = excess;
        for (int place = active.size() - 1; place >= 0 && left > 0; place--) {
            int i = active.get(place);
            if (!young.test(row.pre(i))) {
                Dormancy.mask(row, i, MaskReason.OUTCOMPETED, context, changes);
                left--;
            }
        }
    }

    private static void unmask(
            DendriteSynapses row, int room, WindowContext context, boolean lostInput, ChangeSink changes) {
        int left = room;
        for (int i : ranked(row, false)) {
            if (left > 0 && needed(row, i, context)) {
                boolean waited = row.maskReason(i) == MaskReason.OUTCOMPETED;
                ChangeReason why = waited || lostInput ? ChangeReason.LOST_INPUT : ChangeReason.CO_FIRING;
                Dormancy.unmask(row, i, why, context, changes);
                left--;
            }
        }
    }

    private static boolean needed(DendriteSynapses row, int i, WindowContext context) {
        if (row.dormantSinceObservedMicros(i) == context.observedSoFarMicros()) {
            return false;
        }
        return switch (row.maskReason(i)) {
            case NONE, EXPLAINED -> false;
            case WEAK -> row.useLogOdds(i) >= context.stage().decisionLogOdds() || Dormancy.overdue(row, i, context);
            case OUTCOMPETED -> row.weight(i) >= context.stage().initialWeight();
        };
    }

    /** Indices of the active or of the dormant synapses, strongest first; only exact ties are ordered by id. */
    private static List<Integer> ranked(DendriteSynapses row, boolean active) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (row.active(i) == active) {
                indices.add(i);
            }
        }
        indices.sort(Comparator.<Integer>comparingDouble(i -> -row.weight(i))
                .thenComparingDouble(i -> -row.z(i))
                .thenComparingLong(i -> row.formedAtMicros(i))
                .thenComparingLong(i -> -row.lastCoFiredAtMicros(i)));
        return indices;
    }
}
