package dev.hebb.processor;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit when there are results that subscribers wait for, so that these do not wait for the commit
 * interval. The results of a backlog are left to the interval: a replay at full speed then commits no more often than
 * without this.
 *
 * @param context of the task
 * @param time of the record that causes results
 * @param freshMillis a record that is older than this belongs to a backlog
 */
record PromptCommit(ProcessorContext<?, ?> context, CauseTime time, long freshMillis) {
    /** There is something to say: commits as soon as the task has handled the record. */
    void request() {
        if (context.currentSystemTimeMs() - time.millis() <= freshMillis) {
            context.commit();
        }
    }
}
