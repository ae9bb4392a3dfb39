package dev.hebb.shard;

import dev.hebb.command.ControlState;

/**
 * State of a shard of a network, besides frames and dendrites.
 *
 * @param progress changes with every window
 * @param neurons every neuron that was seen; neurons are added, and never change
 * @param control the commands to the network; changes when one takes effect or ends
 */
public record ShardState(ShardProgress progress, Neurons neurons, ControlState control) {}
