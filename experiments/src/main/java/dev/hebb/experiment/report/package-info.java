/** Results as Markdown, CSV and figures. */
@NullMarked
package dev.hebb.experiment.report;

import org.jspecify.annotations.NullMarked;
