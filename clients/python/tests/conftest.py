"""A running stack, named by STACK_BOOTSTRAP, STACK_REGISTRY and STACK_APP; without it, tests skip."""

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
    names = ("STACK_BOOTSTRAP", "STACK_REGISTRY", "STACK_APP")
    if any(name not in os.environ for name in names):
        pytest.skip("no stack: set " + ", ".join(names))
    return Stack(*(os.environ[name] for name in names))
