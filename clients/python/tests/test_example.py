"""The example with a picture: an NWB file that pynwb writes, through a running stack, to a plot."""

import pathlib
import subprocess
import sys
import uuid

import pytest

# The example needs more than the package does.
pytest.importorskip("matplotlib")
pytest.importorskip("pynwb")

EXAMPLE = pathlib.Path(__file__).parents[3] / "examples" / "stream_and_plot.py"


def test_the_chain_is_found_and_plotted(stack, tmp_path):
    # Given
    picture = tmp_path / "chain.png"
    network = f"chain-{uuid.uuid4().hex[:8]}"

    # When
    command = [sys.executable, EXAMPLE, "-", network, picture, stack.bootstrap, stack.registry, stack.app]
    out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=400).stdout

    # Then
    sent, _, *rows = out.splitlines()
    assert sent == "37244 spikes sent"
    found = [row.split() for row in rows]
    assert [(row[1], row[2], row[3], row[5]) for row in found] == [
        ("0", "1", "ACTIVE", "3000"),
        ("1", "2", "ACTIVE", "4000"),
        ("2", "3", "ACTIVE", "2000"),
        ("3", "4", "ACTIVE", "5000"),
    ]
    assert (tmp_path / "chain.nwb").exists()
    from matplotlib import image

    pixels = image.imread(picture)
    assert pixels.shape[:2] == (400, 1000)
    assert pixels.std() > 0.1
