package dev.hebb.framing;

/** Receives the frames of networks: what connects framing with the shards, directly or through a topic. */
@FunctionalInterface
public interface FrameSink {
    /** The next frame of its network. */
    void frame(Frame frame);
}
