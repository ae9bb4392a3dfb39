package dev.hebb.framing;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.List;

/**
 * Framer of one network, from arrivals to frames: lateness, wrong clocks, order, duplicates. Deterministic: what comes
 * out depends only on the calls made. Not thread-safe.
 *
 * <p><b>Clock.</b> A time at most {@code maxForwardJump} ahead of the clock is accepted and moves it; time in gaps does
 * not count. What is further ahead is held, until {@code jumpConfirmations} spikes of later records come near (a
 * heartbeat counts for one), with nothing from the old time in between: then the clock jumps, what was held is
 * admitted, and the time that it jumped over counts as unobserved. It is refused when the old time continues for longer
 * than the lateness, or with a heartbeat. The first clock is found in the same way, except that there one heartbeat is
 * enough, so that a network of few spikes can be closed.
 *
 * <p><b>Memory.</b> Each call returns what to remember of it. {@link #recall} makes a new framer continue from what was
 * remembered.
 */
public final class NetworkFramer {
    private final Gaps gaps = new Gaps();
    private final WaitingCommands commands = new WaitingCommands();
    private final NetworkClock clock;
    private final Pending pending;
    private final JumpJudge judge;
    private final FrameCutter cutter;
    private final FramerJournal journal;
    private final AdmittedNeurons neurons;
    private final long maxForwardJumpMicros;

    private final Admission admission;
    private final SpikeBuffer far = new SpikeBuffer();
    private long arrivals;
    private long shiftMicros;
    private long seqBefore;

    public NetworkFramer(String network, FramingConfig config) {
        SliceGrid grid = new SliceGrid(config.windowMicros(), config.frameMicros());
        clock = new NetworkClock(config, gaps);
        pending = new Pending(grid, config.limits().pendingSpikes());
        neurons = new AdmittedNeurons(config.limits().neurons());
        admission = new Admission(clock, neurons, pending);
        judge = new JumpJudge(config, clock, pending, gaps, neurons);
        cutter = new FrameCutter(network, grid, config.limits().frameSpikes(), pending, gaps, commands);
        journal = new FramerJournal(pending, gaps, judge.hold(), neurons, commands);
        maxForwardJumpMicros = config.maxForwardJumpMicros();
    }

    /**
     * The spikes of one record, at least one.
     *
     * @param timesMicros as sent, in any order
     * @param ids the neuron of each, as sent
     * @param size how many of both
     */
    public FramerChange arrive(long[] timesMicros, int[] ids, int size, SourceRecord source, FramingOutput out) {
        begin();
        arrivals++;
        long near = clock.nearMicros();
        long newest = Position.NONE;
        for (int i = 0; i < size; i++) {
            long time = timesMicros[i] + shiftMicros;
            if (admission.isPossible(timesMicros[i], time, ids[i], i)) {
                if (time > near) {
                    far.add(time, ids[i]);
                } else if (admission.admit(time, ids[i], i)) {
                    newest = Math.max(newest, time);
                }
            }
        }
        if (newest != Position.NONE) {
            judge.ordinary(arrivals);
            clock.advance(newest);
        }
        if (far.size() > 0) {
            arriveFar(source);
        }
        cutter.countLate(admission.late());
        cutter.countRefused(admission.refused());
        admission.tell(source, size, out);
        return settle(out);
    }

    /** Spikes of one record can lead the clock on, step by step; what it does not reach is held. */
    private void arriveFar(SourceRecord source) {
        far.sort();
        int i = 0;
        for (; i < far.size() && clock.reaches(far.timeMicros(i)); i++) {
            if (admission.admit(far.timeMicros(i), far.neuron(i), Refusals.NO_INDEX)) {
                clock.advance(far.timeMicros(i));
                judge.ordinary(arrivals);
            }
        }
        while (i < far.size()) {
            int from = i++;
            while (i < far.size() && far.timeMicros(i) - far.timeMicros(i - 1) <= maxForwardJumpMicros) {
                i++;
            }
            judge.hold(
                    new HeldSpikes(source, arrivals, clock.micros(), far.timesMicros(from, i), far.neurons(from, i)));
        }
        judge.judge();
    }

    /** A record without spikes: nothing before its origin is still to come. */
    public FramerChange heartbeat(long originMicros, SourceRecord source, FramingOutput out) {
        begin();
        arrivals++;
        long origin = originMicros + shiftMicros;
        if (FramingConfig.isOutOfRange(originMicros) || FramingConfig.isOutOfRange(origin)) {
            cutter.countRefused(1);
            out.rejected(
                    source,
                    RejectReason.TIME_OUT_OF_RANGE,
                    1,
                    "the heartbeat is at " + originMicros + " µs; " + Refusals.RANGE);
        } else {
            acceptOrHold(origin, source);
        }
        return settle(out);
    }

    private void acceptOrHold(long origin, SourceRecord source) {
        if (!clock.isSet()) {
            judge.judgeFirst(origin, arrivals);
        }
        if (clock.reaches(origin)) {
            silentBefore(origin);
        } else {
            judge.hold(HeldSpikes.heartbeat(source, arrivals, clock.micros(), origin));
            judge.judge();
        }
    }

    private void silentBefore(long timeMicros) {
        if (timeMicros > clock.micros()) {
            judge.dropAll();
            judge.ordinary(arrivals);
        }
        clock.silentBefore(timeMicros);
    }

    /**
     * Moves the watermark to this event time, because the wall clock says that nothing before it is still to come.
     * Without effect on a network that has no clock yet.
     */
    public FramerChange idleUntil(long timeMicros, FramingOutput out) {
        begin();
        if (clock.isSet() && !FramingConfig.isOutOfRange(timeMicros)) {
            silentBefore(timeMicros);
        }
        return settle(out);
    }

    /** Applies a command that is for framing, and keeps any other for the frame that carries it to the shards. */
    public FramerChange command(TimedCommand timed, FramingOutput out) {
        begin();
        return timed.command().accept(new Command.PartialVisitor<>() {
            @Override
            public FramerChange gap(Command.Gap gap) {
                return NetworkFramer.this.gap(new Gap(gap.fromMicros(), gap.toMicros()), out);
            }

            @Override
            public FramerChange newEpoch(Command.NewEpoch epoch) {
                return NetworkFramer.this.newEpoch(epoch.shiftMicros());
            }

            @Override
            public FramerChange forget(Command.Forget forget) {
                return NetworkFramer.this.forget(timed, out);
            }

            @Override
            public FramerChange otherwise(Command command) {
                return keep(timed, out);
            }
        });
    }

    private FramerChange gap(Gap gap, FramingOutput out) {
        if (FramingConfig.isOutOfRange(gap.fromMicros()) || FramingConfig.isOutOfRange(gap.toMicros())) {
            return FramerChange.refused(gap + ": " + Refusals.RANGE);
        }
        if (gap.fromMicros() < cutter.openMicros()) {
            return FramerChange.refused(gap + " begins in a window that is closed; the earliest that is open begins at "
                    + cutter.openMicros() + " µs");
        }
        if (!gaps.add(gap)) {
            return FramerChange.refused("the network has " + Gaps.MOST + " gaps ahead of it already");
        }
        judge.reconsider();
        return settle(out);
    }

    private FramerChange keep(TimedCommand command, FramingOutput out) {
        long from = command.effectiveFromMicros();
        if (FramingConfig.isOutOfRange(from)) {
            return FramerChange.refused("it takes effect at " + from + " µs; " + Refusals.RANGE);
        }
        if (from < cutter.openMicros()) {
            return FramerChange.refused(
                    "it would take effect at " + from + " µs, in a window that is closed; the earliest that is"
                            + " open begins at " + cutter.openMicros() + " µs");
        }
        if (!commands.add(command)) {
            return FramerChange.refused("the network has too many commands ahead of it: at most " + WaitingCommands.MOST
                    + ", which list at most " + WaitingCommands.MOST_LISTED + " neurons, and have texts of at most "
                    + WaitingCommands.MOST_CHARACTERS + " characters; wait until some have taken effect");
        }
        return settle(out);
    }

    /** Replaces what is added to the times of later records. */
    private FramerChange newEpoch(long shift) {
        if (FramingConfig.isOutOfRange(shift)) {
            return FramerChange.refused("the shift is " + shift + " µs; " + Refusals.RANGE);
        }
        shiftMicros = shift;
        return change();
    }

    /** Spikes that wait, and those that are held, go with the network. */
    private FramerChange forget(TimedCommand command, FramingOutput out) {
        if (position().equals(Position.START) && commands.received() == 0 && gaps.isEmpty()) {
            return FramerChange.refused("there is no network of this name; 'hebb networks' lists those that there are");
        }
        cutter.forget(command, out);
        return FramerChange.forgotten();
    }

    private void begin() {
        admission.begin();
        far.clear();
        judge.begin();
        seqBefore = cutter.seq();
    }

    private FramerChange settle(FramingOutput out) {
        clock.settle();
        judge.dropLeftBehind();
        cutter.countRefused(judge.tell(out));
        gaps.passed(clock.micros());
        cutter.release(clock.watermarkMicros(), out);
        return change();
    }

    /** Returns what the call did. What is framed already need not be remembered. */
    private FramerChange change() {
        SpikeBuffer admitted = admission.admittedFrom(cutter.framedMicros());
        JournalEntry added = new JournalEntry(
                position(),
                gaps.takeChanged() ? journal.knownGaps() : null,
                admitted.timesMicros(0, admitted.size()),
                admitted.neurons(0, admitted.size()),
                0,
                judge.newlyHeld(),
                neurons.takeNew(),
                commands.takeChanged() ? journal.knownCommands() : null);
        List<JournalEntry> entries = judge.changed() ? compact() : List.of(added);
        return new FramerChange(entries, judge.changed(), cutter.seq() > seqBefore, "");
    }

    public Position position() {
        return new Position(
                arrivals,
                judge.lastOrdinary(),
                clock.micros(),
                clock.watermarkMicros(),
                cutter.framedMicros(),
                cutter.seq(),
                cutter.late(),
                cutter.refused(),
                shiftMicros);
    }

    /** Spikes in memory. */
    public long load() {
        return pending.size() + judge.hold().spikes();
    }

    /** Drops duplicates among the spikes that wait, and returns all there is to remember. No frame depends on when. */
    public List<JournalEntry> compact() {
        return journal.compact(position());
    }

    /** Makes this new framer one that remembers the entries, in the order they were written. */
    public void recall(Iterable<JournalEntry> entries) {
        Position last = Position.START;
        for (JournalEntry entry : entries) {
            journal.recall(entry);
            last = entry.position();
        }
        journal.settle(last);
        arrivals = last.arrivals();
        shiftMicros = last.shiftMicros();
        judge.ordinary(last.lastOrdinary());
        clock.set(last.clockMicros(), last.watermarkMicros());
        cutter.set(last);
    }
}
