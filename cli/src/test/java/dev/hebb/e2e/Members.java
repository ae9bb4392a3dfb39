package dev.hebb.e2e;

import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** The members that a consumer group has, as the cluster sees it: one for each thread of each instance. */
final class Members {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private Members() {}

    /** Waits until a group has this many members. */
    static void await(Admin admin, String group, IntPredicate enough) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> enough.test(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .values()
                        .iterator()
                        .next()
                        .get()
                        .members()
                        .size()));
    }
}
