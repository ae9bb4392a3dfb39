package dev.hebb.framing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judge of spikes that are too far ahead to be accepted on their own: whether the clock has moved, or one producer's
 * clock is wrong.
 */
final class JumpJudge {
    private final FramingConfig config;
    private final NetworkClock clock;
    private final Pending pending;
    private final Gaps gaps;
    private final AdmittedNeurons neurons;
    private final Hold hold;
    private final List<HeldSpikes> newlyHeld = new ArrayList<>();
    private final Map<Refused, Quote> refused = new LinkedHashMap<>();
    private long lastOrdinary;
    private boolean changed;

    JumpJudge(FramingConfig config, NetworkClock clock, Pending pending, Gaps gaps, AdmittedNeurons neurons) {
        this.config = config;
        this.clock = clock;
        this.pending = pending;
        this.gaps = gaps;
        this.neurons = neurons;
        this.hold = new Hold(config.limits().heldSpikes(), config.limits().heldBytes());
    }

    /** Forgets the changes of the last record; to be called before every call to the framer. */
    void begin() {
        newlyHeld.clear();
        changed = false;
    }

    Hold hold() {
        return hold;
    }

    List<HeldSpikes> newlyHeld() {
        return newlyHeld;
    }

    /** Returns whether something that was held before is not any more. */
    boolean changed() {
        return changed;
    }

    long lastOrdinary() {
        return lastOrdinary;
    }

    /** Remembers that a record moved along with the clock. */
    void ordinary(long arrival) {
        lastOrdinary = arrival;
    }

    /** Holds what the clock does not reach, and accepts it if there is enough of it. */
    void hold(HeldSpikes entry) {
        hold.add(entry);
        newlyHeld.add(entry);
    }

    /** Decides whether what this record added to the hold makes it accepted; to be called once all of it is held. */
    void judge() {
        for (HeldSpikes entry : List.copyOf(newlyHeld)) {
            if (hold.contains(entry)) {
                List<HeldSpikes> around = around(entry.firstMicros(), entry.lastMicros());
                if (confirmations(around) >= config.jumpConfirmations()) {
                    accept(around, entry.arrival());
                }
            }
        }
        refuse(hold.overflow());
    }

    /** A heartbeat is enough to accept what is around it, if nothing else is accepted. */
    void judgeFirst(long heartbeatMicros, long arrival) {
        List<HeldSpikes> around = around(heartbeatMicros, heartbeatMicros);
        if (!around.isEmpty()) {
            accept(around, arrival);
        }
    }

    /** The clock reaches further than before: what it now reaches is accepted. */
    void reconsider() {
        refuse(hold.takeLeftBehind(clock));
        admitReached();
    }

    /** Spikes of the old time continue. */
    void dropLeftBehind() {
        if (hold.isHalfLeftBehind(clock)) {
            refuse(hold.takeLeftBehind(clock));
        }
    }

    /** Records that the old time certainly continues. */
    void dropAll() {
        if (!hold.isEmpty()) {
            refuse(hold.entries());
            hold.replace(List.of());
        }
    }

    /** Reports what was refused since the last call, and how many spikes that were. */
    long tell(FramingOutput out) {
        long spikes = 0;
        for (Map.Entry<Refused, Quote> entry : refused.entrySet()) {
            RejectReason reason = entry.getKey().reason;
            Quote quote = entry.getValue();
            out.rejected(quote.first.source(), reason, quote.spikes, detail(reason, quote));
            spikes += quote.spikes;
        }
        refused.clear();
        return spikes;
    }

    private List<HeldSpikes> around(long fromMicros, long toMicros) {
        return hold.around(fromMicros, toMicros, config.maxForwardJumpMicros(), clock);
    }

    /** Spikes of one record, say of a rig whose clock is off, do not confirm each other. */
    private long confirmations(List<HeldSpikes> around) {
        long first = around.stream().mapToLong(HeldSpikes::arrival).min().orElse(0);
        return around.stream()
                .filter(entry -> entry.arrival() > first && entry.arrival() > lastOrdinary)
                .mapToLong(HeldSpikes::count)
                .sum();
    }

    private void accept(List<HeldSpikes> entries, long arrival) {
        hold.remove(entries);
        refuse(hold.takeLeftBehind(clock));
        if (!leaveUnobserved(entries)) {
            refuse(entries);
            return;
        }
        // All spikes before any heartbeat: what waited together is not late by each other.
        entries.stream().filter(entry -> !entry.isHeartbeat()).forEach(this::admit);
        entries.stream().filter(HeldSpikes::isHeartbeat).forEach(this::admit);
        clock.settle();
        ordinary(arrival);
        changed = true;
        admitReached();
        holdAgain();
    }

    /**
     * Leaves the time that a clock jumps over unobserved: no producer said that there was silence, and learning from
     * silence of years, window by window, would hold up all other networks. Returns whether there is room for one gap
     * more.
     */
    private boolean leaveUnobserved(List<HeldSpikes> entries) {
        long to = entries.stream().mapToLong(HeldSpikes::firstMicros).min().orElseThrow();
        return !clock.isSet() || to <= clock.micros() + 1 || gaps.add(new Gap(clock.micros() + 1, to));
    }

    private void admitReached() {
        for (boolean moved = true; moved; ) {
            List<HeldSpikes> waiting = new ArrayList<>();
            for (HeldSpikes entry : hold.entries()) {
                if (clock.reaches(entry.firstMicros())) {
                    admit(entry);
                    clock.settle();
                } else {
                    waiting.add(entry);
                }
            }
            moved = waiting.size() < hold.entries().size();
            hold.replace(waiting);
            if (moved) {
                changed = true;
                holdAgain();
            }
        }
    }

    /** Records that the clock jumped, which does not mean that the old time continues. */
    private void holdAgain() {
        hold.replace(hold.entries().stream()
                .map(entry -> entry.heldAt(clock.micros()))
                .toList());
    }

    /** Steps within an entry are short enough for the clock to reach all of it if it reaches the first. */
    private void admit(HeldSpikes entry) {
        if (entry.isHeartbeat()) {
            clock.silentBefore(entry.firstMicros());
            return;
        }
        int behind = 0;
        int tooMany = 0;
        int strangers = 0;
        for (int i = 0; i < entry.count(); i++) {
            long time = entry.timesMicros()[i];
            if (time < clock.watermarkMicros()) {
                behind++;
            } else if (!neurons.admit(entry.neurons()[i])) {
                strangers++;
            } else if (!pending.offer(time, entry.neurons()[i])) {
                tooMany++;
            }
        }
        refuse(entry, RejectReason.CLOCK_JUMP, behind);
        refuse(entry, RejectReason.TOO_MANY_NEURONS, strangers);
        refuse(entry, RejectReason.TOO_MANY_PENDING, tooMany);
        clock.advance(entry.lastMicros());
    }

    private void refuse(List<HeldSpikes> entries) {
        changed |= !entries.isEmpty();
        entries.forEach(entry -> refuse(entry, RejectReason.CLOCK_JUMP, entry.count()));
    }

    private void refuse(HeldSpikes entry, RejectReason reason, int spikes) {
        if (spikes > 0) {
            refused.merge(new Refused(entry.arrival(), reason), new Quote(entry, spikes), Quote::plus);
        }
    }

    private String detail(RejectReason reason, Quote quote) {
        HeldSpikes first = quote.first;
        String what = quote.spikes + (first.isHeartbeat() ? " heartbeat" : " spikes") + ", the first of those held at "
                + first.firstMicros() + " µs";
        if (reason == RejectReason.TOO_MANY_NEURONS) {
            return what + "; the network has " + neurons.most() + " neurons already";
        }
        if (reason == RejectReason.TOO_MANY_PENDING) {
            return what + "; too many spikes of the network wait for the watermark";
        }
        String ahead = first.clockMicros() == Position.NONE
                ? " not in the time that the network turned out to be in"
                : " more than " + config.maxForwardJumpMicros() + " µs ahead of the network's clock, then at "
                        + first.clockMicros() + " µs";
        return what + ";" + ahead + ", and not confirmed by " + config.jumpConfirmations()
                + " spikes of later records (heartbeats keep a clock going through silence, a Gap says that nothing was recorded)";
    }

    private record Refused(long arrival, RejectReason reason) {}

    private record Quote(HeldSpikes first, int spikes) {
        Quote plus(Quote more) {
            return new Quote(first, spikes + more.spikes);
        }
    }
}
