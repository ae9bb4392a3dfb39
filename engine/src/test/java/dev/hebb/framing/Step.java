package dev.hebb.framing;

import dev.hebb.command.Command;
import dev.hebb.command.TimedCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One call to a framer. */
sealed interface Step {
    FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out);

    /** Spikes in the step. */
    default int spikes() {
        return 0;
    }

    /** A record with spikes. */
    record Spikes(List<Long> times, List<Integer> neurons) implements Step {
        @Override
        public FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out) {
            return framer.arrive(
                    times.stream().mapToLong(Long::longValue).toArray(),
                    neurons.stream().mapToInt(Integer::intValue).toArray(),
                    times.size(),
                    source,
                    out);
        }

        @Override
        public int spikes() {
            return times.size();
        }
    }

    /** A record without. */
    record Heartbeat(long origin) implements Step {
        @Override
        public FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out) {
            return framer.heartbeat(origin, source, out);
        }
    }

    /** A control event. */
    record GapFrom(long from, long length) implements Step {
        @Override
        public FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out) {
            return framer.command(timed(from, new Command.Gap(from, from + length)), out);
        }
    }

    /** A control event. */
    record Epoch(long shift) implements Step {
        @Override
        public FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out) {
            return framer.command(timed(0, new Command.NewEpoch(shift)), out);
        }
    }

    private static TimedCommand timed(long fromMicros, Command command) {
        return new TimedCommand(fromMicros, 0, command, "", "", 0);
    }

    /** The wall clock. */
    record Idle(long until) implements Step {
        @Override
        public FramerChange apply(NetworkFramer framer, SourceRecord source, FramingOutput out) {
            return framer.idleUntil(until, out);
        }
    }

    /** Anything that anyone could send, most of it near a clock that continues by 40 µs a step. */
    static Arbitrary<List<Step>> anything() {
        Arbitrary<Long> ordinary = Arbitraries.longs().between(-100, 200);
        Arbitrary<Long> jumping = Arbitraries.of(20_000L, 20_005L, 20_010L, 20_200L, 45_000L, -30_000L);
        Arbitrary<Long> outrageous = Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, -(1L << 53), 1L << 54);
        Arbitrary<Long> time =
                Arbitraries.frequencyOf(Tuple.of(30, ordinary), Tuple.of(6, jumping), Tuple.of(1, outrageous));
        Arbitrary<Integer> neuron = Arbitraries.integers().between(-1, 5);
        Arbitrary<Step> spikes = Combinators.combine(time, neuron)
                .as((at, of) -> new long[] {at, of})
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> new Spikes(
                        list.stream().map(pair -> pair[0]).toList(),
                        list.stream().map(pair -> (int) pair[1]).toList()));
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(40, spikes),
                Tuple.of(4, time.map(Heartbeat::new)),
                Tuple.of(
                        2,
                        Combinators.combine(ordinary, Arbitraries.longs().between(1, 30_000))
                                .as(GapFrom::new)),
                Tuple.of(1, Arbitraries.longs().between(-500, 25_000).map(Epoch::new)),
                Tuple.of(1, ordinary.map(Idle::new)));
        return step.list().ofMaxSize(80).map(Step::drifting);
    }

    private static List<Step> drifting(List<Step> steps) {
        Step[] drifted = new Step[steps.size()];
        Arrays.setAll(drifted, i -> steps.get(i).later(40L * i));
        return List.of(drifted);
    }

    private Step later(long by) {
        if (this instanceof Spikes s) {
            return new Spikes(s.times.stream().map(time -> later(time, by)).collect(Collectors.toList()), s.neurons);
        } else if (this instanceof Heartbeat heartbeat) {
            return new Heartbeat(later(heartbeat.origin, by));
        } else if (this instanceof GapFrom gap) {
            return new GapFrom(gap.from + by, gap.length);
        } else if (this instanceof Idle idle) {
            return new Idle(idle.until + by);
        }
        return this;
    }

    private static long later(long time, long by) {
        return Math.abs(time / 2) >= 1L << 51 ? time : time + by;
    }
}
