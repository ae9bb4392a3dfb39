"""TLS and client certificates, against a real HTTPS server."""

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from hebb_client import Hebb, HebbError

trustme = pytest.importorskip("trustme")


class _App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        shown = self.request.getpeercert()
        body = b'[{"network": "%s"}]' % (b"known" if shown else b"anonymous")
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def authority() -> "trustme.CA":
    return trustme.CA()


@pytest.fixture(params=[ssl.CERT_OPTIONAL])
def app(authority: "trustme.CA", request: pytest.FixtureRequest) -> Iterator[str]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = request.param
    server = HTTPServer(("127.0.0.1", 0), _App)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_trusts_an_authority_of_its_own(app: str, authority: "trustme.CA") -> None:
    tls = ssl.create_default_context()
    authority.configure_trust(tls)

    assert Hebb(app, tls=tls).networks() == [{"network": "anonymous"}]


def test_shows_a_client_certificate(app: str, authority: "trustme.CA") -> None:
    tls = ssl.create_default_context()
    authority.configure_trust(tls)
    authority.issue_cert("rig@lab").configure_cert(tls)

    assert Hebb(app, tls=tls).networks() == [{"network": "known"}]


def test_says_what_to_do_about_an_unknown_authority(app: str) -> None:
    with pytest.raises(HebbError, match="certificate authority"):
        Hebb(app).networks()


@pytest.mark.parametrize("app", [ssl.CERT_REQUIRED], indirect=True)
def test_says_that_the_app_asks_for_a_client_certificate(app: str, authority: "trustme.CA") -> None:
    tls = ssl.create_default_context()
    authority.configure_trust(tls)

    with pytest.raises(HebbError, match="client certificate"):
        Hebb(app, tls=tls).networks()
