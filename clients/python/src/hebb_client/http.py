"""The HTTP API of a running app."""

from __future__ import annotations

import io
import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from typing import Any

_TIMEOUT_SECONDS = 60


class HebbError(Exception):
    """The app does not answer, or refuses. The message says what to do."""


class Hebb:
    """A client of the HTTP API. Answers are of the last closed window.

    :param url: base URL of the app
    :param token: what an app with tokens asks for; empty for none
    :param tls: how to check the app's certificate, and the client certificate to show, if any; None: the certificates
        that this machine trusts, and none to show
    """

    def __init__(self, url: str = "http://127.0.0.1:8090", token: str = "", tls: ssl.SSLContext | None = None) -> None:
        self._url = url.rstrip("/")
        self._tls = tls
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def networks(self) -> list[dict[str, Any]]:
        """All networks: stage, watermark, windows closed, neurons, spikes, synapses by state."""
        return list(self._json("/v1/networks"))

    def neurons(self, network: str) -> list[dict[str, Any]]:
        """Names, electrodes and positions (micrometres) of neurons, as recordings gave them.

        Neurons of which nothing is known are left out; a field that is not known is None.
        """
        return list(self._json(_of(network, "/neurons")))

    def connectome(self, network: str) -> Any:
        """All synapses as a pandas DataFrame, one row for each; times and lags are microseconds."""
        import pandas

        return pandas.read_csv(io.BytesIO(self._get(_of(network, "/connectome.csv"))))

    def graph(self, network: str) -> Any:
        """The connectome as a networkx DiGraph, whose nodes are neuron numbers.

        Edges carry the columns of `connectome` that are of the synapse. Nodes carry the fields of `neurons`, if known.
        """
        import networkx

        frame = self.connectome(network)
        of_synapse = [name for name in frame.columns if not name.startswith(("pre", "post"))]
        graph = networkx.from_pandas_edgelist(
            frame, "pre", "post", edge_attr=of_synapse, create_using=networkx.DiGraph)
        for known in self.neurons(network):
            if known["neuron"] in graph:
                fields = {name: value for name, value in known.items() if name != "neuron" and value is not None}
                graph.nodes[known["neuron"]].update(fields)
        return graph

    def pair(self, network: str, pre: int, post: int) -> dict[str, Any]:
        """Counts of the last windows, cumulative correlogram, evidence and synapse of a pair."""
        return dict(self._json(_of(network, f"/pairs/{pre}/{post}")))

    def pruned(self, network: str, since: int | None = None, until: int | None = None, limit: int = 1000) -> Any:
        """What was pruned between two event times in microseconds, and why."""
        query = {"from": since, "to": until, "limit": limit}
        given = urllib.parse.urlencode({name: value for name, value in query.items() if value is not None})
        return self._json(_of(network, "/pruned?" + given))

    def control(self, network: str, command: str, **fields: Any) -> dict[str, Any]:
        """Sends a command, for example ``control("dish", "stress", level=0.8)``; the fields are those of the API.

        A field whose name is a keyword of Python has a ``_`` at its end: ``from_=0``, ``for_=600000000``.
        Returns the command's ``id`` and ``effectiveFromMicros``. A refusal on arrival is a :class:`HebbError`.
        """
        body = {"command": command, **{name.rstrip("_"): value for name, value in fields.items()}}
        return dict(self._json(_of(network, "/control"), json.dumps(body).encode()))

    def area(self, network: str, name: str, neurons: Sequence[int] | str, **fields: Any) -> dict[str, Any]:
        """Names a set of neurons, given as numbers or as ranges in a string."""
        ids = neurons if isinstance(neurons, str) else [int(neuron) for neuron in neurons]
        return self.control(network, "area", area=name, neurons=ids, **fields)

    def audit(self, network: str) -> Any:
        """Every command with its sender and its result, newest last."""
        return self._json(_of(network, "/control"))

    def _json(self, path: str, body: bytes | None = None) -> Any:
        try:
            return json.loads(self._get(path, body))
        except ValueError as e:
            raise HebbError(f"what answers at {self._url} is not a Hebb app: no JSON at {path}") from e

    def _get(self, path: str, body: bytes | None = None) -> bytes:
        headers = self._headers | ({"Content-Type": "application/json"} if body else {})
        request = urllib.request.Request(self._url + path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS, context=self._tls) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as e:
            raise HebbError(_problem(self._url, path, e)) from e
        except OSError as e:
            if isinstance(e, ssl.SSLError) or isinstance(getattr(e, "reason", None), ssl.SSLError):
                raise HebbError(f"no connection by TLS to {self._url} ({e}); give the app's certificate authority, and a"
                                " client certificate if it asks for one, as 'tls'") from e
            raise HebbError(f"no app answers at {self._url} ({e}); start one with 'hebb up' or 'hebb app',"
                            " or correct the URL") from e


def _of(network: str, rest: str) -> str:
    return f"/v1/networks/{urllib.parse.quote(network, safe='')}{rest}"


def _problem(url: str, path: str, error: urllib.error.HTTPError) -> str:
    try:
        problem = json.loads(error.read())
        return f"{problem['detail']}; {problem.get('do', '')}".rstrip("; ")
    except (ValueError, KeyError, TypeError):
        return f"the app at {url} answers {error.code} to {path}"
