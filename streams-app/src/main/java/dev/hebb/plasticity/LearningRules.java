package dev.hebb.plasticity;

import java.util.List;

/** The learning rules that configuration can name. */
public final class LearningRules {
    private static final List<LearningRule> ALL = List.of(new CovarianceRule());

    private LearningRules() {}

    /**
     * Finds a rule.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static LearningRule byName(String name) {
        return ALL.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no learning rule is named '" + name + "'; there are: " + names()));
    }

    /** Names of all rules. */
    public static List<String> names() {
        return ALL.stream().map(LearningRule::name).toList();
    }
}
