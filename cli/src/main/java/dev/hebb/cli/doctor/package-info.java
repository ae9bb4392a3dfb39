/** What a configuration will need, and what is wrong with it or with the cluster. */
@NullMarked
package dev.hebb.cli.doctor;

import org.jspecify.annotations.NullMarked;
