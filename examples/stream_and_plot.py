#!/usr/bin/env python3
"""Streams an NWB file or a Kilosort folder, listens, and plots when synapses formed, their weights and their lags.

    pip install './clients/python[frames]' matplotlib pynwb
    python3 examples/stream_and_plot.py RECORDING NETWORK PICTURE.png [BOOTSTRAP_SERVERS] [SCHEMA_REGISTRY] [APP]

RECORDING is an NWB file with units, or a folder with spike_times.npy (samples), spike_clusters.npy and params.py, as
Kilosort and Phy write them. With "-", a recording of five neurons in a chain is made up, written to PICTURE.nwb, and
read from there.
"""
import pathlib
import re
import sys
import time

import matplotlib
import numpy as np
from hebb_client import Hebb, SpikeSender, SynapseEvents, micros_from_seconds

matplotlib.use("Agg")
from matplotlib import pyplot as plt  # noqa: E402  (the backend is chosen before)

MARGIN_MICROS = 20_000_000


def make_up(file):
    """Half an hour: each neuron follows the one before it in four of ten spikes, after 3, 4, 2 and 5 ms."""
    from datetime import datetime, timezone

    import pynwb

    draw = np.random.default_rng(3)
    trains = [np.sort(draw.uniform(0, 1800, 9000))]
    for lag in (0.003, 0.004, 0.002, 0.005):
        follows = draw.random(len(trains[-1])) < 0.4
        own = draw.uniform(0, 1800, 4000)
        trains.append(np.sort(np.concatenate([trains[-1][follows] + lag, own])))
    nwb = pynwb.NWBFile("a chain of five neurons", "chain", datetime(2026, 1, 1, tzinfo=timezone.utc))
    for unit, train in enumerate(trains):
        nwb.add_unit(id=unit, spike_times=train)
    with pynwb.NWBHDF5IO(file, "w") as io:
        io.write(nwb)


def read_nwb(file):
    import pynwb

    with pynwb.NWBHDF5IO(file, "r") as io:
        units = io.read().units
        if units is None or "spike_times" not in units.colnames:
            sys.exit(f"{file} has no units with spike times")
        trains = [np.asarray(units["spike_times"][row]) for row in range(len(units))]
        return np.repeat(units.id[:], [len(train) for train in trains]), np.concatenate(trains)


def read_kilosort(folder):
    params = folder.joinpath("params.py").read_text()
    rate = re.search(r"^sample_rate\s*=\s*([0-9.eE+]+)\s*$", params, re.MULTILINE)
    if rate is None:
        sys.exit(f"{folder}/params.py has no line 'sample_rate = NUMBER'")
    samples = np.load(folder / "spike_times.npy").ravel()
    return np.load(folder / "spike_clusters.npy").ravel(), samples / float(rate.group(1))


def wait_until_closed(hebb, network, micros):
    until = time.monotonic() + 300
    while time.monotonic() < until:
        closed = {n["network"]: n["closedUntilMicros"] for n in hebb.networks()}.get(network, 0)
        if closed >= micros:
            return closed
        time.sleep(1)
    sys.exit(f"windows are not closed until {micros} after five minutes; 'hebb doctor' says why")


def plot(network, formed, connectome, closed, picture):
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    if not formed.empty:
        born = formed[formed["kind"] == "FORMED"].sort_values("at")
        left.step([0, *(born["at"] / 60e6), closed / 60e6], [0, *range(1, len(born) + 1), len(born)], where="post")
    left.yaxis.get_major_locator().set_params(integer=True)
    left.set(xlabel="event time (min)", ylabel="synapses formed", title=network)
    names = [f"{pre} → {post}" for pre, post in zip(connectome["pre"], connectome["post"])]
    bars = right.barh(names, connectome["weight"])
    right.bar_label(bars, [f"{lag / 1000:g} ms" for lag in connectome["lag_us"]], padding=3)
    right.set(xlabel="weight", xlim=(0, 1.15), title="synapses, with their lag")
    right.invert_yaxis()
    figure.savefig(picture, dpi=100)


def main(recording, network, picture, brokers="127.0.0.1:9092",
         registry="http://127.0.0.1:8081/apis/ccompat/v7", app="http://127.0.0.1:8090"):
    if recording == "-":
        recording = str(pathlib.Path(picture).with_suffix(".nwb"))
        make_up(recording)
    source = pathlib.Path(recording)
    neurons, seconds = read_kilosort(source) if source.is_dir() else read_nwb(source)
    times = micros_from_seconds(seconds)
    with SpikeSender(network, brokers, registry) as sender:
        print(sender.send(neurons, times), "spikes sent")
        sender.heartbeat(int(times.max()) + MARGIN_MICROS)
    hebb = Hebb(app)
    closed = wait_until_closed(hebb, network, int(times.max()))
    with SynapseEvents(network, brokers, registry, exit_at_end=True) as events:
        formed = events.to_dataframe()
    connectome = hebb.connectome(network)
    print(connectome[["pre", "post", "state", "weight", "lag_us"]].to_string())
    plot(network, formed, connectome, closed, picture)


if __name__ == "__main__":
    if not 4 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    main(*sys.argv[1:])
