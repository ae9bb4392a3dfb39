/** The experiments, one class each. */
@NullMarked
package dev.hebb.experiment.protocol;

import org.jspecify.annotations.NullMarked;
