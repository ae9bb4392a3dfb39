package dev.hebb.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;

/**
 * Clock of a run: how long each fifth of it takes, and what processor time this process and those that it has started,
 * broker and registry, use meanwhile.
 */
final class RunClock {
    private static final int PARTS = 5;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final double MICROS = 1e6;

    private final long all;
    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = cpuNanos();
    private final long startServicesCpuNanos = servicesCpuNanos();
    private final long startCompilerMillis = compilerMillis();
    private final double[] partEnds = new double[PARTS];
    private int partsDone;

    /** @param all units of work of the whole run, which begins now */
    RunClock(long all) {
        this.all = all;
    }

    /**
     * Time that a run took.
     *
     * @param seconds on the wall
     * @param fifths seconds of each fifth of its work: as long as they become shorter, the run is not steady
     * @param cpuSeconds processor time of this process, all threads
     * @param servicesCpuSeconds processor time of broker and registry, all threads
     * @param compilerSeconds time on the wall that this process' compilers worked, added up by the JVM
     */
    record RunTime(
            double seconds, double[] fifths, double cpuSeconds, double servicesCpuSeconds, double compilerSeconds) {
        /** Returns a row with these times, their names with a prefix. */
        BenchRow addTo(BenchRow row, String prefix) {
            return row.with(prefix + "FifthsSeconds", fifths)
                    .with(prefix + "CpuSeconds", cpuSeconds)
                    .with(prefix + "ServicesCpuSeconds", servicesCpuSeconds)
                    .with(prefix + "CompilerSeconds", compilerSeconds)
                    .with(prefix + "CpuMicrosPerSpike", (cpuSeconds + servicesCpuSeconds) * MICROS / row.spikes());
        }
    }

    /** So much of the work is done. */
    void reached(long done) {
        while (partsDone < PARTS && done * PARTS >= all * (partsDone + 1)) {
            partEnds[partsDone++] = seconds();
        }
    }

    RunTime time() {
        double[] fifths = new double[partsDone];
        for (int part = 0; part < partsDone; part++) {
            fifths[part] = partEnds[part] - (part == 0 ? 0 : partEnds[part - 1]);
        }
        return new RunTime(
                seconds(),
                fifths,
                (cpuNanos() - startCpuNanos) / NANOS,
                (servicesCpuNanos() - startServicesCpuNanos) / NANOS,
                (compilerMillis() - startCompilerMillis) / MILLIS);
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) / NANOS;
    }

    private static long cpuNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }

    private static long servicesCpuNanos() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static long compilerMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
