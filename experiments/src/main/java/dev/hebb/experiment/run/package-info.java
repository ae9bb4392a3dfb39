/** One run of tissue in the loop: commands, time, and what is recorded window by window. */
@NullMarked
package dev.hebb.experiment.run;

import org.jspecify.annotations.NullMarked;
