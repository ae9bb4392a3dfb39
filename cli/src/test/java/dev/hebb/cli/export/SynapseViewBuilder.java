package dev.hebb.cli.export;

import dev.hebb.api.view.SynapseView;
import org.jspecify.annotations.Nullable;

/**
 * Builds a synapse as the API shows it for a test, which names only what it is about. Defaults: active and excitatory,
 * weight 0.5, lag 2 ms, z 7.5, formed at 300 s, last co-fired at 310 s, without a false-discovery rate.
 */
final class SynapseViewBuilder {
    private final int pre;
    private final int post;
    private String state = SynapseView.ACTIVE;
    private double weight = 0.5;
    private int lagMicros = 2_000;
    private double z = 7.5;
    private long formedAtMicros = 300_000_000;
    private long lastCoFiredAtMicros = 310_000_000;
    private String kind = SynapseView.EXCITATORY;
    private @Nullable Double fdr;

    SynapseViewBuilder(int pre, int post) {
        this.pre = pre;
        this.post = post;
    }

    SynapseViewBuilder state(String to) {
        state = to;
        return this;
    }

    SynapseViewBuilder weight(double to) {
        weight = to;
        return this;
    }

    SynapseViewBuilder lagMicros(int to) {
        lagMicros = to;
        return this;
    }

    SynapseViewBuilder z(double to) {
        z = to;
        return this;
    }

    /** Event times at which it was formed, and of its latest causal pair. */
    SynapseViewBuilder times(long formed, long lastCoFired) {
        formedAtMicros = formed;
        lastCoFiredAtMicros = lastCoFired;
        return this;
    }

    SynapseViewBuilder kind(String to) {
        kind = to;
        return this;
    }

    SynapseViewBuilder fdr(double to) {
        fdr = to;
        return this;
    }

    SynapseView build() {
        return new SynapseView(pre, post, state, weight, lagMicros, z, formedAtMicros, lastCoFiredAtMicros, kind, fdr);
    }
}
