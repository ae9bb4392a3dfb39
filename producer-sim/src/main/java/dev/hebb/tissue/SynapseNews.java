package dev.hebb.tissue;

import dev.hebb.check.Check;
import dev.hebb.synapse.ChangeReason;
import dev.hebb.synapse.NeuronPair;
import dev.hebb.synapse.SynapseState;

/** News of a synapse from the pipeline, when it has closed a window. */
public sealed interface SynapseNews {
    /** Returns which synapse. */
    NeuronPair pair();

    /** Returns news of a synapse that exists; see {@link Present}. */
    static SynapseNews present(int pre, int post, SynapseState state, double weight, long lagMicros) {
        return new Present(new NeuronPair(pre, post), state, weight, lagMicros);
    }

    /** Returns news of a synapse that was pruned; see {@link Pruned}. */
    static SynapseNews pruned(int pre, int post, ChangeReason reason) {
        return new Pruned(new NeuronPair(pre, post), reason);
    }

    /**
     * A synapse that exists after the change: formed, masked, unmasked, or of another weight.
     *
     * @param state what it is now
     * @param weight from 0 to 1; counts for an active one only
     * @param lagMicros how long after pre post fires; the delay of a synapse that grows
     */
    record Present(NeuronPair pair, SynapseState state, double weight, long lagMicros) implements SynapseNews {
        public Present {
            requireNeurons(pair);
            Check.that(weight >= 0 && weight <= 1, "a weight must be 0 to 1, not %s", weight);
        }
    }

    /** A synapse that is gone: it conducts nothing unless it is formed again. */
    record Pruned(NeuronPair pair, ChangeReason reason) implements SynapseNews {
        public Pruned {
            requireNeurons(pair);
        }
    }

    private static void requireNeurons(NeuronPair pair) {
        Check.that(
                pair.pre() >= 0 && pair.post() >= 0,
                "a synapse of neurons %d and %d cannot be: ids are not negative",
                pair.pre(),
                pair.post());
    }
}
