"""Clients of Hebb: spikes in, synapses and prunings out. Times are event times in integer microseconds."""

from .events import PruningEvents, SynapseEvents
from .http import Hebb, HebbError
from .registry import Registry, RegistryError
from .sender import SendError, SpikeSender, micros_from_seconds

__all__ = [
    "Hebb",
    "HebbError",
    "PruningEvents",
    "Registry",
    "RegistryError",
    "SendError",
    "SpikeSender",
    "SynapseEvents",
    "micros_from_seconds",
]
