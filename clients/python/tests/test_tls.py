"""TLS and client certificates, against a real HTTPS server."""

import ssl
from collections.abc import Iterator

import pytest
from conftest import JsonHandler, serving

from hebb_client import Hebb, HebbError

trustme = pytest.importorskip("trustme")


class _App(JsonHandler):
    def do_GET(self) -> None:
        shown = self.request.getpeercert()
        self.answer(200, b'[{"network": "%s"}]' % (b"known" if shown else b"anonymous"))


@pytest.fixture
def authority() -> "trustme.CA":
    return trustme.CA()


@pytest.fixture(params=[ssl.CERT_OPTIONAL])
def app(authority: "trustme.CA", request: pytest.FixtureRequest) -> Iterator[str]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = request.param
    with serving(_App, context) as url:
        yield url


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
