/** Experiments on simulated tissue in the loop: what is done, what was expected, what was seen. */
@NullMarked
package dev.hebb.experiment;

import org.jspecify.annotations.NullMarked;
