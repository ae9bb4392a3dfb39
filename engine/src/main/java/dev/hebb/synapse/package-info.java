/** The life of a synapse: formation, dormancy, fan-in, homeostasis, damage, stages. Pure; knows nothing of Kafka. */
@NullMarked
package dev.hebb.synapse;

import org.jspecify.annotations.NullMarked;
