/** Rules of architecture that tests of all modules share. */
@NullMarked
package dev.hebb.architecture;

import org.jspecify.annotations.NullMarked;
