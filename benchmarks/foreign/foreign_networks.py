#!/usr/bin/env python3
"""Networks with known wiring by a simulator that is not ours (Brian2): what the evidence of Hebb is measured on.

usage: foreign_networks.py OUT_DIR [--only NAME] [--minutes 40] [--list]

For each network it writes NAME.csv ("neuron,time_us") and NAME.edges.csv ("pre,post,weight,delay_us", weight below 0:
inhibitory), of the neurons that were observed. Seeds are fixed: the same Brian2 and NumPy versions make the same files.
Needs Python 3.9 or newer with brian2 2.9.0 and numpy below 2.3 (pip install brian2==2.9.0 "numpy<2.3"), and a C++ compiler.

Cells     izhikevich (Izhikevich 2003, regular and fast spiking), adex (Brette & Gerstner 2005), lif (leaky, noisy),
          threshold (leaky, with a threshold that rises at each spike)
Wiring    random, scale-free (preferential attachment), small-world (ring, rewired), modular (dense blocks), layered
          (mostly from one of five layers to the next), spatial (mostly to near neurons of a square)
Regime    asynchronous; oscillating (all neurons get a sine current); bursting (all get a kick at random times, each neuron
          after a latency of its own); up-down (all switch between two levels of drive, with ragged onsets); spontaneous
          (each neuron gets strong inputs at random times of its own; bursts arise from the wiring itself)
Observed  all neurons and spikes; a part of the neurons ("clean"); or as a lab sees them: a part of the neurons, a tenth of the spikes missed, two per cent
          given to the wrong neuron, and no spike within 1 ms of another one on the same electrode (four neurons each)

A neuron's drive is drawn so that rates are skewed, close to log-normal, as in recordings.
"""
import argparse
import pathlib
import shutil
import tempfile
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Plan:
    name: str
    cell: str
    wiring: str
    regime: str
    neurons: int
    seed: int
    in_degree: float
    strength: float  # of an excitatory synapse, in units of the distance from rest to threshold
    drive: float  # mean drive, in the cell's own unit
    spread: float  # standard deviation of the drive between neurons
    noise: float
    delays_ms: tuple = (0.5, 20.0)
    inhibitory: float = 0.2
    observed: int = 0  # neurons; 0: all, and all of their spikes
    event_rate_hz: float = 0.3
    latency_ms: float = 8.0
    kick: float = 0.6
    clean: bool = False  # of the observed neurons, every spike is recorded
    inhibition: float = 2.0  # strength of an inhibitory synapse over that of an excitatory one
    own_rate_hz: float = 1.0  # of the strong inputs of a neuron, in the regime "spontaneous"
    rhythm_hz: float = 8.0  # of the sine current, in the regime "oscillating"
    rhythm: float = 0.5  # its amplitude, in units of the cell's scale of drives


# Even numbers are for work on the method, odd ones are looked at only when it is fixed.
PLANS = [
    Plan("00-izh-random-async", "izhikevich", "random", "asynchronous", 100, 100, 2, .55, .8, .8, 3.4),
    Plan("01-izh-small-world-async", "izhikevich", "small-world", "asynchronous", 120, 101, 2, .5, .7, .8, 3.4),
    Plan("02-izh-scale-free-bursting", "izhikevich", "scale-free", "bursting", 100, 102, 2, .5, .6, .8, 3.6),
    Plan("03-izh-modular-bursting", "izhikevich", "modular", "bursting", 100, 103, 2, .5, .6, .8, 3.6, latency_ms=15),
    Plan("04-lif-random-oscillating", "lif", "random", "oscillating", 100, 104, 2, .35, .4, .12, .24),
    Plan("05-lif-small-world-bursting", "lif", "small-world", "bursting", 80, 105, 2.5, .35, .38, .12, .24),
    Plan("06-lif-modular-up-down", "lif", "modular", "up-down", 100, 106, 2, .35, .35, .12, .24),
    Plan("07-lif-scale-free-async", "lif", "scale-free", "asynchronous", 150, 107, 2, .35, .38, .12, .24),
    Plan("08-adex-random-bursting", "adex", "random", "bursting", 60, 108, 2, .4, .45, .12, .3),
    Plan("09-adex-scale-free-oscillating", "adex", "scale-free", "oscillating", 80, 109, 2, .4, .45, .12, .3),
    Plan("10-izh-random-observed", "izhikevich", "random", "bursting", 300, 110, 5, .5, .4, .8, 3.4, observed=60),
    Plan("11-lif-modular-observed", "lif", "modular", "asynchronous", 300, 111, 5, .3, .36, .12, .23, observed=60),
    Plan("12-adex-small-world-observed", "adex", "small-world", "up-down", 200, 112, 4, .35, .42, .12, .3, observed=50),
    Plan("13-lif-random-bursting-observed", "lif", "random", "bursting", 200, 113, 4, .3, .34, .12, .23, observed=40,
         latency_ms=10),
    Plan("14-izh-scale-free-spontaneous", "izhikevich", "scale-free", "spontaneous", 1000, 114, 20, .6, 0, .2, 0,
         delays_ms=(1.0, 20.0), inhibition=.7, observed=100, clean=True),
    Plan("15-izh-random-spontaneous", "izhikevich", "random", "spontaneous", 1000, 115, 20, .62, 0, .2, 0,
         delays_ms=(1.0, 20.0), inhibition=.7, observed=100, clean=True),
    Plan("16-izh-small-world-spontaneous", "izhikevich", "small-world", "spontaneous", 500, 116, 10, .82, 0, .2, 0,
         inhibition=.7, observed=100, clean=True),
    Plan("17-izh-modular-spontaneous", "izhikevich", "modular", "spontaneous", 500, 117, 15, .7, 0, .2, 0,
         inhibition=.7, observed=100, clean=True),
    Plan("18-adex-random-spontaneous", "adex", "random", "spontaneous", 500, 118, 15, .24, .3, .1, .1, inhibition=2,
         observed=80, clean=True),
    Plan("19-adex-scale-free-spontaneous", "adex", "scale-free", "spontaneous", 500, 119, 15, .24, .3, .1, .1,
         inhibition=2, observed=80, clean=True),
    Plan("20-lif-small-world-observed", "lif", "small-world", "asynchronous", 300, 120, 5, .3, .36, .12, .23,
         observed=60),
    Plan("21-adex-random-observed", "adex", "random", "asynchronous", 300, 121, 6, .35, .42, .12, .3, observed=60),
    Plan("22-adex-modular-observed", "adex", "modular", "bursting", 300, 122, 5, .35, .42, .12, .3, observed=50),
    Plan("23-lif-small-world-bursting-observed", "lif", "small-world", "bursting", 300, 123, 6, .3, .34, .12, .23,
         observed=40, latency_ms=6),
    Plan("24-lif-scale-free-observed", "lif", "scale-free", "oscillating", 300, 124, 5, .3, .36, .12, .23,
         observed=50),
    Plan("25-izh-scale-free-observed", "izhikevich", "scale-free", "oscillating", 300, 125, 5, .5, .6, .8, 3.4,
         observed=60),
    Plan("26-izh-modular-observed", "izhikevich", "modular", "asynchronous", 300, 126, 6, .5, .6, .8, 3.4,
         observed=60),
    Plan("27-lif-modular-up-down-observed", "lif", "modular", "up-down", 300, 127, 5, .32, .34, .12, .23,
         observed=50),
    Plan("28-lif-random-observed", "lif", "random", "asynchronous", 300, 128, 8, .25, .36, .12, .23, observed=60),
    Plan("29-adex-modular-observed", "adex", "modular", "asynchronous", 300, 129, 5, .4, .42, .12, .3, observed=60),
    Plan("30-izh-random-spontaneous", "izhikevich", "random", "spontaneous", 500, 130, 12, .72, 0, .2, 0,
         inhibition=.7, observed=60, clean=True),
    Plan("31-izh-small-world-spontaneous", "izhikevich", "small-world", "spontaneous", 500, 131, 12, .7, 0, .2, 0,
         inhibition=.7, observed=60, clean=True),
    Plan("33-izh-random-bursting", "izhikevich", "random", "bursting", 100, 133, 3, .5, .6, .8, 3.6, latency_ms=6),
    Plan("35-lif-modular-observed", "lif", "modular", "asynchronous", 300, 135, 6, .3, .34, .12, .23, observed=40),
    Plan("36-threshold-random-bursting", "threshold", "random", "bursting", 100, 136, 3, .35, .42, .12, .25),
    Plan("37-threshold-layered-observed", "threshold", "layered", "asynchronous", 240, 137, 5, .3, .42, .12, .25,
         observed=50),
    Plan("38-lif-spatial-up-down", "lif", "spatial", "up-down", 100, 138, 3, .32, .36, .12, .24, inhibitory=.3),
    Plan("39-adex-spatial-bursting-observed", "adex", "spatial", "bursting", 240, 139, 5, .35, .44, .12, .3,
         observed=50, event_rate_hz=.5, latency_ms=5),
    Plan("40-izh-layered-spontaneous", "izhikevich", "layered", "spontaneous", 400, 140, 12, .65, 0, .2, 0,
         inhibition=.7, observed=80, clean=True),
    Plan("41-threshold-scale-free-up-down-observed", "threshold", "scale-free", "up-down", 240, 141, 4, .32, .4, .12,
         .25, observed=50),
    Plan("42-izh-spatial-bursting", "izhikevich", "spatial", "bursting", 100, 142, 3, .5, .8, .8, 3.6,
         inhibitory=.3, event_rate_hz=.6, latency_ms=12),
    Plan("43-adex-layered-oscillating", "adex", "layered", "oscillating", 80, 143, 3, .4, .45, .12, .3,
         inhibitory=.25),
    Plan("44-threshold-small-world-up-down-observed", "threshold", "small-world", "up-down", 240, 144, 4, .32, .4, .12,
         .25, observed=50),
    Plan("45-lif-random-up-down-observed", "lif", "random", "up-down", 300, 145, 5, .32, .36, .12, .23, observed=50),
    Plan("46-lif-scale-free-up-down-observed", "lif", "scale-free", "up-down", 300, 146, 5, .32, .36, .12, .23,
         observed=50),
    Plan("47-adex-modular-up-down-observed", "adex", "modular", "up-down", 240, 147, 4, .35, .42, .12, .3, observed=50),
    Plan("48-izh-modular-up-down-observed", "izhikevich", "modular", "up-down", 300, 148, 5, .5, .4, .8, 3.4,
         observed=60),
    Plan("49-izh-random-up-down-observed", "izhikevich", "random", "up-down", 300, 149, 5, .5, .4, .8, 3.4,
         observed=60),
    Plan("50-lif-random-quiet", "lif", "random", "asynchronous", 20, 150, 1, .3, .3, .02, .24),
    Plan("51-lif-small-world-quiet", "lif", "small-world", "asynchronous", 20, 151, 1, .3, .3, .02, .24),
    Plan("52-threshold-random-quiet-bursting", "threshold", "random", "bursting", 24, 152, 1, .3, .3, .02, .24,
         event_rate_hz=.1),
    Plan("53-threshold-scale-free-quiet-bursting", "threshold", "scale-free", "bursting", 24, 153, 1, .3, .3, .02, .24,
         event_rate_hz=.1),
    Plan("54-lif-scale-free-quiet-up-down", "lif", "scale-free", "up-down", 24, 154, 1, .3, .22, .02, .24),
    Plan("55-lif-modular-quiet-up-down", "lif", "modular", "up-down", 24, 155, 1, .3, .22, .02, .24),
    Plan("57-lif-spatial-observed", "lif", "spatial", "asynchronous", 300, 157, 5, .3, .36, .12, .23, observed=50),
    Plan("59-threshold-random-oscillating-observed", "threshold", "random", "oscillating", 240, 159, 5, .3, .42, .12,
         .25, observed=50),
    Plan("61-izh-small-world-bursting-observed", "izhikevich", "small-world", "bursting", 300, 161, 5, .5, .4, .8, 3.4,
         observed=60),
    Plan("63-adex-random-up-down-observed", "adex", "random", "up-down", 240, 163, 5, .35, .42, .12, .3, observed=50),
    Plan("65-lif-modular-bursting", "lif", "modular", "bursting", 100, 165, 3, .32, .36, .12, .24),
    Plan("67-threshold-layered-bursting-observed", "threshold", "layered", "bursting", 240, 167, 5, .32, .42, .12, .25,
         observed=50),
    Plan("69-lif-layered-up-down-observed", "lif", "layered", "up-down", 300, 169, 5, .32, .36, .12, .23, observed=50),
    Plan("71-adex-scale-free-up-down-observed", "adex", "scale-free", "up-down", 240, 171, 5, .35, .42, .12, .3,
         observed=50),
    Plan("73-threshold-modular-up-down-observed", "threshold", "modular", "up-down", 240, 173, 4, .32, .4, .12, .25,
         observed=50),
    Plan("75-izh-layered-oscillating-observed", "izhikevich", "layered", "oscillating", 300, 175, 5, .5, .6, .8, 3.4,
         observed=60),
    Plan("77-lif-small-world-up-down-observed", "lif", "small-world", "up-down", 300, 177, 5, .32, .36, .12, .23,
         inhibitory=.3, observed=50),
    Plan("79-adex-spatial-oscillating-observed", "adex", "spatial", "oscillating", 240, 179, 5, .35, .42, .12, .3,
         observed=50),
    Plan("81-izh-scale-free-bursting-observed", "izhikevich", "scale-free", "bursting", 300, 181, 5, .5, .4, .8, 3.4,
         inhibitory=.3, observed=60),
    Plan("83-adex-random-bursting-observed", "adex", "random", "bursting", 300, 183, 6, .35, .42, .12, .3, observed=50),
    Plan("85-izh-scale-free-async", "izhikevich", "scale-free", "asynchronous", 120, 185, 3, .5, .7, .8, 3.4),
    Plan("87-lif-spatial-bursting", "lif", "spatial", "bursting", 100, 187, 3, .35, .38, .12, .24, inhibitory=.3),
    Plan("89-adex-small-world-oscillating", "adex", "small-world", "oscillating", 80, 189, 3, .4, .45, .12, .3,
         inhibitory=.3),
    Plan("91-threshold-random-async", "threshold", "random", "asynchronous", 100, 191, 3, .35, .42, .12, .25),
    Plan("93-izh-spatial-up-down-observed", "izhikevich", "spatial", "up-down", 300, 193, 5, .5, .4, .8, 3.4,
         inhibitory=.3, observed=60),
    Plan("95-lif-random-bursting-observed", "lif", "random", "bursting", 300, 195, 6, .3, .36, .12, .23, observed=50),
    Plan("97-threshold-spatial-oscillating-observed", "threshold", "spatial", "oscillating", 240, 197, 5, .3, .42, .12,
         .25, observed=50),
    Plan("99-adex-layered-observed", "adex", "layered", "asynchronous", 240, 199, 5, .35, .42, .12, .3, observed=50),
    Plan("101-izh-random-gamma", "izhikevich", "random", "oscillating", 100, 201, 3, .5, .6, .8, 3.4, inhibitory=.3,
         rhythm_hz=40, rhythm=1.0),
    Plan("103-lif-small-world-gamma", "lif", "small-world", "oscillating", 100, 203, 3, .35, .38, .12, .24,
         inhibitory=.3, rhythm_hz=50, rhythm=2.0),
    Plan("105-adex-modular-gamma-observed", "adex", "modular", "oscillating", 240, 205, 5, .35, .42, .12, .3, observed=50,
         rhythm_hz=60, rhythm=2.0),
    Plan("107-threshold-scale-free-beta-observed", "threshold", "scale-free", "oscillating", 240, 207, 5, .3, .42, .12,
         .25, observed=50, rhythm_hz=25, rhythm=1.0),
    Plan("109-izh-small-world-up-down-observed", "izhikevich", "small-world", "up-down", 300, 209, 5, .5, .4, .8, 3.4,
         inhibitory=.3, observed=60),
    Plan("111-lif-spatial-bursting-observed", "lif", "spatial", "bursting", 300, 211, 5, .3, .36, .12, .23, observed=50),
    Plan("113-adex-random-async-observed", "adex", "random", "asynchronous", 240, 213, 5, .35, .42, .12, .3,
         inhibitory=.3, observed=50),
    Plan("115-threshold-layered-async", "threshold", "layered", "asynchronous", 100, 215, 3, .35, .42, .12, .25),
]


def wire(plan, rng):
    """Ordered pairs (pre, post) without self-connections, each once."""
    n, wanted = plan.neurons, int(plan.neurons * plan.in_degree)
    pairs = set()
    if plan.wiring == "scale-free":
        attraction = np.ones(n)
        while len(pairs) < wanted:
            pre = rng.choice(n, p=attraction / attraction.sum())
            post = int(rng.integers(n))
            if pre != post and (pre, post) not in pairs:
                pairs.add((int(pre), post))
                attraction[pre] += 1
        return sorted(pairs)
    block = max(1, n // 5)
    while len(pairs) < wanted:
        pre, post = int(rng.integers(n)), int(rng.integers(n))
        if plan.wiring == "small-world" and rng.random() < 0.85:
            post = (pre + int(rng.integers(1, 6)) * (1 if rng.random() < 0.5 else -1)) % n
        if plan.wiring == "modular" and rng.random() < 0.85:
            post = pre // block * block + int(rng.integers(block))
        if plan.wiring == "layered" and rng.random() < 0.85:
            post = ((pre // block + 1) % 5) * block + int(rng.integers(block))
        if plan.wiring == "spatial" and rng.random() < 0.85:
            side = int(np.ceil(np.sqrt(n)))
            row, column = np.rint(rng.normal(0, 1.5, 2)).astype(int)
            post = (pre // side + int(row)) % side * side + (pre % side + int(column)) % side
        if pre != post and post < n:
            pairs.add((pre, post))
    return sorted(pairs)


MODELS = {
    "izhikevich": dict(
        eqs="""dv/dt = (0.04*v**2 + 5*v + 140 - u + mu + common)/ms + noise*xi*ms**-0.5 : 1
               du/dt = a*(b*v - u)/ms : 1
               mu : 1 (constant)
               a : 1 (constant)
               b : 1 (constant)
               c : 1 (constant)
               d : 1 (constant)""",
        threshold="v >= 30", reset="v = c; u += d", refractory_ms=0, dt_ms=0.5, jump=15.0),
    "lif": dict(
        eqs="""dv/dt = (mu + common - v)/(15*ms) + noise*xi*(7.5*ms)**-0.5 : 1 (unless refractory)
               mu : 1 (constant)""",
        threshold="v > 1", reset="v = 0", refractory_ms=2, dt_ms=0.5, jump=1.0),
    "threshold": dict(
        eqs="""dv/dt = (mu + common - v)/(15*ms) + noise*xi*(7.5*ms)**-0.5 : 1 (unless refractory)
               dtheta/dt = -theta/(60*ms) : 1
               mu : 1 (constant)""",
        threshold="v > 1 + theta", reset="v = 0; theta += 0.15", refractory_ms=2, dt_ms=0.5, jump=1.0),
    "adex": dict(
        eqs="""dv/dt = (mu + common - v + 0.08*exp((clip(v, -2, 1.4) - 0.8)/0.08) - w)/(15*ms) + noise*xi*(7.5*ms)**-0.5 : 1
               dw/dt = (0.1*v - w)/(100*ms) : 1
               mu : 1 (constant)""",
        threshold="v > 1.3", reset="v = 0; w += 0.08", refractory_ms=2, dt_ms=0.2, jump=1.0),
}


def simulate(plan, minutes, folder):
    import brian2 as b2

    b2.set_device("cpp_standalone", directory=folder, build_on_run=False)
    rng = np.random.default_rng(plan.seed)
    b2.seed(plan.seed)
    model = MODELS[plan.cell]
    b2.defaultclock.dt = model["dt_ms"] * b2.ms
    pairs = wire(plan, rng)
    inhibitory = rng.random(plan.neurons) < plan.inhibitory
    seconds = minutes * 60
    scale = 4.0 if plan.cell == "izhikevich" else 0.25
    common = np.zeros((int(seconds * 1000), 1))
    if plan.regime == "oscillating":
        common[:, 0] = scale * plan.rhythm * np.sin(2 * np.pi * plan.rhythm_hz * np.arange(len(common)) / 1000)
    if plan.regime == "up-down":
        at, up = 0, False
        while at < len(common):
            length = int(1000 * rng.exponential(1.0 if up else 1.5)) + 100
            common[at:at + length, 0] = scale if up else -0.4 * scale
            at, up = at + length, not up
        ramp = np.ones(20) / 20
        common[:, 0] = np.convolve(common[:, 0], ramp, mode="same")
    array = b2.TimedArray(common[:, 0], dt=1 * b2.ms)
    eqs = model["eqs"].replace("common", "drive(t)")
    group = b2.NeuronGroup(
        plan.neurons, eqs, threshold=model["threshold"], reset=model["reset"], method="euler",
        refractory=model["refractory_ms"] * b2.ms if model["refractory_ms"] else False,
        namespace={"drive": array, "noise": plan.noise})
    group.mu = plan.drive + plan.spread * rng.standard_normal(plan.neurons)
    if plan.cell == "izhikevich":
        group.a = np.where(inhibitory, 0.1, 0.02)
        group.b, group.c = 0.2, -65
        group.d = np.where(inhibitory, 2.0, 8.0)
        group.v, group.u = -65, -13
    pre, post = np.array(pairs).T
    weights = plan.strength * rng.uniform(0.6, 1.4, len(pairs)) * np.where(inhibitory[pre], -plan.inhibition, 1.0)
    delays = rng.uniform(*plan.delays_ms, len(pairs))
    synapses = b2.Synapses(group, group, "weight : 1 (constant)", on_pre="v_post += weight")
    synapses.connect(i=pre, j=post)
    synapses.weight = weights * model["jump"]
    synapses.delay = delays * b2.ms
    objects = [group, synapses]
    if plan.regime == "bursting":
        count = rng.poisson(plan.event_rate_hz * seconds)
        events = np.sort(rng.uniform(0.1, seconds - 0.1, count))
        latencies = rng.uniform(0, plan.latency_ms, plan.neurons)
        who = np.tile(np.arange(plan.neurons), count)
        when = np.repeat(events, plan.neurons) + np.tile(latencies, count) / 1000
        when += rng.normal(0, 0.003, len(when))
        taking_part = rng.random(len(when)) < 0.6
        step = model["dt_ms"] / 1000
        ticks = np.unique(np.stack([np.round(when[taking_part] / step).astype(int), who[taking_part]]), axis=1)
        kicks = b2.SpikeGeneratorGroup(plan.neurons, ticks[1], ticks[0] * step * b2.second)
        kicked = b2.Synapses(kicks, group, on_pre=f"v_post += {plan.kick * model['jump']}")
        kicked.connect(j="i")
        objects += [kicks, kicked]
    if plan.regime == "spontaneous":
        inputs = b2.PoissonGroup(plan.neurons, plan.own_rate_hz * b2.Hz)
        own = b2.Synapses(inputs, group, on_pre=f"v_post += {1.2 * model['jump']}")
        own.connect(j="i")
        objects += [inputs, own]
    monitor = b2.SpikeMonitor(group)
    network = b2.Network(*objects, monitor)
    network.run(seconds * b2.second)
    b2.device.build(directory=folder, compile=True, run=True, debug=False)
    # A spike lies somewhere within its step: jitter by a seeded uniform offset, as clocks of simulator and rig differ.
    times = np.asarray(monitor.t / b2.second) * 1e6 + rng.uniform(0, model["dt_ms"] * 1000, len(monitor.t))
    return np.asarray(monitor.i), np.floor(times).astype(np.int64), pre, post, weights, delays


def observe(plan, ids, times, pre, post, weights, delays):
    """What a lab would have of it."""
    rng = np.random.default_rng(plan.seed + 1000)
    if plan.observed == 0:
        seen = np.arange(plan.neurons)
    else:
        seen = np.sort(rng.choice(plan.neurons, plan.observed, replace=False))
    number = np.full(plan.neurons, -1)
    number[seen] = np.arange(len(seen))
    kept = number[ids] >= 0
    ids, times = number[ids][kept], times[kept]
    if plan.observed and not plan.clean:
        recorded = rng.random(len(ids)) >= 0.1
        ids, times = ids[recorded], times[recorded]
        wrong = rng.random(len(ids)) < 0.02
        ids = np.where(wrong, rng.integers(0, len(seen), len(ids)), ids)
        order = np.lexsort((ids, times))
        ids, times = ids[order], times[order]
        alive, last = np.ones(len(ids), bool), {}
        for k, (neuron, time) in enumerate(zip(ids // 4, times)):
            if time - last.get(neuron, -10**9) < 1000:
                alive[k] = False
            else:
                last[neuron] = time
        ids, times = ids[alive], times[alive]
    both = (number[pre] >= 0) & (number[post] >= 0)
    edges = zip(number[pre][both], number[post][both], weights[both], delays[both])
    order = np.lexsort((ids, times))
    return ids[order], times[order], sorted(edges), len(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--only", default="", help="networks whose name contains this")
    parser.add_argument("--minutes", type=int, default=40)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    for plan in PLANS:
        if given.only not in plan.name:
            continue
        if given.list:
            print(plan)
            continue
        folder = tempfile.mkdtemp(prefix="hebb-foreign-")
        ids, times, edges, neurons = observe(plan, *simulate(plan, given.minutes, folder))
        shutil.rmtree(folder)
        given.out.mkdir(parents=True, exist_ok=True)
        np.savetxt(given.out / f"{plan.name}.csv", np.stack([ids, times], axis=1), fmt="%d", delimiter=",",
                   header="neuron,time_us", comments="")
        with open(given.out / f"{plan.name}.edges.csv", "w", encoding="utf-8") as out:
            out.write("pre,post,weight,delay_us\n")
            for a, b, weight, delay in edges:
                out.write(f"{a},{b},{weight:.4f},{round(delay * 1000)}\n")
        rates = np.bincount(ids, minlength=neurons) / (given.minutes * 60)
        excitatory = sum(weight > 0 for _, _, weight, _ in edges)
        print(f"{plan.name}: {neurons} neurons, {len(ids)} spikes, rate median {np.median(rates):.2f} Hz "
              f"({rates.min():.2f} to {rates.max():.2f}), {excitatory} excitatory, {len(edges) - excitatory} inhibitory")
        return_to_start()


def return_to_start():
    """Brian2 keeps one device a process; each further network starts clean."""
    import brian2 as b2
    b2.device.reinit()
    b2.start_scope()


if __name__ == "__main__":
    main()
