"""What a sender accepts, without a broker."""

import numpy as np
import pytest
from hebb_client import micros_from_seconds
from hebb_client.sender import _batches, _check_network, _check_range, _integers


def test_seconds_are_rounded_once_halves_up():
    given = [0.0, 0.0000005, 0.0000014, -0.0000015, 1700000000.25]
    assert micros_from_seconds(given).tolist() == [0, 1, 1, -1, 1700000000250000]


@pytest.mark.parametrize("seconds", [[np.nan], [np.inf], [1e12]])
def test_seconds_that_are_no_times_are_refused(seconds):
    with pytest.raises(ValueError, match="time"):
        micros_from_seconds(seconds)


def test_the_largest_number_below_a_half_is_rounded_down():
    below = np.nextafter(0.5e-6, 0)
    assert below * 1e6 < 0.5
    assert micros_from_seconds([below, 4503599627.370497]).tolist() == [0, round(4503599627.370497 * 1e6)]


@pytest.mark.parametrize("times", [
    np.array([1500], "m8[ms]"), np.array(["2026-01-01"], "M8[us]"), ["1.5"], [True], [1 + 2j]])
def test_times_that_are_no_numbers_are_refused(times):
    with pytest.raises(TypeError, match="give numbers of seconds"):
        micros_from_seconds(times)


def test_float_times_are_refused():
    with pytest.raises(TypeError, match="micros_from_seconds"):
        _integers("times_micros", np.array([0.5]))


def test_a_negative_neuron_is_named():
    with pytest.raises(ValueError, match=r"neurons\[1\] is -3"):
        _check_range("neurons", np.array([2, -3]), 0, 10)


def test_unsigned_numbers_do_not_wrap():
    with pytest.raises(ValueError, match="2\\^53"):
        _integers("times_micros", np.array([2**63], dtype=np.uint64))


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201])
def test_bad_network_names_are_refused(name):
    with pytest.raises(ValueError, match="network"):
        _check_network(name)


def test_batches_hold_every_spike_once_and_are_short():
    times = np.sort(np.random.default_rng(1).integers(0, 5_000_000, 50_000))
    slices = _batches(times)
    assert [s.start for s in slices[1:]] == [s.stop for s in slices[:-1]]
    assert (slices[0].start, slices[-1].stop) == (0, len(times))
    assert all(s.stop - s.start <= 4096 and times[s.stop - 1] - times[s.start] < 200_000 for s in slices)
