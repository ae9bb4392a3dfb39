package dev.hebb.loop;

import dev.hebb.tissue.SynapseNews;
import dev.hebb.tissue.SynapseState;
import java.util.HashMap;
import java.util.Map;

/** What the tissue was told of its synapses, summed up. Not thread-safe. */
public final class Heard {
    private final Map<Long, SynapseState> states = new HashMap<>();
    private int formed;
    private int masked;
    private int unmasked;
    private int pruned;

    void accept(SynapseNews news) {
        long pair = ((long) news.pre() << 32) | news.post();
        boolean isGone = news.state() == SynapseState.PRUNED;
        SynapseState before = isGone ? states.remove(pair) : states.put(pair, news.state());
        if (isGone) {
            pruned += before == null ? 0 : 1;
            return;
        }
        formed += before == null ? 1 : 0;
        masked += before == SynapseState.ACTIVE && news.state() == SynapseState.DORMANT ? 1 : 0;
        unmasked += before == SynapseState.DORMANT && news.state() == SynapseState.ACTIVE ? 1 : 0;
    }

    /** Synapses that were new. */
    public int formed() {
        return formed;
    }

    public int masked() {
        return masked;
    }

    public int unmasked() {
        return unmasked;
    }

    /** Synapses that are gone. */
    public int pruned() {
        return pruned;
    }

    /** Synapses in a state now. */
    public int now(SynapseState state) {
        return (int) states.values().stream().filter(state::equals).count();
    }
}
