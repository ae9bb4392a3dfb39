package dev.hebb.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks at one thing. */
@FunctionalInterface
interface Check {
    /**
     * What it finds.
     *
     * @throws ExecutionException if the cluster refuses
     */
    List<Finding> run(Patient patient) throws ExecutionException, InterruptedException, IOException;
}
