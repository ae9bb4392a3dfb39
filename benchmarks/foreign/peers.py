#!/usr/bin/env python3
"""What other estimators find in the networks of foreign_networks.py, from the same spikes.

usage: peers.py NAME.csv [NAME.csv ...]       each with its NAME.edges.csv beside it

Excitatory synapses, all ordered pairs. For each estimator it prints what it finds at the threshold that is best for the
network, which needs the true synapses to be known, and at the end its MCCs at the one threshold with the best mean MCC.

tspe   total spiking probability edges (De Blasi et al. 2019), Elephant, its defaults, bins of 1 ms
sttc   spike time tiling coefficient (Cutts & Eglen 2014), window 5 ms. It has no direction: both pairs get its value.
conv   the monosynaptic test of CellExplorer (English, McKenzie et al. 2017; Stark & Abeles 2009): bins of 0.4 ms, a hollow
       Gaussian of SD 10 ms (hollow fraction 0.6), the most counts in 0.8 to 4 ms above the Poisson limit at 0.001, for the
       number of bins corrected, and above the most counts in the 3.2 ms before zero. The threshold is the negative
       logarithm of that 0.001; its documented value is used for "own". It is meant for delays of at most 4 ms.
conv20 the same with 0.8 to 20 ms

Needs Python 3.9 or newer with elephant, neo, quantities, numpy and scipy.
"""
import pathlib
import sys
import warnings

import numpy as np
from scipy.stats import poisson

warnings.filterwarnings("ignore")
OWN_THRESHOLD = {"conv": 3.0, "conv20": 3.0}
BIN_US = 400
HALF = 150


def read(path):
    spikes = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.int64)
    edges = np.loadtxt(str(path)[:-len(".csv")] + ".edges.csv", delimiter=",", skiprows=1, ndmin=2)
    neurons = int(spikes[:, 0].max()) + 1
    truth = np.zeros((neurons, neurons), bool)
    for pre, post, weight in edges[:, :3]:
        truth[int(pre), int(post)] = weight > 0
    return spikes[np.argsort(spikes[:, 1], kind="stable")], neurons, truth


def tspe(spikes, neurons):
    import neo
    import quantities as pq
    from elephant.conversion import BinnedSpikeTrain
    from elephant.functional_connectivity import total_spiking_probability_edges

    stop = (spikes[-1, 1] // 1000 + 2) * pq.ms
    trains = [neo.SpikeTrain(np.unique(spikes[spikes[:, 0] == k, 1] // 1000) * 1.0 * pq.ms, t_stop=stop)
              for k in range(neurons)]
    weights, _ = total_spiking_probability_edges(BinnedSpikeTrain(trains, bin_size=1 * pq.ms))
    return weights


def sttc(spikes, neurons, window_us=5000):
    times = [spikes[spikes[:, 0] == k, 1] for k in range(neurons)]
    total = spikes[-1, 1] - spikes[0, 1]
    tiled = [(np.minimum(np.diff(t, append=t[-1:] + 2 * window_us), 2 * window_us).sum() / total) if len(t) else 0
             for t in times]
    value = np.zeros((neurons, neurons))

    def near(a, b):
        return np.mean(np.searchsorted(b, a + window_us, "right") > np.searchsorted(b, a - window_us, "left"))

    for a in range(neurons):
        for b in range(a):
            if len(times[a]) and len(times[b]):
                pa, pb, ta, tb = near(times[a], times[b]), near(times[b], times[a]), tiled[a], tiled[b]
                value[a, b] = value[b, a] = ((pa - tb) / (1 - pa * tb) + (pb - ta) / (1 - pb * ta)) / 2
    return value


def correlograms(spikes, neurons):
    """Counts by pre, post and bin; the bin HALF holds lags of 0 to 0.4 ms."""
    counts = np.zeros(neurons * neurons * 2 * HALF, np.int64)
    ids, times = spikes[:, 0], spikes[:, 1]
    for step in range(1, len(times)):
        lag = times[step:] - times[:-step]
        close = np.nonzero(lag < HALF * BIN_US)[0]
        if not len(close):
            break
        pre, post, bins = ids[close], ids[close + step], lag[close] // BIN_US
        other = pre != post
        pre, post, bins = pre[other], post[other], bins[other]
        counts += np.bincount((pre * neurons + post) * 2 * HALF + HALF + bins, minlength=len(counts))
        counts += np.bincount((post * neurons + pre) * 2 * HALF + HALF - 1 - bins, minlength=len(counts))
    return counts.reshape(neurons, neurons, 2 * HALF)


def convolution(counts, longest_ms):
    """Negative decimal logarithm of the level at which a pair is just found; negative: not above the time before zero."""
    sd = 10_000 / BIN_US
    reach = int(3 * sd)
    at = np.arange(-reach, reach + 1)
    kernel = np.exp(-at ** 2 / (2 * sd ** 2))
    kernel[reach] *= 1 - 0.6
    kernel /= kernel.sum()
    padded = np.concatenate([counts[..., reach - 1::-1], counts, counts[..., :-reach - 1:-1]], axis=-1)
    spectrum = np.fft.rfft(padded, axis=-1) * np.fft.rfft(kernel, padded.shape[-1])
    expected = np.fft.irfft(spectrum, padded.shape[-1], axis=-1)[..., 2 * reach:2 * reach + counts.shape[-1]]
    after = slice(HALF + 2, HALF + int(longest_ms * 1000 / BIN_US))
    before = slice(HALF - 8, HALF)
    bins = 2 * round(longest_ms * 1000 / BIN_US)
    level = -(poisson.logsf(counts[..., after] - 1, np.maximum(expected[..., after], 1e-6)).min(-1) / np.log(10)
              + np.log10(bins))
    causal = -poisson.logsf(counts[..., after].max(-1) - 1, np.maximum(counts[..., before].max(-1), 0.5)) / np.log(10)
    return np.minimum(level, causal)


def mcc(found, false, true, pairs):
    missed = true - found
    rest = pairs - found - false - missed
    below = np.sqrt(float(found + false) * (found + missed) * (rest + false) * (rest + missed))
    return (found * rest - false * missed) / below if below else 0.0


def best(values, truth):
    order = np.argsort(-values, kind="stable")
    found, false = np.cumsum(truth[order]), np.cumsum(~truth[order])
    among = range(min(len(order), 4 * int(truth.sum()) + 50))
    scores = [mcc(found[k], false[k], truth.sum(), len(truth)) for k in among]
    k = int(np.argmax(scores))
    return found[k], false[k], scores[k]


def at(values, truth, threshold):
    above = values >= threshold
    found, false = (above & truth).sum(), (above & ~truth).sum()
    return found, false, mcc(found, false, truth.sum(), len(truth))


def main():
    results = {}
    for path in sys.argv[1:]:
        spikes, neurons, truth = read(path)
        others = ~np.eye(neurons, dtype=bool)
        counts = correlograms(spikes, neurons)
        measures = {"tspe": tspe(spikes, neurons), "sttc": sttc(spikes, neurons), "conv": convolution(counts, 4),
                    "conv20": convolution(counts, 20)}
        line = [pathlib.Path(path).name, f"true {truth.sum()}"]
        for name, value in measures.items():
            values = np.nan_to_num(value)[others]
            results.setdefault(name, []).append((values, truth[others]))
            line.append(name + " best %d, %d, %.3f" % best(values, truth[others]))
            if name in OWN_THRESHOLD:
                line.append("own %d, %d, %.3f" % at(values, truth[others], OWN_THRESHOLD[name]))
        print("; ".join(line), flush=True)
    for name, networks in results.items():
        tried = np.unique(np.concatenate([np.quantile(values, 1 - np.geomspace(1e-4, 0.2, 60))
                                          for values, _ in networks]))
        scores = [[at(values, truth, threshold)[2] for values, truth in networks] for threshold in tried]
        k = int(np.argmax(np.mean(scores, axis=1)))
        print(f"{name}: one threshold {tried[k]:.4g}, MCC mean {np.mean(scores[k]):.3f}, "
              f"median {np.median(scores[k]):.3f}: " + ", ".join(f"{score:.3f}" for score in scores[k]))


if __name__ == "__main__":
    main()
