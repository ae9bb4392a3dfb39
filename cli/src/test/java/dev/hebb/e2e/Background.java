package dev.hebb.e2e;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that goes on in the background while something else is done. */
final class Background {
    private Background() {}

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Course {
        void run() throws Exception;
    }

    /** Runs both, and waits for both. */
    static void during(Callable<?> work, Course course) throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            Future<?> done = worker.submit(work);
            course.run();
            done.get();
        } finally {
            worker.shutdownNow();
        }
    }
}
