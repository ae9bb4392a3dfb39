"""Spikes from a stream of the Lab Streaming Layer to the topic ``spikes``.

    python3 -m hebb_client.lsl NETWORK STREAM [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]

STREAM is the name of a stream with an irregular rate (``IRREGULAR_RATE``) and one channel of whole numbers or text:
each sample is a spike, its value the neuron's number, its time stamp the spike's time. It needs pylsl. Time stamps are
seconds of the sender's clock, corrected to the clock of this machine.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from typing import Any

from .sender import SpikeSender, micros_from_seconds

_WAIT_SECONDS = 60.0
_POLL_SECONDS = 0.2


def forward(values: Sequence[Sequence[Any]], stamps: Sequence[float], sender: SpikeSender) -> int:
    """Sends one chunk: sample k is a spike of neuron ``values[k][0]`` at ``stamps[k]`` seconds. Returns how many.

    :raises ValueError: if a value is not the number of a neuron; then nothing of the chunk is sent
    """
    return sender.send([_neuron(value) for (value,) in values], micros_from_seconds(stamps)) if stamps else 0


def _neuron(value: Any) -> int:
    try:
        neuron = int(value)
    except ValueError:
        raise ValueError(f"the sample {value!r} is not the number of a neuron") from None
    if isinstance(value, float) and value != neuron:
        raise ValueError(f"the sample {value!r} is not a whole number")
    return neuron


def open_inlet(name: str, wait_seconds: float = _WAIT_SECONDS) -> Any:
    """The inlet of the stream of this name.

    :raises ValueError: if there is none after this long, more than one, or it cannot be one of spikes
    """
    import pylsl

    found = pylsl.resolve_byprop("name", name, 1, wait_seconds)
    if len(found) != 1:
        raise ValueError(f"there are {len(found)} streams with the name {name!r} after {wait_seconds:g} s;"
                         " one is needed")
    info = found[0]
    if info.channel_count() != 1 or info.nominal_srate() != pylsl.IRREGULAR_RATE:
        raise ValueError(
            f"the stream {name!r} has {info.channel_count()} channels at {info.nominal_srate():g} Hz; spikes are"
            " one channel at an irregular rate (0 Hz), with the number of a neuron in each sample")
    return pylsl.StreamInlet(info, processing_flags=pylsl.proc_clocksync)


def main(network: str, stream: str, *servers: str) -> None:
    """Forwards spikes until Ctrl-C; a chunk that cannot be read is reported and skipped.

    :param servers: Kafka's bootstrap servers and the schema registry, if they are not the local stack's
    """
    try:
        inlet = open_inlet(stream)
    except ValueError as error:
        sys.exit(str(error))
    with SpikeSender(network, *servers) as sender:
        # A shell starts background programs with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        inlet.open_stream(timeout=_WAIT_SECONDS)
        print(f"listening to the stream {stream}", file=sys.stderr, flush=True)
        sent = 0
        try:
            while True:
                values, stamps = inlet.pull_chunk(timeout=_POLL_SECONDS)
                try:
                    sent += forward(values, stamps, sender)
                except ValueError as error:
                    print(f"chunk of {len(stamps)} spikes left out: {error}", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            print(f"{sent} spikes of network {network} sent", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("give a network and a stream: python3 -m hebb_client.lsl NETWORK STREAM"
                 " [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]")
    main(*sys.argv[1:])
