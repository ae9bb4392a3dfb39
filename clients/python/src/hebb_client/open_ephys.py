"""Sorted spikes from the Open Ephys GUI to the topic ``spikes``.

    python3 -m hebb_client.open_ephys NETWORK [ENDPOINT] [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]

Add the plugin *Event Broadcaster* after the spike sorter, with the format JSON; ENDPOINT is its socket, by default
``tcp://127.0.0.1:5557``. It needs pyzmq. Each pair of electrode and sorted id is a neuron; pairs are numbered in the
order of their first spike, and printed. Spikes with the sorted id 0 belong to no unit and are left out.

Source of the layout: https://open-ephys.github.io/gui-docs/User-Manual/Plugins/Event-Broadcaster.html
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Sequence
from typing import Any

from .sender import SpikeSender

_SPIKE = 1


class Units:
    """Numbers of the units of one or several electrodes, from 0 in the order of their first spike."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[int, str, str, int], int] = {}

    def spike(self, parts: Sequence[bytes]) -> tuple[int, int] | None:
        """The neuron and the time in microseconds of a message; None for what is not a spike of a sorted unit.

        :raises ValueError: if the message is not one of the Event Broadcaster with the format JSON
        """
        if len(parts) != 2 or len(parts[0]) != 2:
            raise ValueError(f"a message of {len(parts)} parts is not one of the Event Broadcaster")
        if int.from_bytes(parts[0], "little") != _SPIKE:
            return None
        try:
            spike = json.loads(parts[1])
            unit = int(spike["sorted_id"])
            key = (int(spike["source_node"]), str(spike["stream"]), str(spike["electrode"]), unit)
            micros = _micros(int(spike["sample_number"]), spike["sample_rate"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"a spike cannot be read ({error!r});"
                             " set the Event Broadcaster's format to JSON") from None
        if unit == 0:
            return None
        return self.numbers.setdefault(key, len(self.numbers)), micros


def _micros(sample: int, rate: Any) -> int:
    """Rounded once, halves up, without a detour through floating-point seconds."""
    hertz = float(rate)
    if not 0 < hertz < float("inf"):
        raise ValueError(f"sample_rate is {rate}")
    numerator, denominator = hertz.as_integer_ratio()
    return (2 * sample * 1_000_000 * denominator + numerator) // (2 * numerator)


def main(network: str, endpoint: str, *servers: str) -> None:
    """Forwards spikes until Ctrl-C; a message that cannot be read is reported and skipped.

    :param servers: Kafka's bootstrap servers and the schema registry, if they are not the local stack's
    """
    import zmq

    units = Units()
    with zmq.Context() as context, context.socket(zmq.SUB) as inlet, SpikeSender(network, *servers) as sender:
        # A shell starts background programs with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        inlet.linger = 0
        inlet.rcvhwm = 0  # a burst waits here; with ZMQ's limit of 1,000 messages, some of it would be lost
        inlet.connect(endpoint)
        inlet.subscribe(b"")
        print(f"listening to {endpoint}", file=sys.stderr, flush=True)
        sent = unsorted = 0
        try:
            while True:
                known = len(units.numbers)
                parts = inlet.recv_multipart()
                try:
                    spike = units.spike(parts)
                except ValueError as error:
                    print(f"message left out: {error}", file=sys.stderr, flush=True)
                    continue
                for (node, stream, electrode, unit), number in list(units.numbers.items())[known:]:
                    print(f"neuron {number} is unit {unit} of {electrode} (node {node}, stream {stream})",
                          file=sys.stderr, flush=True)
                if spike is not None:
                    sent += sender.send([spike[0]], [spike[1]])
                elif int.from_bytes(parts[0], "little") == _SPIKE:
                    unsorted += 1
        except KeyboardInterrupt:
            print(f"{sent} spikes of network {network} sent, {unsorted} of no unit left out",
                  file=sys.stderr, flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("give a network: python3 -m hebb_client.open_ephys NETWORK [ENDPOINT]"
                 " [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]")
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "tcp://127.0.0.1:5557", *sys.argv[3:])
