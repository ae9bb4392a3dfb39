package dev.hebb.command;

import dev.hebb.check.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A command to a network. Illegal values are refused with a message that says which and why.
 *
 * <p>Framing applies {@link Gap}, {@link NewEpoch} and {@link Forget} when they arrive, and passes {@code Forget} on to
 * the shards. It puts all others into frames, and the shards apply them at their event time.
 */
public sealed interface Command {
    /** All kinds of commands. Rows number them by this order, so a new kind goes to the end. */
    List<Class<? extends Command>> KINDS = List.of(
            DefineArea.class,
            Attention.class,
            Stress.class,
            Lesion.class,
            Stimulation.class,
            Stage.class,
            Gap.class,
            NewEpoch.class,
            Forget.class);

    /** "Until further notice", as the end of a command. */
    long FOREVER = Long.MAX_VALUE;

    /** Largest gain of attention and stimulation. */
    double LARGEST_GAIN = 100;

    /** Calls the visitor's method for this kind of command. */
    <R> R accept(Visitor<R> visitor);

    /** The command in words, with its numbers. */
    String words();

    /** True for a command that framing applies when it arrives, and answers. */
    default boolean isForFraming() {
        return false;
    }

    /** The number of neurons that it lists, which is what it takes to keep it. */
    default int listed() {
        return 0;
    }

    /** The name of an area or a stage that it has; empty if it has none. */
    default String name() {
        return "";
    }

    /** Event time until which it holds, exclusive. */
    default long untilMicros() {
        return FOREVER;
    }

    /** Names a set of neurons. */
    record DefineArea(String area, int[] neurons) implements Command {
        public DefineArea {
            Check.named("an area", area);
            neurons = Target.neurons(neurons).neurons();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.defineArea(this);
        }

        @Override
        public int listed() {
            return neurons.length;
        }

        @Override
        public String name() {
            return area;
        }

        @Override
        public String words() {
            return "define area '" + area + "' as " + Target.neurons(neurons);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DefineArea defined
                    && area.equals(defined.area)
                    && Arrays.equals(neurons, defined.neurons);
        }

        @Override
        public int hashCode() {
            return 31 * area.hashCode() + Arrays.hashCode(neurons);
        }

        @Override
        public String toString() {
            return words();
        }
    }

    /**
     * Multiplies the learning rate of dendrites.
     *
     * @param gain from 0 to {@value #LARGEST_GAIN}
     * @param untilMicros event time, exclusive
     */
    record Attention(Target target, double gain, long untilMicros) implements Command {
        public Attention {
            checkGain("attention", gain);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attention(this);
        }

        @Override
        public int listed() {
            return target.neurons().length;
        }

        @Override
        public String name() {
            return target.area();
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "attention %s to %s%s", gain, target, until(untilMicros));
        }
    }

    /**
     * Reduces learning.
     *
     * @param level from 0, calm, to 1
     * @param untilMicros event time, exclusive
     */
    record Stress(double level, long untilMicros) implements Command {
        public Stress {
            if (!(level >= 0 && level <= 1)) {
                throw new IllegalArgumentException("the level of stress is " + level + "; it must lie in [0, 1]");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stress(this);
        }

        @Override
        public String words() {
            return level == 0 ? "calm" : String.format(Locale.ROOT, "stress %s%s", level, until(untilMicros));
        }
    }

    /** Kills neurons. */
    record Lesion(Target target) implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lesion(this);
        }

        @Override
        public int listed() {
            return target.neurons().length;
        }

        @Override
        public String name() {
            return target.area();
        }

        @Override
        public String words() {
            return "lesion of " + target;
        }
    }

    /**
     * Augments (gain above 1) or constrains (below 1) excitability.
     *
     * @param gain from 0 to {@value #LARGEST_GAIN}
     * @param untilMicros event time, exclusive
     */
    record Stimulation(Target target, double gain, long untilMicros) implements Command {
        public Stimulation {
            checkGain("stimulation", gain);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stimulation(this);
        }

        @Override
        public int listed() {
            return target.neurons().length;
        }

        @Override
        public String name() {
            return target.area();
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "stimulation %s of %s%s", gain, target, until(untilMicros));
        }
    }

    /**
     * Overrides the schedule of stages, or says how old the network is.
     *
     * @param stage its name; empty: the schedule holds
     * @param ageMicros age of the network when it takes effect; {@link #AGE_AS_BEFORE}: as before
     */
    record Stage(String stage, long ageMicros) implements Command {
        /** The age continues as before. */
        public static final long AGE_AS_BEFORE = -1;

        public Stage {
            if (ageMicros < AGE_AS_BEFORE) {
                throw new IllegalArgumentException("the age is " + ageMicros + " µs; it must not be negative");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stage(this);
        }

        @Override
        public String name() {
            return stage;
        }

        @Override
        public String words() {
            String age = ageMicros == AGE_AS_BEFORE ? "" : " at an age of " + ageMicros + " µs";
            return (stage.isEmpty() ? "stage by schedule" : "stage " + stage) + age;
        }
    }

    /**
     * A time in which nothing was observed.
     *
     * @param fromMicros event time, inclusive
     * @param toMicros event time, exclusive
     */
    record Gap(long fromMicros, long toMicros) implements Command {
        public Gap {
            Check.period("the gap", fromMicros, toMicros);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gap(this);
        }

        @Override
        public boolean isForFraming() {
            return true;
        }

        @Override
        public long untilMicros() {
            return toMicros;
        }

        @Override
        public String words() {
            return words(fromMicros, toMicros);
        }

        /** A gap in words; its edges may be in the wrong order. */
        public static String words(long fromMicros, long toMicros) {
            return "gap from " + fromMicros + " to " + toMicros + " µs";
        }
    }

    /**
     * Starts the network's clock again.
     *
     * @param shiftMicros added to the times of spikes that arrive after the command
     */
    record NewEpoch(long shiftMicros) implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newEpoch(this);
        }

        @Override
        public boolean isForFraming() {
            return true;
        }

        @Override
        public String words() {
            return "new epoch, " + shiftMicros + " µs on";
        }
    }

    /**
     * Forgets the network: whatever is kept of it is deleted, and the next spike of its name begins a new network.
     * Takes effect when it arrives, whatever the event time.
     */
    record Forget() implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forget(this);
        }

        @Override
        public boolean isForFraming() {
            return true;
        }

        @Override
        public String words() {
            return "forget the network";
        }
    }

    /**
     * One case for each kind of command: a class that implements it and forgets one does not compile.
     *
     * @param <R> what each case returns
     */
    interface Visitor<R> {
        R defineArea(DefineArea command);

        R attention(Attention command);

        R stress(Stress command);

        R lesion(Lesion command);

        R stimulation(Stimulation command);

        R stage(Stage command);

        R gap(Gap command);

        R newEpoch(NewEpoch command);

        R forget(Forget command);
    }

    /** A visitor that treats all kinds of commands alike, except those whose cases it overrides. */
    interface PartialVisitor<R> extends Visitor<R> {
        /** Every command whose case is not overridden. */
        R otherwise(Command command);

        @Override
        default R defineArea(DefineArea command) {
            return otherwise(command);
        }

        @Override
        default R attention(Attention command) {
            return otherwise(command);
        }

        @Override
        default R stress(Stress command) {
            return otherwise(command);
        }

        @Override
        default R lesion(Lesion command) {
            return otherwise(command);
        }

        @Override
        default R stimulation(Stimulation command) {
            return otherwise(command);
        }

        @Override
        default R stage(Stage command) {
            return otherwise(command);
        }

        @Override
        default R gap(Gap command) {
            return otherwise(command);
        }

        @Override
        default R newEpoch(NewEpoch command) {
            return otherwise(command);
        }

        @Override
        default R forget(Forget command) {
            return otherwise(command);
        }
    }

    private static void checkGain(String what, double gain) {
        if (!(gain >= 0 && gain <= LARGEST_GAIN)) {
            throw new IllegalArgumentException(
                    "the gain of " + what + " is " + gain + "; it must lie in [0, " + LARGEST_GAIN + "]");
        }
    }

    private static String until(long untilMicros) {
        return untilMicros == FOREVER ? "" : " until " + untilMicros + " µs";
    }
}
