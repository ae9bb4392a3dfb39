"""Spikes from UDP datagrams on this machine to the topic ``spikes``.

    python3 -m hebb_client.udp NETWORK [PORT] [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]

It listens on 127.0.0.1, by default on port 5005. A datagram holds lines ``neuron,time_us``; ``heartbeat,time_us`` says
that no earlier spike is still to come. UDP can lose datagrams without notice.
"""

from __future__ import annotations

import signal
import socket
import sys

from .sender import SpikeSender


def forward(datagram: bytes, sender: SpikeSender) -> int:
    """Sends the spikes and heartbeats of one datagram in their order. Returns how many spikes there were.

    :raises ValueError: if a line cannot be read; then nothing of the datagram is sent
    """
    lines = [_parsed(line) for line in datagram.decode("ascii", "backslashreplace").splitlines() if line.strip()]
    sent = 0
    for neuron, time in lines:
        if neuron is None:
            sender.heartbeat(time)
        else:
            sent += sender.send([neuron], [time])
    return sent


def _parsed(line: str) -> tuple[int | None, int]:
    fields = [field.strip() for field in line.split(",")]
    try:
        first, time = fields
        neuron = None if first == "heartbeat" else int(first)
        micros = int(time)
    except ValueError:
        raise ValueError(f"the line {line!r} is not 'neuron,time_us' or 'heartbeat,time_us' with integers") from None
    if neuron is not None and not 0 <= neuron < 1 << 31:
        raise ValueError(f"the line {line!r} has a neuron that is not from 0 to {(1 << 31) - 1}")
    if abs(micros) > 1 << 53:
        raise ValueError(f"the line {line!r} has a time farther than 2^53 microseconds from zero")
    return neuron, micros


def main(network: str, port: int, *servers: str) -> None:
    """Forwards datagrams from 127.0.0.1:port until Ctrl-C; a datagram that cannot be read is reported and skipped.

    :param servers: Kafka's bootstrap servers and the schema registry, if they are not the local stack's
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as inlet, SpikeSender(network, *servers) as sender:
        # A shell starts background programs with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        inlet.bind(("127.0.0.1", port))
        print(f"listening on UDP port {inlet.getsockname()[1]}", file=sys.stderr, flush=True)
        sent = 0
        try:
            while True:
                try:
                    sent += forward(inlet.recv(65535), sender)
                except ValueError as error:
                    print(f"datagram left out: {error}", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            print(f"{sent} spikes of network {network} sent", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("give a network: python3 -m hebb_client.udp NETWORK [PORT] [BOOTSTRAP_SERVERS SCHEMA_REGISTRY]")
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5005, *sys.argv[3:])
