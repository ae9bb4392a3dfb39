"""What `hebb export` and the app write, opened with the programs that the documents name."""

import io

import networkx
import pandas
from hebb_client import Hebb


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
