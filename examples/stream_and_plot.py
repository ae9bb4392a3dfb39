#!/usr/bin/env python3
"""Streams a Kilosort folder, listens, and plots when synapses formed, their weights and their lags.

    pip install './clients/python[frames]' matplotlib
    python3 examples/stream_and_plot.py FOLDER SAMPLE_RATE_HZ NETWORK PICTURE.png \\
        [BOOTSTRAP_SERVERS] [SCHEMA_REGISTRY] [APP]

FOLDER has spike_times.npy (samples) and spike_clusters.npy, as Kilosort and Phy write them. Without FOLDER ("-"), a
recording of five neurons in a chain is made up.
"""
import pathlib
import sys
import time

import matplotlib
import numpy as np
from hebb_client import Hebb, SpikeSender, SynapseEvents, micros_from_seconds

matplotlib.use("Agg")
from matplotlib import pyplot as plt  # noqa: E402  (the backend is chosen before)


def made_up():
    draw = np.random.default_rng(3)
    seconds = [np.sort(draw.uniform(0, 1800, 9000))]
    for lag in (0.003, 0.004, 0.002, 0.005):
        follows = draw.random(len(seconds[-1])) < 0.4
        own = draw.uniform(0, 1800, 4000)
        seconds.append(np.sort(np.concatenate([seconds[-1][follows] + lag, own])))
    return np.repeat(np.arange(5), [len(train) for train in seconds]), np.concatenate(seconds)


if len(sys.argv) < 5:
    sys.exit(__doc__)
folder, rate, network, picture, *addresses = sys.argv[1:]
defaults = ["127.0.0.1:9092", "http://127.0.0.1:8081/apis/ccompat/v7", "http://127.0.0.1:8090"]
brokers, registry, app = addresses + defaults[len(addresses):]
if folder == "-":
    neurons, seconds = made_up()
else:
    neurons = np.load(pathlib.Path(folder, "spike_clusters.npy")).ravel()
    seconds = np.load(pathlib.Path(folder, "spike_times.npy")).ravel() / float(rate)
times = micros_from_seconds(seconds)
end = int(times.max()) + 20_000_000

with SpikeSender(network, brokers, registry) as sender:
    print(sender.send(neurons, times), "spikes sent")
    sender.heartbeat(end)

hebb = Hebb(app)
closed = 0
until = time.monotonic() + 300
while closed < times.max() and time.monotonic() < until:
    time.sleep(1)
    closed = {n["network"]: n["closedUntilMicros"] for n in hebb.networks()}.get(network, 0)
if closed < times.max():
    sys.exit(f"windows are closed until {closed} only; 'hebb doctor' says why")
with SynapseEvents(network, brokers, registry, exit_at_end=True) as events:
    formed = events.to_dataframe()
frame = hebb.connectome(network)
print(frame.to_string())

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
if not formed.empty:
    born = formed[formed["kind"] == "FORMED"].sort_values("at")
    left.step([0, *(born["at"] / 60e6), closed / 60e6], [0, *range(1, len(born) + 1), len(born)], where="post")
left.yaxis.get_major_locator().set_params(integer=True)
left.set(xlabel="event time (min)", ylabel="synapses formed", title=network)
names = [f"{pre} → {post}" for pre, post in zip(frame["pre"], frame["post"])]
bars = right.barh(names, frame["weight"])
right.bar_label(bars, [f"{lag / 1000:g} ms" for lag in frame["lag_us"]], padding=3)
right.set(xlabel="weight", xlim=(0, 1.15), title="synapses, with their lag")
right.invert_yaxis()
figure.savefig(picture, dpi=100)
