package dev.hebb.rule;

import java.util.List;

/** The learning rules that configuration can name. */
public final class LearningRules {
    private static final List<String> NAMES =
            List.of(CovarianceRule.NAME, StdpRule.NAME, NearestStdpRule.NAME, OjaRule.NAME, BcmRule.NAME);

    private LearningRules() {}

    /**
     * A new rule, for one thread.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static LearningRule byName(String name, RuleConstants constants) {
        return switch (name) {
            case CovarianceRule.NAME -> new CovarianceRule();
            case StdpRule.NAME -> new StdpRule(constants.stdp());
            case NearestStdpRule.NAME -> new NearestStdpRule(constants.stdp());
            case OjaRule.NAME -> new OjaRule(constants.oja());
            case BcmRule.NAME -> new BcmRule(constants.bcm());
            default -> throw new IllegalArgumentException("rule is '" + name + "'; it must be one of " + names());
        };
    }

    /** Names of all rules. */
    public static List<String> names() {
        return NAMES;
    }
}
