package dev.hebb.api.view;

import org.jspecify.annotations.Nullable;

/**
 * Builds a synapse as the API shows it for a test, which names only what it is about. Defaults: active and excitatory,
 * weight 0.5, lag 2 ms, z 7.5, formed at 300 s, last co-fired at 310 s, without a false-discovery rate.
 */
public final class SynapseViewBuilder {
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

    public SynapseViewBuilder(int pre, int post) {
        this.pre = pre;
        this.post = post;
    }

    public SynapseViewBuilder state(String to) {
        state = to;
        return this;
    }

    public SynapseViewBuilder weight(double to) {
        weight = to;
        return this;
    }

    public SynapseViewBuilder lagMicros(int to) {
        lagMicros = to;
        return this;
    }

    public SynapseViewBuilder z(double to) {
        z = to;
        return this;
    }

    /** Event times at which it was formed, and of its latest causal pair. */
    public SynapseViewBuilder times(long formed, long lastCoFired) {
        formedAtMicros = formed;
        lastCoFiredAtMicros = lastCoFired;
        return this;
    }

    public SynapseViewBuilder kind(String to) {
        kind = to;
        return this;
    }

    public SynapseViewBuilder fdr(double to) {
        fdr = to;
        return this;
    }

    public SynapseView build() {
        return new SynapseView(pre, post, state, weight, lagMicros, z, formedAtMicros, lastCoFiredAtMicros, kind, fdr);
    }
}
