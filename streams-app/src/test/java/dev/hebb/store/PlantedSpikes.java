package dev.hebb.store;

import dev.hebb.command.TimedCommand;
import dev.hebb.framing.Frame;
import dev.hebb.framing.Gap;
import dev.hebb.shard.ShardConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Spikes for tests, cut into frames as the framing cuts them; and the plainest count that can be right. */
final class PlantedSpikes {
    private PlantedSpikes() {}

    /** A spike. */
    record Spike(long timeMicros, int neuron) {}

    /** Independent Poisson trains with some planted pairs: neuron 2k + 1 often follows 2k by the given lag. */
    static List<Spike> planted(
            long seed, int neurons, double rateHz, long durationMicros, int pairs, double strength, int lagMicros) {
        Random random = new Random(seed);
        TreeMap<Long, TreeMap<Integer, Spike>> sorted = new TreeMap<>();
        for (int neuron = 0; neuron < neurons; neuron++) {
            double t = 0;
            while (true) {
                t += -Math.log(1 - random.nextDouble()) / rateHz * 1e6;
                if (t >= durationMicros) {
                    break;
                }
                add(sorted, (long) t, neuron);
                if (neuron % 2 == 0 && neuron / 2 < pairs && random.nextDouble() < strength) {
                    add(sorted, (long) t + lagMicros + random.nextInt(800), neuron + 1);
                }
            }
        }
        return sorted.values().stream().flatMap(at -> at.values().stream()).toList();
    }

    private static void add(TreeMap<Long, TreeMap<Integer, Spike>> sorted, long time, int neuron) {
        sorted.computeIfAbsent(time, t -> new TreeMap<>()).put(neuron, new Spike(time, neuron));
    }

    /** Frames of at most so much time, none over a window's end; a last one closes the last spike's window. */
    static List<Frame> frames(List<Spike> spikes, long frameMicros, long windowMicros, List<Gap> gaps) {
        List<Frame> frames = new ArrayList<>();
        List<Gap> unsent = new ArrayList<>(gaps);
        int at = 0;
        while (at < spikes.size()) {
            long start = spikes.get(at).timeMicros();
            long end = Math.min(
                    (Math.floorDiv(start, frameMicros) + 1) * frameMicros,
                    (Math.floorDiv(start, windowMicros) + 1) * windowMicros);
            int to = at;
            while (to < spikes.size() && spikes.get(to).timeMicros() < end) {
                to++;
            }
            frames.add(frame(frames.size(), end, spikes.subList(at, to), due(unsent, end)));
            at = to;
        }
        long last = spikes.isEmpty() ? 0 : spikes.get(spikes.size() - 1).timeMicros();
        long close = (Math.floorDiv(last, windowMicros) + 1) * windowMicros;
        frames.add(frame(frames.size(), close, List.of(), due(unsent, close)));
        return frames;
    }

    /** Returns copies of the frames, with each command in the first whose watermark has reached it. */
    static List<Frame> commanded(List<Frame> frames, List<TimedCommand> commands) {
        List<TimedCommand> unsent = new ArrayList<>(commands);
        List<Frame> commanded = new ArrayList<>();
        for (Frame frame : frames) {
            List<TimedCommand> due = unsent.stream()
                    .filter(command -> command.effectiveFromMicros() <= frame.watermarkMicros())
                    .toList();
            unsent.removeAll(due);
            commanded.add(Frames.commanded(frame, due));
        }
        return commanded;
    }

    private static List<Gap> due(List<Gap> unsent, long watermark) {
        List<Gap> due =
                unsent.stream().filter(gap -> gap.fromMicros() < watermark).toList();
        unsent.removeAll(due);
        return due;
    }

    private static Frame frame(int seq, long watermark, List<Spike> spikes, List<Gap> gaps) {
        long[] times = spikes.stream().mapToLong(Spike::timeMicros).toArray();
        int[] neurons = spikes.stream().mapToInt(Spike::neuron).toArray();
        return Frames.of("net", seq, watermark, times, neurons, gaps);
    }

    /** Brute force: "window,pre,post,lag bin" to count. */
    static Map<String, Integer> bruteForce(List<Spike> spikes, ShardConfig config) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Spike post : spikes) {
            for (Spike pre : spikes) {
                long lag = post.timeMicros() - pre.timeMicros();
                if (lag >= config.axis().censorMicros()
                        && lag >= 0
                        && lag < config.axis().reachMicros()
                        && pre.neuron() != post.neuron()) {
                    long window = Math.floorDiv(post.timeMicros(), config.windowMicros());
                    long bin = lag / config.axis().binMicros();
                    counts.merge(window + "," + pre.neuron() + "," + post.neuron() + "," + bin, 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
