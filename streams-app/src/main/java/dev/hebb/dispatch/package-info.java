/** Commands on their way to a network: how they are worded, when they can take effect, and who carries them to Kafka. */
@NullMarked
package dev.hebb.dispatch;

import org.jspecify.annotations.NullMarked;
