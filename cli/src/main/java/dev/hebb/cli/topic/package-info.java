/** Reading the committed records of Hebb's topics, to their end or as they come. */
@NullMarked
package dev.hebb.cli.topic;

import org.jspecify.annotations.NullMarked;
