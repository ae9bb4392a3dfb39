package dev.hebb.rule;

/**
 * What a rule remembers of a synapse from window to window: {@value #PLACES} numbers of its own, all 0 of a synapse that
 * has just formed. They are kept in the synapse's row.
 */
public final class RuleMemory {
    /** How many numbers a rule may remember. */
    public static final int PLACES = 2;

    private final double[] numbers = new double[PLACES];

    public double get(int place) {
        return numbers[place];
    }

    public void set(int place, double number) {
        numbers[place] = number;
    }
}
