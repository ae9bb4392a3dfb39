"""The Lab Streaming Layer program, against an outlet of liblsl."""

import signal
import subprocess
import sys
import time
import uuid

import pytest
from hebb_client import Hebb
from hebb_client.lsl import _neuron, open_inlet

pylsl = pytest.importorskip("pylsl")


@pytest.mark.parametrize("value", ["3", 3, 3.0])
def test_a_sample_is_the_number_of_a_neuron(value):
    assert _neuron(value) == 3


@pytest.mark.parametrize("value", ["left", 2.5, float("nan")])
def test_other_samples_are_refused(value):
    with pytest.raises(ValueError):
        _neuron(value)


def test_a_stream_that_is_not_of_spikes_is_refused():
    name = f"eeg-{uuid.uuid4().hex[:8]}"
    outlet = pylsl.StreamOutlet(pylsl.StreamInfo(name, "EEG", 2, 100.0, pylsl.cf_float32, name))
    with pytest.raises(ValueError, match="has 2 channels at 100 Hz"):
        open_inlet(name, 60)
    del outlet


def test_a_missing_stream_is_named():
    with pytest.raises(ValueError, match="0 streams with the name 'nosuch-stream'"):
        open_inlet("nosuch-stream", 0.5)


def test_spikes_of_an_outlet_arrive(stack):
    # Given
    network = f"lsl-{uuid.uuid4().hex[:8]}"
    info = pylsl.StreamInfo(network, "Spikes", 1, pylsl.IRREGULAR_RATE, pylsl.cf_int32, network)
    outlet = pylsl.StreamOutlet(info)
    command = [sys.executable, "-m", "hebb_client.lsl", network, network, stack.bootstrap, stack.registry]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while "listening" not in program.stderr.readline():  # liblsl itself writes lines, too
        assert program.poll() is None
    assert outlet.wait_for_consumers(60)

    # When
    start = pylsl.local_clock()
    for k in range(300):
        outlet.push_sample([0], start + 0.1 * k)
        outlet.push_sample([1], start + 0.1 * k + 0.003)
    outlet.push_sample([1], start + 60)
    found = []
    until = time.monotonic() + 60
    while not found and time.monotonic() < until:
        found = [n for n in Hebb(stack.app).networks() if n["network"] == network and n["spikes"] >= 600]
        time.sleep(0.2)
    program.send_signal(signal.SIGINT)
    _, last = program.communicate(timeout=60)

    # Then
    assert f"601 spikes of network {network} sent" in last
    assert found and (found[0]["neurons"], found[0]["spikes"]) == (2, 600)
