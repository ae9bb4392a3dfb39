"""Iterators over the committed records of Hebb's topics."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from confluent_kafka import Consumer, KafkaException, TopicPartition

from .registry import Registry

_TIMEOUT_SECONDS = 15


class _Events:
    """Reads a whole topic without a consumer group's offsets, so it does not affect other readers. Not thread-safe.

    :param network: only events of this network; None for all
    :param from_beginning: whether to start at the oldest event, and not at the next one
    :param exit_at_end: stop where the topic ended when the reader was opened
    :param timeout_seconds: stop when no record arrived for this long; None to wait without limit
    :raises KafkaException: if the topic does not exist or the broker does not answer
    """

    TOPIC = ""

    def __init__(
        self,
        network: str | None = None,
        bootstrap_servers: str = "127.0.0.1:9092",
        schema_registry: str = "http://127.0.0.1:8081/apis/ccompat/v7",
        *,
        topic_prefix: str = "",
        from_beginning: bool = True,
        exit_at_end: bool = False,
        timeout_seconds: float | None = None,
        config: dict[str, Any] | None = None,
    ) -> None:
        self._network = network
        self._registry = Registry(schema_registry)
        self._exit_at_end = exit_at_end
        self._timeout_seconds = timeout_seconds
        self._consumer = Consumer({
            **(config or {}),
            "bootstrap.servers": bootstrap_servers,
            "group.id": f"hebb-client-{uuid.uuid4()}",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": False,
        })
        try:
            self._ends = self._assign(topic_prefix + self.TOPIC, from_beginning)
        except BaseException:
            self._consumer.close()
            raise

    def _assign(self, topic: str, from_beginning: bool) -> dict[int, int]:
        described = self._consumer.list_topics(topic, timeout=_TIMEOUT_SECONDS).topics[topic]
        if described.error is not None:
            raise KafkaException(described.error)
        ends = {}
        starts = []
        for partition in described.partitions:
            low, high = self._consumer.get_watermark_offsets(TopicPartition(topic, partition), _TIMEOUT_SECONDS)
            start = low if from_beginning else high
            if start < high:
                ends[partition] = high
            starts.append(TopicPartition(topic, partition, start))
        self._consumer.assign(starts)
        return ends

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The events as dictionaries with the fields of the schema, in order within a partition."""
        last = time.monotonic()
        while not (self._exit_at_end and self._at_end()):
            message = self._consumer.poll(0.2)
            if message is None:
                if self._timeout_seconds is not None and time.monotonic() - last > self._timeout_seconds:
                    return
                continue
            if message.error() is not None:
                raise KafkaException(message.error())
            last = time.monotonic()
            value = message.value()
            if value is not None:
                event = self._registry.decode(value)
                if self._network is None or event["network"] == self._network:
                    yield event

    def _at_end(self) -> bool:
        """Positions also pass the markers of transactions, so an end behind an aborted one is reached."""
        return all(
            partition.offset >= self._ends[partition.partition]
            for partition in self._consumer.position(self._consumer.assignment())
            if partition.partition in self._ends
        )

    def to_dataframe(self) -> Any:
        """The events as a pandas DataFrame, one column for each field. Needs ``exit_at_end`` or ``timeout_seconds``."""
        if not self._exit_at_end and self._timeout_seconds is None:
            raise ValueError("a topic never ends: open the reader with exit_at_end=True or timeout_seconds")
        import pandas

        return pandas.DataFrame(list(self))

    def close(self) -> None:
        """Closes the consumer."""
        self._consumer.close()

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class PruningEvents(_Events):
    """Synapses and neurons that Hebb pruned: topic ``pruning-events``."""

    TOPIC = "pruning-events"


class SynapseEvents(_Events):
    """Synapses that formed, were masked or unmasked: topic ``synapse-events``."""

    TOPIC = "synapse-events"
