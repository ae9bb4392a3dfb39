"""Spikes from NumPy arrays to the topic ``spikes``."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
from confluent_kafka import KafkaError, Producer

from .registry import Registry

_FARTHEST = 1 << 53
_LARGEST_NEURON = (1 << 31) - 1
_BATCH_SPIKES = 4096
_BATCH_MICROS = 200_000
_LONGEST_NAME = 200


class SendError(Exception):
    """Kafka did not acknowledge spikes that were sent."""


def micros_from_seconds(seconds: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Times in floating-point seconds as integer microseconds, rounded once, halves up.

    :raises TypeError: if they are dates, durations or other values that are no numbers
    :raises ValueError: if a time is not finite or is farther than 2^53 microseconds from zero
    """
    given = np.asarray(seconds)
    if given.dtype.kind not in "iufO":
        # NumPy would take the count of a duration, in whichever unit, for seconds.
        durations = "; divide durations by numpy.timedelta64(1, 's')" if given.dtype.kind in "mM" else ""
        raise TypeError(f"the times hold {given.dtype}; give numbers of seconds{durations}")
    exact = given.astype(np.float64) * 1e6
    if not np.all(np.isfinite(exact)):
        raise ValueError("a time is not a finite number; remove NaN and infinite times first")
    # Half a microsecond is not added before the floor, because that sum is rounded, too.
    below = np.floor(exact)
    micros = below + (exact - below >= 0.5)
    if np.any(np.abs(micros) > _FARTHEST):
        raise ValueError("a time is farther than 2^53 microseconds from zero; are these seconds?")
    return micros.astype(np.int64)


class SpikeSender:
    """Sends the spikes of one network. It cuts arrays into batches, and sends heartbeats when given the time.

    A context manager: at its end it waits until Kafka has acknowledged everything. Thread-safe.

    :param network: 1 to 200 characters, no control characters
    :param heartbeat_seconds: if given, a thread sends a heartbeat of the wall clock (microseconds since 1970) whenever
        so many seconds passed without a spike. Use it only for networks whose times are of the wall clock, and only if
        no spike arrives later than ``margin_micros``.
    :param margin_micros: how far behind the wall clock such a heartbeat is
    :param config: further settings of librdkafka, for example for TLS
    """

    def __init__(
        self,
        network: str,
        bootstrap_servers: str = "127.0.0.1:9092",
        schema_registry: str = "http://127.0.0.1:8081/apis/ccompat/v7",
        *,
        topic: str = "spikes",
        heartbeat_seconds: float | None = None,
        margin_micros: int = 250_000,
        config: dict[str, Any] | None = None,
    ) -> None:
        _check_network(network)
        if heartbeat_seconds is not None and not heartbeat_seconds > 0:
            raise ValueError(f"heartbeat_seconds is {heartbeat_seconds}; give a positive number, or None for none")
        if margin_micros < 0:
            raise ValueError(f"margin_micros is {margin_micros}; give 0 or more")
        self._network = network
        self._topic = topic
        self._registry = Registry(schema_registry)
        self._schema_id, self._schema = self._registry.latest(topic)
        self._producer = Producer({
            "linger.ms": 5,
            "partitioner": "murmur2_random",
            **(config or {}),
            "enable.idempotence": True,
            "bootstrap.servers": bootstrap_servers,
        })
        self._lock = threading.RLock()
        self._failures: list[str] = []
        self._last_sent = time.monotonic()
        self._margin_micros = margin_micros
        self._stopped = threading.Event()
        self._closed = False
        self._thread: threading.Thread | None = None
        if heartbeat_seconds is not None:
            self._thread = threading.Thread(target=self._beat, args=(heartbeat_seconds,), daemon=True)
            self._thread.start()

    def send(self, neurons: npt.ArrayLike, times_micros: npt.ArrayLike) -> int:
        """Sends spikes: spike k is of ``neurons[k]`` at ``times_micros[k]``. Returns how many.

        Both are one-dimensional arrays of integers of one length, in any order; they are sent in the order of time.
        Nothing is sent if one of them is invalid.

        :raises ValueError: if lengths differ, a neuron is negative, or a number is out of range
        :raises TypeError: if an array holds no integers; convert seconds with :func:`micros_from_seconds`
        :raises SendError: if Kafka refused spikes that were sent before
        """
        ids = _integers("neurons", neurons)
        times = _integers("times_micros", times_micros)
        if len(ids) != len(times):
            raise ValueError(f"there are {len(ids)} neurons but {len(times)} times; give one time for each spike")
        _check_range("neurons", ids, 0, _LARGEST_NEURON)
        _check_range("times_micros", times, -_FARTHEST, _FARTHEST)
        order = np.argsort(times, kind="stable")
        with self._lock:
            self._refuse_if_closed()
            for batch in _batches(times[order]):
                spikes = order[batch]
                origin = int(times[spikes[0]])
                self._produce(origin, ids[spikes].tolist(), (times[spikes] - origin).tolist())
            self._refuse_if_failed()
        return len(ids)

    def heartbeat(self, time_micros: int) -> None:
        """Says that no spike before this time is still to come: closes every window that ends before it."""
        _check_range("time_micros", _integers("time_micros", [time_micros]), -_FARTHEST, _FARTHEST)
        with self._lock:
            self._refuse_if_closed()
            self._produce(int(time_micros), [], [])
            self._refuse_if_failed()

    def flush(self, timeout_seconds: float = 30) -> None:
        """Waits until Kafka has acknowledged everything.

        :raises SendError: if it refused something, or the time was over first
        """
        left = self._producer.flush(timeout_seconds)
        with self._lock:
            self._refuse_if_failed()
        if left:
            raise SendError(f"Kafka has not acknowledged {left} batches within {timeout_seconds} s;"
                            " is the broker running? 'hebb doctor' says")

    def close(self) -> None:
        """Stops heartbeats and waits until Kafka has acknowledged everything. A second call does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self.flush()

    def __enter__(self) -> SpikeSender:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _produce(self, origin: int, neurons: list[int], offsets: list[int]) -> None:
        batch = {"network": self._network, "origin": origin, "neurons": neurons, "offsetsMicros": offsets}
        value = self._registry.encode(self._schema_id, self._schema, ("dev.hebb.schema.SpikeBatch", batch))
        while True:
            try:
                self._producer.produce(self._topic, key=self._network.encode(), value=value, on_delivery=self._arrived)
                break
            except BufferError:
                self._producer.poll(0.1)
        self._producer.poll(0)
        self._last_sent = time.monotonic()

    def _arrived(self, error: KafkaError | None, _message: Any) -> None:
        if error is not None:
            self._failures.append(str(error))

    def _beat(self, seconds: float) -> None:
        while not self._stopped.wait(min(seconds / 4, 0.25)):
            with self._lock:
                if not self._closed and time.monotonic() - self._last_sent >= seconds:
                    self._produce(time.time_ns() // 1000 - self._margin_micros, [], [])

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise ValueError("this sender is closed; open another one")

    def _refuse_if_failed(self) -> None:
        if self._failures:
            failures, self._failures = self._failures, []
            raise SendError(f"Kafka did not take {len(failures)} batches of network {self._network}: {failures[0]}")


def _check_network(network: str) -> None:
    units = len(network.encode("utf-16-le")) // 2
    if not network.strip() or units > _LONGEST_NAME or any(ord(c) < 32 or 127 <= ord(c) < 160 for c in network):
        raise ValueError(f"{network!r} cannot name a network: use 1 to {_LONGEST_NAME} characters, not all of them"
                         " blank, none a control character")


def _integers(name: str, values: npt.ArrayLike) -> npt.NDArray[np.int64]:
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{name} has {array.ndim} dimensions; give an array of one dimension")
    if array.size == 0:
        return np.empty(0, dtype=np.int64)
    if not np.issubdtype(array.dtype, np.integer):
        raise TypeError(f"{name} holds {array.dtype}; give integers, and convert seconds with micros_from_seconds")
    if array.dtype == np.uint64 and np.any(array > np.uint64(_FARTHEST)):
        raise ValueError(f"{name} has a number above 2^53")
    return array.astype(np.int64)


def _check_range(name: str, values: npt.NDArray[np.int64], least: int, most: int) -> None:
    wrong = np.flatnonzero((values < least) | (values > most))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(f"{name}[{at}] is {int(values[at])}; it must be from {least} to {most}")


def _batches(times: npt.NDArray[np.int64]) -> list[slice]:
    """Slices of ascending times, each of at most a fifth of a second and 4,096 spikes."""
    slices, start = [], 0
    while start < len(times):
        end = int(np.searchsorted(times, times[start] + _BATCH_MICROS))
        end = min(max(end, start + 1), start + _BATCH_SPIKES)
        slices.append(slice(start, end))
        start = end
    return slices
