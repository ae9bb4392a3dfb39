/** What speed is measured with. */
@NullMarked
package dev.hebb.bench;

import org.jspecify.annotations.NullMarked;
