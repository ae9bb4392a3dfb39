"""The token of an app that asks for one, against a real HTTP server."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from hebb_client import Hebb, HebbError


class _App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.headers.get("Authorization") == "Bearer 0123456789abcdef"
        body = b"[]" if known else b'{"detail": "no token", "do": "send one"}'
        self.send_response(200 if known else 401)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def app() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _App)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_shows_its_token(app: str) -> None:
    assert Hebb(app, token="0123456789abcdef").networks() == []


def test_says_that_a_token_is_missing(app: str) -> None:
    with pytest.raises(HebbError, match="no token"):
        Hebb(app).networks()
