package dev.hebb.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** Clock of a run: how long each fifth of it takes, and what processor time this process uses meanwhile. */
final class RunClock {
    private static final int PARTS = 5;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final long all;
    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = cpuNanos();
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
     * @param compilerSeconds time on the wall that its compilers worked, added up by the JVM
     */
    record RunTime(double seconds, double[] fifths, double cpuSeconds, double compilerSeconds) {
        /** Returns a row with these times, their names with a prefix. */
        BenchRow addTo(BenchRow row, String prefix) {
            return row.with(prefix + "FifthsSeconds", fifths)
                    .with(prefix + "CpuSeconds", cpuSeconds)
                    .with(prefix + "CompilerSeconds", compilerSeconds);
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
        double cpuSeconds = (cpuNanos() - startCpuNanos) / NANOS;
        return new RunTime(seconds(), fifths, cpuSeconds, (compilerMillis() - startCompilerMillis) / MILLIS);
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) / NANOS;
    }

    private static long cpuNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }

    private static long compilerMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
