package dev.hebb.framing;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a framer puts out. */
final class FramingRecorder implements FramingOutput {
    /** A refusal. */
    record Refusal(SourceRecord source, RejectReason reason, int spikes, String detail) {}

    /** A spike. */
    record Spike(long timeMicros, int neuron) implements Comparable<Spike> {
        @Override
        public int compareTo(Spike other) {
            int order = Long.compare(timeMicros, other.timeMicros);
            return order != 0 ? order : Integer.compare(neuron, other.neuron);
        }
    }

    final List<Frame> frames = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    @Override
    public void frame(Frame frame) {
        frames.add(frame);
    }

    @Override
    public void rejected(SourceRecord source, RejectReason reason, int spikes, String detail) {
        refusals.add(new Refusal(source, reason, spikes, detail));
    }

    /** Returns the spikes of all frames, in order. */
    List<Spike> spikes() {
        List<Spike> spikes = new ArrayList<>();
        for (Frame frame : frames) {
            for (int i = 0; i < frame.size(); i++) {
                spikes.add(new Spike(frame.timesMicros()[i], frame.neurons()[i]));
            }
        }
        return spikes;
    }

    List<Long> times() {
        return spikes().stream().map(Spike::timeMicros).toList();
    }

    long watermark() {
        return frames.isEmpty() ? Position.NONE : frames.get(frames.size() - 1).watermarkMicros();
    }

    long duplicates() {
        return frames.stream().mapToLong(Frame::duplicates).sum();
    }

    long refused() {
        return refusals.stream().mapToLong(Refusal::spikes).sum();
    }

    List<RejectReason> reasons() {
        return refusals.stream().map(Refusal::reason).toList();
    }
}
