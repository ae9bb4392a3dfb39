package dev.hebb.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A check of one part of a cluster. */
@FunctionalInterface
interface ClusterCheck {
    /**
     * Runs the check.
     *
     * @throws ExecutionException if the cluster refuses
     */
    List<CheckResult> run(CheckContext context) throws ExecutionException, InterruptedException, IOException;
}
