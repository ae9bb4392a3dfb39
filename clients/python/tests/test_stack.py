"""From arrays to a connectome, through a running stack."""

import time

import pytest
from hebb_client import Hebb, HebbError, PruningEvents, SpikeSender, SynapseEvents

MINUTE = 60_000_000


@pytest.fixture(scope="module")
def network(learned):
    return learned()


def test_every_spike_is_counted_once(stack, network):
    (found,) = [n for n in Hebb(stack.app).networks() if n["network"] == network]
    assert found["spikes"] == 18000
    assert found["neurons"] == 3


def test_the_only_synapse_is_the_one_that_was_put_in(stack, network):
    frame = Hebb(stack.app).connectome(network)
    assert frame[["pre", "post"]].values.tolist() == [[0, 1]]
    assert abs(frame["lag_us"].iloc[0] - 3000) <= 1000
    graph = Hebb(stack.app).graph(network)
    assert list(graph.edges) == [(0, 1)]
    assert graph.edges[0, 1]["state"] == "ACTIVE"


def test_formation_is_on_the_topic(stack, network):
    with SynapseEvents(network, stack.bootstrap, stack.registry, exit_at_end=True) as events:
        frame = events.to_dataframe()
    assert frame[["pre", "post", "kind"]].values.tolist() == [[0, 1, "FORMED"]]


def test_a_pair_has_its_correlogram(stack, network):
    assert Hebb(stack.app).pair(network, 0, 1)["synapse"]["state"] == "ACTIVE"


def test_a_missing_network_is_an_error_that_says_so(stack):
    with pytest.raises(HebbError, match="nosuch"):
        Hebb(stack.app).connectome("nosuch-network")


def test_lesion_prunes_and_confluents_deserializer_reads_it(stack, network):
    from confluent_kafka import Consumer, TopicPartition
    from confluent_kafka.schema_registry import SchemaRegistryClient
    from confluent_kafka.schema_registry.avro import AvroDeserializer
    from confluent_kafka.serialization import MessageField, SerializationContext

    # Given
    sent = Hebb(stack.app).control(network, "lesion", neurons=[0], by="pytest")
    with SpikeSender(network, stack.bootstrap, stack.registry) as sender:
        sender.heartbeat(sent["effectiveFromMicros"] + MINUTE)

    # When
    with PruningEvents(network, stack.bootstrap, stack.registry, timeout_seconds=60) as events:
        event = next(iter(event for event in events if event["kind"] == "SYNAPSE"))

    # Then
    assert (event["pre"], event["post"], event["reason"]) == (0, 1, "DAMAGED")
    assert event["at"] > sent["effectiveFromMicros"]
    decode = AvroDeserializer(SchemaRegistryClient({"url": stack.registry}))
    consumer = Consumer({"bootstrap.servers": stack.bootstrap, "group.id": "avro", "enable.auto.commit": False})
    partitions = consumer.list_topics("pruning-events", 15).topics["pruning-events"].partitions
    consumer.assign([TopicPartition("pruning-events", p, 0) for p in partitions])
    context = SerializationContext("pruning-events", MessageField.VALUE)
    read = []
    until = time.monotonic() + 30
    while event not in read and time.monotonic() < until:
        message = consumer.poll(0.5)
        if message is not None and message.error() is None:
            read.append(decode(message.value(), context))
    consumer.close()
    assert event in read
