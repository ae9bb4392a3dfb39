package dev.hebb.shard;

import java.util.function.IntPredicate;

/** Assignment of dendrites to shards. */
public final class Shards {
    private Shards() {}

    /**
     * The shard of a post-synaptic neuron, in [0, shards). Mixed (the finaliser of MurmurHash3), because ids come in
     * patterns (every fourth channel of a probe) that would leave shards idle.
     */
    public static int of(int post, int shards) {
        int mixed = post;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return Integer.remainderUnsigned(mixed ^ (mixed >>> 16), shards);
    }

    /** Returns whether a post-synaptic neuron is one of this shard's. */
    public static IntPredicate ownedBy(int shard, int shards) {
        return post -> of(post, shards) == shard;
    }
}
