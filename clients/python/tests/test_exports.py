"""What `hebb export` and the app write, opened with the programs that the documents name."""

import io
import os
import shlex
import subprocess

import networkx
import pandas
import pytest
from confluent_kafka import Producer
from hebb_client import Hebb, Registry


@pytest.fixture(scope="module")
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


def test_networkx_reads_graphml(stack, network, export):
    graph = networkx.read_graphml(io.BytesIO(export("--format", "graphml")), node_type=int)
    assert list(graph.edges) == [(0, 1)]
    (row,) = Hebb(stack.app).connectome(network).to_dict("records")
    edge = graph.edges[0, 1]
    assert (edge["state"], edge["lag_us"]) == ("ACTIVE", row["lag_us"])
    assert (edge["weight"], edge["z"]) == (row["weight"], row["z"])
    assert graph.nodes[1] == {"name": "unit b", "electrode": "17", "x": 10.5, "y": -20.0}


def test_ids_of_graphml_are_unique(export):
    from xml.etree import ElementTree

    root = ElementTree.fromstring(export("--format", "graphml"))
    ids = [key.get("id") for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key")]
    assert len(ids) == len(set(ids))


def test_networkx_reads_the_edge_list(stack, network, export):
    graph = networkx.read_weighted_edgelist(
        io.BytesIO(export("--format", "edgelist")), nodetype=int, create_using=networkx.DiGraph)
    weight = Hebb(stack.app).connectome(network)["weight"].iloc[0]
    assert list(graph.edges(data="weight")) == [(0, 1, weight)]


def test_pandas_reads_csv(stack, network, export):
    frame = pandas.read_csv(io.BytesIO(export("--format", "csv")))
    pandas.testing.assert_frame_equal(frame, Hebb(stack.app).connectome(network))
    assert frame[["pre", "post", "post_name", "post_y"]].values.tolist() == [[0, 1, "unit b", -20.0]]


def test_pandas_reads_the_connectome_of_an_earlier_time(stack, network, export):
    formed = int(Hebb(stack.app).connectome(network)["formed_at"].iloc[0])
    before = pandas.read_csv(io.BytesIO(export("--format", "csv", "--at", f"{formed - 1}")))
    after = pandas.read_csv(io.BytesIO(export("--format", "csv", "--at", f"{formed}")))
    assert len(before) == 0
    assert after[["pre", "post", "state", "formed_at"]].values.tolist() == [[0, 1, "ACTIVE", formed]]


def test_the_app_knows_names_and_positions(stack, network):
    hebb = Hebb(stack.app)
    assert hebb.neurons(network) == [
        {"neuron": 1, "name": "unit b", "numbered": True, "electrode": "17", "x": 10.5, "y": -20.0, "z": None}]
    graph = hebb.graph(network)
    assert graph.nodes[1] == {"name": "unit b", "numbered": True, "electrode": "17", "x": 10.5, "y": -20.0}
    assert graph.nodes[0] == {}
    assert "weight" in graph.edges[0, 1] and "pre_name" not in graph.edges[0, 1]
