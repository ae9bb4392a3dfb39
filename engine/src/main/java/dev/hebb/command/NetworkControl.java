package dev.hebb.command;

import dev.hebb.command.Command.Attention;
import dev.hebb.command.Command.DefineArea;
import dev.hebb.command.Command.Forget;
import dev.hebb.command.Command.Gap;
import dev.hebb.command.Command.Lesion;
import dev.hebb.command.Command.NewEpoch;
import dev.hebb.command.Command.Stage;
import dev.hebb.command.Command.Stimulation;
import dev.hebb.command.Command.Stress;
import dev.hebb.command.Modulation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The commands to one network that wait or are in force. Commands wait until the first window that ends after they take
 * effect, and are then applied in the order of their times, so that it makes no difference when they were received. An
 * area stands for the neurons that it had when a command took effect.
 *
 * <p>Not thread-safe.
 */
public final class NetworkControl {
    /** Largest number of areas: it bounds what a shard rewrites at every window. */
    static final int MOST_AREAS = 1_000;

    /** Largest number of commands in force. */
    static final int MOST_IN_FORCE = 1_000;

    /** Largest number of the neurons that areas, commands in force and lesions list together. */
    static final int MOST_LISTED = 500_000;

    /** Greatest age that is told from greater ones: far above that of any stage, and event times may be added to it. */
    private static final long OLDEST_MICROS = 1L << 62;

    private static final String OF_FRAMING = "framing applies it, no shard does";

    private final PriorityQueue<TimedCommand> pending = new PriorityQueue<>();
    private final SortedMap<String, int[]> areas = new TreeMap<>();
    private final List<Modulation> inForce = new ArrayList<>();
    private int[] dead = {};
    private String stage = "";
    private long stageFromMicros;
    private long birthMicros = ControlState.UNBORN;

    /**
     * State of the network when commands take effect.
     *
     * @param knowsNeuron whether a neuron has ever fired
     * @param hasStage whether there is a stage of this name
     */
    public record Known(IntPredicate knowsNeuron, Predicate<String> hasStage) {}

    /**
     * A command that was applied or refused.
     *
     * @param command which
     * @param refusal why it makes no sense; empty if it was applied
     */
    public record Outcome(TimedCommand command, String refusal) {
        /** Returns whether it was applied. */
        public boolean isApplied() {
            return refusal.isEmpty();
        }
    }

    /** Continues from a state that was saved. */
    public void restore(ControlState state) {
        areas.putAll(state.areas());
        inForce.addAll(state.inForce());
        dead = state.dead();
        stage = state.stage();
        stageFromMicros = state.stageFromMicros();
        birthMicros = state.birthMicros();
        pending.addAll(state.pending());
    }

    /** Returns the state to save. */
    public ControlState state() {
        List<TimedCommand> waiting = new ArrayList<>(pending);
        waiting.sort(null);
        return new ControlState(areas, inForce, dead, stage, stageFromMicros, birthMicros, waiting);
    }

    /** Takes a command in; {@link #enter} applies it. */
    public void expect(TimedCommand command) {
        pending.add(command);
    }

    /** The network's first spike, from which its age counts unless a command says otherwise. */
    public void born(long micros) {
        birthMicros = birthMicros == ControlState.UNBORN ? micros : birthMicros;
    }

    /**
     * Applies what takes effect before a window's end; windows come in their order.
     *
     * @return the outcome of each command, in their order
     */
    public List<Outcome> enter(long startMicros, long endMicros, Known known) {
        inForce.removeIf(modulation -> modulation.toMicros() <= startMicros);
        List<Outcome> outcomes = new ArrayList<>();
        while (!pending.isEmpty() && pending.peek().effectiveFromMicros() < endMicros) {
            TimedCommand command = pending.remove();
            Application application = new Application(command.effectiveFromMicros(), known);
            outcomes.add(new Outcome(command, command.command().accept(application)));
        }
        return outcomes;
    }

    /** Returns what is in force in a window that was entered. */
    public Modulations modulations(long startMicros, long endMicros) {
        return new Modulations(inForce, startMicros, endMicros);
    }

    /** Returns whether no neuron is dead. */
    public boolean isWhole() {
        return dead.length == 0;
    }

    /** Dead neurons, ascending; a copy. */
    public int[] dead() {
        return dead.clone();
    }

    public boolean isDead(int neuron) {
        return Arrays.binarySearch(dead, neuron) >= 0;
    }

    /** The stage that a command asked for; empty: the schedule holds. */
    public String stage() {
        return stage;
    }

    /** Since when {@link #stage} holds. */
    public long stageFromMicros() {
        return stageFromMicros;
    }

    /** Event time at which the network's age was 0. */
    public long birthMicros() {
        return birthMicros;
    }

    /** Applies one command; each case returns why it refuses, which is empty if it applied the command. */
    private final class Application implements Command.Visitor<String> {
        private final long atMicros;
        private final Known known;

        Application(long atMicros, Known known) {
            this.atMicros = atMicros;
            this.known = known;
        }

        @Override
        public String defineArea(DefineArea area) {
            if (areas.size() >= MOST_AREAS && !areas.containsKey(area.area())) {
                return "the network has " + MOST_AREAS + " areas already; define one of them again";
            }
            int[] before = areas.getOrDefault(area.area(), new int[0]);
            String tooMany = excess(area.neurons().length - before.length);
            if (tooMany.isEmpty()) {
                areas.put(area.area(), area.neurons());
            }
            return tooMany;
        }

        @Override
        public String attention(Attention attention) {
            return modulate(Kind.ATTENTION, attention.target(), attention.gain(), attention.untilMicros());
        }

        @Override
        public String stress(Stress stress) {
            return begin(new Modulation(Kind.STRESS, new int[0], stress.level(), atMicros, stress.untilMicros()));
        }

        @Override
        public String lesion(Lesion lesion) {
            String flaw = flaw(lesion.target());
            if (flaw.isEmpty()) {
                flaw = excess(neurons(lesion.target()).length);
            }
            if (flaw.isEmpty()) {
                int[] killed = neurons(lesion.target());
                int[] all = Arrays.copyOf(dead, dead.length + killed.length);
                System.arraycopy(killed, 0, all, dead.length, killed.length);
                dead = Arrays.stream(all).sorted().distinct().toArray();
            }
            return flaw;
        }

        @Override
        public String stimulation(Stimulation stimulation) {
            return modulate(Kind.STIMULATION, stimulation.target(), stimulation.gain(), stimulation.untilMicros());
        }

        @Override
        public String stage(Stage command) {
            if (!command.stage().isEmpty() && !known.hasStage().test(command.stage())) {
                return "there is no stage '" + command.stage() + "'; hebb.stages.* says which there are";
            }
            if (command.ageMicros() != Stage.AGE_AS_BEFORE) {
                birthMicros = atMicros - Math.min(OLDEST_MICROS, command.ageMicros());
            }
            stage = command.stage();
            stageFromMicros = atMicros;
            return "";
        }

        @Override
        public String gap(Gap gap) {
            return OF_FRAMING;
        }

        @Override
        public String newEpoch(NewEpoch epoch) {
            return OF_FRAMING;
        }

        @Override
        public String forget(Forget forget) {
            return OF_FRAMING;
        }

        private String modulate(Kind kind, Target target, double value, long untilMicros) {
            String flaw = flaw(target);
            return flaw.isEmpty() ? begin(new Modulation(kind, neurons(target), value, atMicros, untilMicros)) : flaw;
        }

        private String flaw(Target target) {
            if (!target.area().isEmpty()) {
                return areas.containsKey(target.area())
                        ? ""
                        : "the network has no area '" + target.area() + "'; define it first";
            }
            for (int neuron : target.neurons()) {
                if (!known.knowsNeuron().test(neuron)) {
                    return "neuron " + neuron + " has not fired by then; check its number";
                }
            }
            return "";
        }
    }

    /** Ends what it supersedes, so that the same command again and again takes no more memory than once. */
    private String begin(Modulation next) {
        inForce.replaceAll(before -> before.endedBy(next));
        boolean returnsToNeutral = next.value() == next.kind().neutral() && next.toMicros() == Command.FOREVER;
        boolean overrides = inForce.stream()
                .anyMatch(before -> before.kind() == next.kind() && before.toMicros() > next.fromMicros());
        if (returnsToNeutral && !overrides) {
            return "";
        }
        if (inForce.size() >= MOST_IN_FORCE) {
            return MOST_IN_FORCE + " commands are in force already; wait until some of them have ended";
        }
        String tooMany = excess(next.neurons().length);
        if (tooMany.isEmpty()) {
            inForce.add(next);
        }
        return tooMany;
    }

    /** Returns why no more neurons can be listed; empty if they can. */
    private String excess(int more) {
        int listed = dead.length
                + areas.values().stream().mapToInt(neurons -> neurons.length).sum()
                + inForce.stream()
                        .mapToInt(modulation -> modulation.neurons().length)
                        .sum();
        return listed + more <= MOST_LISTED
                ? ""
                : "the network's areas, lesions and commands in force list " + listed + " neurons already, of at most "
                        + MOST_LISTED;
    }

    private int[] neurons(Target target) {
        return target.area().isEmpty() ? target.neurons() : areas.getOrDefault(target.area(), new int[0]);
    }
}
