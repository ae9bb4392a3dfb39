"""The token of an app that asks for one, against a real HTTP server."""

from collections.abc import Iterator

import pytest
from conftest import JsonHandler, serving

from hebb_client import Hebb, HebbError


class _App(JsonHandler):
    def do_GET(self) -> None:
        known = self.headers.get("Authorization") == "Bearer 0123456789abcdef"
        self.answer(200 if known else 401, b"[]" if known else b'{"detail": "no token", "do": "send one"}')


@pytest.fixture
def app() -> Iterator[str]:
    with serving(_App) as url:
        yield url


def test_shows_its_token(app: str) -> None:
    assert Hebb(app, token="0123456789abcdef").networks() == []


def test_says_that_a_token_is_missing(app: str) -> None:
    with pytest.raises(HebbError, match="no token"):
        Hebb(app).networks()
