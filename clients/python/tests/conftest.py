"""A running stack, named by STACK_BOOTSTRAP, STACK_REGISTRY and STACK_APP; without it, tests skip.

STACK_HEBB is the command that starts Hebb's command line.
"""

import os
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
import pytest
from hebb_client import Hebb, SpikeSender

MINUTE = 60_000_000

# The example needs more than the package does.
collect_ignore = [] if find_spec("pynwb") and find_spec("matplotlib") else ["test_example.py"]


@dataclass(frozen=True)
class Stack:
    bootstrap: str
    registry: str
    app: str


@pytest.fixture(scope="session")
def stack() -> Stack:
    names = ("STACK_BOOTSTRAP", "STACK_REGISTRY", "STACK_APP")
    if any(name not in os.environ for name in names):
        pytest.skip("no stack: set " + ", ".join(names))
    return Stack(*(os.environ[name] for name in names))


@pytest.fixture(scope="session")
def spikes() -> tuple[np.ndarray, np.ndarray]:
    """Twenty minutes: neuron 1 follows neuron 0 by 3 ms, neuron 2 is on its own."""
    draw = np.random.default_rng(7)
    driver = np.sort(draw.choice(20 * MINUTE, 6000, replace=False))
    other = np.sort(draw.choice(20 * MINUTE, 6000, replace=False))
    neurons = np.concatenate([np.zeros(6000, int), np.ones(6000, int), np.full(6000, 2)])
    return neurons, np.concatenate([driver, driver + 3000, other])


@pytest.fixture(scope="session")
def learned(stack, spikes) -> Callable[[], str]:
    """Sends the spikes to a new network, and returns its name when its windows are closed."""

    def send() -> str:
        name = f"py-{uuid.uuid4().hex[:8]}"
        neurons, times = spikes
        with SpikeSender(name, stack.bootstrap, stack.registry) as sender:
            assert sender.send(neurons, times) == 18000
            sender.heartbeat(21 * MINUTE)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            closed = {n["network"]: n["closedUntilMicros"] for n in Hebb(stack.app).networks()}
            if closed.get(name, 0) >= 20 * MINUTE:
                return name
            time.sleep(0.5)
        pytest.fail(f"network {name} did not close its windows within two minutes")

    return send
