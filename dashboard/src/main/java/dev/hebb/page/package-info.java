/** The live page: what it consists of, and the routes that the app serves it by. Knows nothing of the pipeline. */
@NullMarked
package dev.hebb.page;

import org.jspecify.annotations.NullMarked;
