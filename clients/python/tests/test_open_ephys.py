"""The Open Ephys program, against a peer that sends what the Event Broadcaster's documentation describes."""

import json
import signal
import subprocess
import sys
import time
import uuid

import pytest
from hebb_client import Hebb
from hebb_client.open_ephys import Units, _micros

zmq = pytest.importorskip("zmq")


def spike(sample, unit, electrode="Electrode 1", rate=30000):
    fields = {"event_type": "spike", "stream": "Rhythm", "source_node": 105, "electrode": electrode,
              "num_channels": 1, "sample_rate": rate, "sample_number": sample, "sorted_id": unit, "amp1": 80.5}
    return [(1).to_bytes(2, "little"), json.dumps(fields).encode()]


def ttl(sample):
    fields = {"event_type": "ttl", "stream": "Rhythm", "source_node": 105, "sample_rate": 30000,
              "channel_name": "TTL", "sample_number": sample, "line": 1, "state": True}
    return [(0).to_bytes(2, "little"), json.dumps(fields).encode()]


def test_each_unit_of_each_electrode_has_a_number():
    units = Units()
    assert units.spike(spike(30000, 2)) == (0, 1_000_000)
    assert units.spike(spike(30001, 2, "Electrode 2")) == (1, 1_000_033)
    assert units.spike(spike(60000, 2)) == (0, 2_000_000)
    assert units.spike(spike(60000, 0)) is None
    assert units.spike(ttl(60000)) is None
    assert len(units.numbers) == 2


@pytest.mark.parametrize("parts", [
    [b"x"], [(1).to_bytes(2, "little"), b"\x04\x01 binary"], [(1).to_bytes(2, "little"), b"{}"], spike(1, 1, rate=0)])
def test_other_messages_are_refused(parts):
    with pytest.raises(ValueError, match="Event Broadcaster"):
        Units().spike(parts)


def test_samples_are_rounded_once_halves_up():
    assert [_micros(n, 30000) for n in (1, 2, 3, 30000 * 86400)] == [33, 67, 100, 86_400_000_000]
    assert _micros(1, 2_000_000 / 3) == 2
    assert [_micros(n, 400_000) for n in (1, -1)] == [3, -2]


def test_spikes_of_the_peer_arrive(stack):
    # Given
    network = f"ephys-{uuid.uuid4().hex[:8]}"
    with zmq.Context() as context, context.socket(zmq.XPUB) as peer:
        peer.linger = 0
        peer.sndhwm = 0
        peer.rcvtimeo = 60_000
        port = peer.bind_to_random_port("tcp://127.0.0.1")
        endpoint = f"tcp://127.0.0.1:{port}"
        command = [sys.executable, "-m", "hebb_client.open_ephys", network, endpoint, stack.bootstrap, stack.registry]
        program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert endpoint in program.stderr.readline()
        assert peer.recv() == b"\x01"  # that the program has subscribed; the real publisher does not ask for it

        # When
        peer.send_multipart([b"?"])
        for k in range(300):
            peer.send_multipart(spike(k * 3000, 1))
            peer.send_multipart(spike(k * 3000 + 90, 2))
            peer.send_multipart(spike(k * 3000 + 91, 0))
            peer.send_multipart(ttl(k * 3000 + 92))
        peer.send_multipart(spike(60 * 30000, 2))
        found = []
        until = time.monotonic() + 60
        while not found and time.monotonic() < until:
            found = [n for n in Hebb(stack.app).networks() if n["network"] == network and n["windowsClosed"] >= 5]
            time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        _, last = program.communicate(timeout=60)

    # Then
    assert "message left out: a message of 1 parts" in last
    assert "neuron 1 is unit 2 of Electrode 1" in last
    assert "300 of no unit left out" in last
    assert found and (found[0]["neurons"], found[0]["spikes"]) == (2, 600)
