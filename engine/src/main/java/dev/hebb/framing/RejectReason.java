package dev.hebb.framing;

/** Reason why something is on the topic {@code rejected-spikes}: the header {@code reason} has one of these names. */
public enum RejectReason {
    /** No value, too short, or another first byte than Confluent's wire format has. */
    NOT_WIRE_FORMAT,
    /** The schema registry does not know the schema id. */
    UNKNOWN_SCHEMA,
    /** The registry knows the schema, but it is not one that can be read as what the topic carries. */
    WRONG_SCHEMA,
    /** The bytes are not what the schema says. */
    MALFORMED,
    /** A batch has not as many neurons as times. */
    MISMATCHED_ARRAYS,
    /** The network has no name. */
    EMPTY_NETWORK,
    /** The network's name is longer than 200 characters or contains control characters. */
    BAD_NETWORK_NAME,
    /** The record is larger than Hebb can send on. */
    TOO_LARGE,
    /** The record reached a partition that is not its network's, on the topic that was to bring it there. */
    MISROUTED,
    /** Neuron ids are not negative. */
    NEGATIVE_NEURON,
    /** The time is further from 0 than 2<sup>53</sup> µs, about 285 years. */
    TIME_OUT_OF_RANGE,
    /** The spike is older than the network's watermark. */
    LATE,
    /** The spike is further ahead of its network's clock than allowed, and no others confirmed it. */
    CLOCK_JUMP,
    /** The network has as many neurons as memory is set aside for, and this would be another one. */
    TOO_MANY_NEURONS,
    /** The memory for spikes of the network that wait for its watermark is full. */
    TOO_MANY_PENDING,
    /** The control event cannot have effect; the detail says why. */
    BAD_CONTROL
}
