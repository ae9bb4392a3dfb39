/** Tissue and a learner, window by window. */
@NullMarked
package dev.hebb.experiment.loop;

import org.jspecify.annotations.NullMarked;
