package dev.hebb.processor;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Request for a commit when there are results that subscribers wait for, so that these do not wait for the commit
 * interval. The results of a backlog are left to the interval: a replay at full speed then commits no more often than
 * without this. So are the results of a record whose time stamp lies in the future, by more than clocks differ: nothing
 * says when it was written.
 *
 * @param context of the task
 * @param time of the record that causes results
 * @param freshMillis a record that is older than this belongs to a backlog
 */
record PromptCommit(ProcessorContext<?, ?> context, CauseTime time, long freshMillis) {
    /** Time by which the clock of a producer or broker may be ahead of this machine's. */
    private static final long CLOCKS_DIFFER_MILLIS = 1_000;

    /** Commits as soon as the task has handled the record, unless its results are left to the interval. */
    void request() {
        long ageMillis = context.currentSystemTimeMs() - time.millis();
        if (ageMillis >= -CLOCKS_DIFFER_MILLIS && ageMillis <= freshMillis) {
            context.commit();
        }
    }
}
