package dev.hebb.api;

import dev.hebb.api.answer.CommandHistory;
import dev.hebb.control.CommandRequest;
import java.util.function.Consumer;

/**
 * The parts that the routes of commands need.
 *
 * @param history commands and their outcomes
 * @param sender sends a command, and returns when it is there; throws {@link dev.hebb.control.NotSentException}
 * @param trusted hosts from which commands are accepted
 */
public record ControlParts(CommandHistory history, Consumer<CommandRequest> sender, TrustedHosts trusted) {}
