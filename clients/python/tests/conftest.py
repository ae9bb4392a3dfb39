"""A running stack, named by HEBB_TEST_BOOTSTRAP, HEBB_TEST_REGISTRY and HEBB_TEST_APP; without it, tests skip."""

import os
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Stack:
    bootstrap: str
    registry: str
    app: str


@pytest.fixture(scope="session")
def stack() -> Stack:
    names = ("HEBB_TEST_BOOTSTRAP", "HEBB_TEST_REGISTRY", "HEBB_TEST_APP")
    if any(name not in os.environ for name in names):
        pytest.skip("no stack: set " + ", ".join(names))
    return Stack(*(os.environ[name] for name in names))
