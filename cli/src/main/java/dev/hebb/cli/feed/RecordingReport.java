package dev.hebb.cli.feed;

import dev.hebb.cli.support.NumberText;
import dev.hebb.cli.support.Printable;
import dev.hebb.client.Durations;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.RecordingSummary;
import dev.hebb.replay.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Report of the content of a recording, in lines. */
final class RecordingReport {
    private static final double[] RATE_BOUNDS_HZ = {0.1, 0.3, 1, 3, 10, 30, 100};
    private static final int BAR = 40;
    private static final int DUPLICATES_SHOWN = 5;
    private static final double MICROS_A_SECOND = 1e6;

    private final RecordingFile file;
    private final RecordingSummary summary;
    private final List<String> lines = new ArrayList<>();

    private RecordingReport(RecordingFile file, RecordingSummary summary) {
        this.file = file;
        this.summary = summary;
    }

    static List<String> lines(RecordingFile file, RecordingSummary summary) {
        RecordingReport report = new RecordingReport(file, summary);
        report.extent();
        report.steps();
        report.rates();
        report.duplicates();
        return report.lines.stream().map(Printable::of).toList();
    }

    private void extent() {
        RecordingFile.Extent extent = file.extent();
        lines.add(file.name() + ": " + file.format());
        file.notes().forEach(note -> lines.add("  " + note));
        lines.add("  spikes    " + NumberText.grouped(extent.spikes()));
        lines.add("  neurons   " + NumberText.grouped(summary.spikesByNeuron().size()) + ", ids "
                + summary.spikesByNeuron().firstKey() + " to "
                + summary.spikesByNeuron().lastKey());
        lines.add("  duration  " + Durations.format(extent.lastMicros() - extent.firstMicros()) + ", from "
                + extent.firstMicros() + " to " + extent.lastMicros() + " µs");
        file.ageMicros().ifPresent(age -> lines.add("  age       " + Durations.format(age) + " at its time 0"));
        for (Timeline.Unobserved gap : file.unobserved()) {
            lines.add("  not observed: " + Durations.format(gap.toMicros() - gap.fromMicros()) + " from "
                    + gap.fromMicros() + " to " + gap.toMicros() + " µs");
        }
    }

    private void steps() {
        summary.step().filter(step -> !step.fitsLagBins()).ifPresent(step -> lines.add("  warning: " + step.advice()));
    }

    private void rates() {
        double seconds = Math.max(1, file.extent().lastMicros() - file.extent().firstMicros()) / MICROS_A_SECOND;
        double[] rates = summary.spikesByNeuron().values().stream()
                .mapToDouble(spikes -> spikes / seconds)
                .sorted()
                .toArray();
        lines.add("  rates     " + hertz(rates[0]) + " to " + hertz(rates[rates.length - 1]) + " Hz, median "
                + hertz(rates[rates.length / 2]) + " Hz");
        long[] neurons = new long[RATE_BOUNDS_HZ.length + 1];
        for (double rate : rates) {
            int bin = 0;
            while (bin < RATE_BOUNDS_HZ.length && rate >= RATE_BOUNDS_HZ[bin]) {
                bin++;
            }
            neurons[bin]++;
        }
        long most = Math.max(1, Arrays.stream(neurons).max().orElse(1));
        for (int bin = 0; bin < neurons.length; bin++) {
            String bar = "#".repeat((int) Math.ceil(neurons[bin] * (double) BAR / most));
            lines.add(String.format(
                            Locale.ROOT, "  %14s  %s%s", range(bin), bar, neurons[bin] == 0 ? "" : " " + neurons[bin])
                    .stripTrailing());
        }
    }

    private static String range(int bin) {
        if (bin == 0) {
            return "< " + hertz(RATE_BOUNDS_HZ[0]) + " Hz";
        }
        return bin == RATE_BOUNDS_HZ.length
                ? ">= " + hertz(RATE_BOUNDS_HZ[bin - 1]) + " Hz"
                : hertz(RATE_BOUNDS_HZ[bin - 1]) + " - " + hertz(RATE_BOUNDS_HZ[bin]) + " Hz";
    }

    private static String hertz(double rate) {
        int digits = rate >= 10 ? 0 : rate >= 1 ? 1 : rate >= 0.1 ? 2 : 4;
        return NumberText.fixed(rate, digits);
    }

    private void duplicates() {
        if (summary.repeated() > 0) {
            lines.add("  warning: " + NumberText.grouped(summary.repeated())
                    + " spikes are at the same microsecond as another of the same neuron, and count once");
        }
        List<RecordingSummary.Duplicate> found = summary.duplicates();
        lines.add(
                found.isEmpty()
                        ? "  no two neurons share three tenths of their spikes within 0.3 ms"
                        : "  warning: " + NumberText.grouped(found.size())
                                + " pairs of neurons share three tenths of their spikes or more within 0.3 ms (one cell sorted"
                                + " twice?):");
        found.stream()
                .limit(DUPLICATES_SHOWN)
                .forEach(pair -> lines.add("    " + pair.first() + " and " + pair.second() + ": "
                        + NumberText.grouped(pair.spikes()) + " spikes, "
                        + NumberText.fixed(100 * pair.share(), 0) + " % of those of the one that has fewer"));
        if (found.size() > DUPLICATES_SHOWN) {
            lines.add("    ...");
        }
    }
}
