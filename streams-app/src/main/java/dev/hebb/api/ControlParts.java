package dev.hebb.api;

import dev.hebb.api.answer.CommandHistory;
import dev.hebb.dispatch.Order;
import java.util.function.Consumer;

/**
 * What commands are taken with.
 *
 * @param history what was commanded, and what came of it
 * @param sender sends a command, and returns when it is there; throws {@link dev.hebb.dispatch.NotSentException}
 * @param trusted whom commands are taken from
 */
public record ControlParts(CommandHistory history, Consumer<Order> sender, TrustedHosts trusted) {}
