"""A running stack, named by STACK_BOOTSTRAP, STACK_REGISTRY and STACK_APP; without it, tests skip.

STACK_HEBB is the command that starts Hebb's command line.
"""

import os
import shlex
import ssl
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer

import numpy as np
import pytest
from confluent_kafka import Producer
from hebb_client import Hebb, Registry, SpikeSender

MINUTE = 60_000_000


class JsonHandler(BaseHTTPRequestHandler):
    """A handler of a real HTTP server, which answers with JSON and prints nothing."""

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(handler: type[JsonHandler], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server's address while it runs."""
    server = HTTPServer(("127.0.0.1", 0), handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


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


@pytest.fixture(scope="session")
def network(stack, learned):
    """A network with one synapse, 0 to 1, and a name and a position of neuron 1."""
    name = learned()
    registry = Registry(stack.registry)
    schema_id, schema = registry.latest("neurons")
    neuron = {"network": name, "neuron": 1, "name": "unit b", "numbered": True, "electrode": "17"}
    place = {"x": 10.5, "y": -20.0, "z": None}
    producer = Producer({"bootstrap.servers": stack.bootstrap, "enable.idempotence": True})
    producer.produce("neurons", key=f"{name}/1", value=registry.encode(schema_id, schema, neuron | place))
    assert producer.flush(30) == 0
    return name


@pytest.fixture
def export(stack, network):
    if "STACK_HEBB" not in os.environ:
        pytest.skip("no command line: set STACK_HEBB, for instance to ./hebb")

    def run(*options: str) -> bytes:
        servers = ["--bootstrap-servers", stack.bootstrap, "--schema-registry", stack.registry, "--app", stack.app]
        command = [*shlex.split(os.environ["STACK_HEBB"]), "export", "--network", network, *options, *servers]
        return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout

    return run
