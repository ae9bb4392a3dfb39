package dev.hebb.rule;

import dev.hebb.check.Inline;

/**
 * Constants of all rules that have some.
 *
 * @param stdp of {@code stdp} and {@code stdp-nearest}
 * @param oja of {@code oja}
 * @param bcm of {@code bcm}
 */
@Inline
public record RuleConstants(StdpConstants stdp, OjaConstants oja, BcmConstants bcm) {
    /** The defaults. */
    public static RuleConstants standard() {
        return new RuleConstants(StdpConstants.standard(), OjaConstants.standard(), BcmConstants.standard());
    }
}
