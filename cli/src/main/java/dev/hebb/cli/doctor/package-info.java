/** The command {@code hebb doctor}: the resources that networks need, and checks of configuration and cluster. */
@NullMarked
package dev.hebb.cli.doctor;

import org.jspecify.annotations.NullMarked;
