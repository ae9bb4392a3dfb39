"""Writes the recordings of src/test/resources/recordings with the programs whose forms they are.

    pip install numpy h5py scipy pynwb spikeinterface neo nixio pandas pyarrow polars duckdb
    python3 write_recordings.py ../resources/recordings

With --relatives, only the later ones are written, with --laboratories only the last ones, with --tables those in
Parquet, with --arrow those in Parquet whose types only Arrow knows, with --second-looks and --third-looks those that
were tried when all others were read. All of them hold the same six spikes, unless a comment says otherwise:

    unit 3: 0.5 s, 1.25 s, 2 s        unit 7: 0.1 s, 1.2500005 s, 3 s
"""

import datetime
import gzip
import io
import pathlib
import shutil
import sys
import zipfile

import h5py
import numpy as np
import scipy.io
import scipy.sparse

OUT = pathlib.Path(sys.argv[1])
TRAINS = {3: np.array([0.5, 1.25, 2.0]), 7: np.array([0.1, 1.2500005, 3.0])}
RATE = 30_000.0
TIMES = np.concatenate(list(TRAINS.values()))
IDS = np.repeat(list(TRAINS), [len(train) for train in TRAINS.values()])


def cells(*values):
    """A cell array of MATLAB."""
    array = np.empty((1, len(values)), dtype=object)
    for k, value in enumerate(values):
        array[0, k] = value
    return array


def units(name, prepare=lambda file: None, ids=tuple(TRAINS), times=TIMES, ends=(3, 6), **options):
    """An NWB file with little more than the table of units."""
    with h5py.File(OUT / name, "w") as file:
        file.attrs["nwb_version"] = "2.8.0"
        file["units/id"] = np.array(ids)
        file["units/spike_times_index"] = np.array(ends)
        file["units"].create_dataset("spike_times", data=times, **options)
        prepare(file)


def nwb():
    from pynwb import NWBHDF5IO, NWBFile

    def file():
        start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
        return NWBFile("test", "test", start)

    def write(content, name):
        with NWBHDF5IO(str(OUT / name), "w") as io:
            io.write(content, cache_spec=False)

    plain = file()
    for unit, train in TRAINS.items():
        plain.add_unit(id=unit, spike_times=train)
    write(plain, "pynwb.nwb")

    labelled = file()
    labelled.add_unit_column("quality", "judgement of a person")
    for unit, train in TRAINS.items():
        labelled.add_unit(id=unit, spike_times=train, quality="good" if unit == 7 else "mua")
    write(labelled, "pynwb_quality.nwb")

    observed = file()
    for unit, train in TRAINS.items():
        observed.add_unit(id=unit, spike_times=train, obs_intervals=[[0.0, 1.5], [1.9, 3.5]])
    write(observed, "pynwb_intervals.nwb")

    # Two probes whose units have the same ids, and a unit whose times begin again at zero.
    probes = file()
    for unit, train in ((3, TRAINS[3]), (3, TRAINS[7])):
        probes.add_unit(id=unit, spike_times=np.concatenate([train, train]), enforce_unique_id=False)
    write(probes, "pynwb_probes.nwb")

    # Samples that were written as seconds.
    samples = file()
    for unit, train in TRAINS.items():
        samples.add_unit(id=unit, spike_times=train * RATE * 300)
    write(samples, "pynwb_samples.nwb")

    # No person has judged the units, and their ids are beyond 31 bits.
    unsorted = file()
    unsorted.add_unit_column("quality", "judgement of a person")
    for unit, train in TRAINS.items():
        unsorted.add_unit(id=unit + 2**33, spike_times=train, quality="unsorted")
    write(unsorted, "pynwb_unsorted.nwb")

    none = file()
    write(none, "pynwb_no_units.nwb")

    # Labels in columns of other programs.
    other = file()
    for column in ("is_good", "ks_label", "region"):
        other.add_unit_column(column, "judgement of a program, or an area")
    for unit, train in TRAINS.items():
        other.add_unit(id=unit, spike_times=train, is_good=unit == 7, ks_label=["mua", "good"][unit == 7], region="CA1")
    write(other, "pynwb_other_labels.nwb")

    silent = file()
    silent.add_unit_column("quality", "judgement of a person")
    silent.add_unit(id=3, quality="good")
    write(silent, "pynwb_no_spikes.nwb")


def spikeinterface():
    import spikeinterface as si

    samples = np.round(TIMES * RATE).astype("int64")
    order = np.argsort(samples, kind="stable")
    for names, suffix in ((IDS, ""), (np.array([f"#{unit}" for unit in IDS]), "_names")):
        sorting = si.NumpySorting.from_samples_and_labels([samples[order]], [names[order]], RATE)
        for form in ("numpy_folder", "npz_folder"):
            folder = OUT / f"spikeinterface_{form}{suffix}"
            shutil.rmtree(folder, ignore_errors=True)
            if form == "npz_folder" and suffix:
                continue
            sorting.save(folder=folder, format=form)
            for extra in ("properties", "provenance.json", "si_folder.json", "npz.json"):
                path = folder / extra
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def hdf5():
    # Chunked and compressed data as HDF5 2.0 writes them with libver="latest", and older forms.
    for name, libver in (("latest", "latest"), ("v110", ("v110", "v110")), ("earliest", ("earliest", "v108"))):
        with h5py.File(OUT / f"h5py_{name}.nwb", "w", libver=libver) as file:
            file.attrs["nwb_version"] = "2.4.0"
            units = file.create_group("units")
            units.create_dataset("spike_times", data=TIMES, chunks=(4,), compression="gzip")
            units.create_dataset("spike_times_index", data=np.array([3, 6]))
            units.create_dataset("id", data=np.array([3, 7]))

    with h5py.File(OUT / "sonata.h5", "w") as file:
        population = file.create_group("spikes/cortex")
        population.attrs["sorting"] = "by_id"
        population.create_dataset("timestamps", data=TIMES * 1000).attrs["units"] = "milliseconds"
        population.create_dataset("node_ids", data=IDS.astype("uint64"))


def culture(name, names, counts=(3, 3), **more):
    with h5py.File(OUT / f"culture_{name}.h5", "w") as file:
        file.create_dataset("spikes", data=more.get("spikes", TIMES))
        file.create_dataset("sCount", data=np.array(counts, dtype=more.get("count_type", "int32")))
        if names is not None:
            file.create_dataset("names", data=np.array(names, dtype="S"))
        if "age" in more:
            file.create_dataset("meta/age", data=more["age"])
        file.create_dataset("recordingtime", data=np.array([0, 10], dtype=more.get("time_type", "float64")))


def cultures():
    culture("ch", ["ch_12A", "ch_21A"], age=np.array([7]))
    culture("units", ["ch_12A_unit_0", "ch_12A_unit_1"], age=np.array([11]))
    culture("dotted", ["Ch1.24", "Ch1.3"], age=np.array([9.5]))
    culture("dotted_later", ["Ch1.3", "Ch2.5"], age=np.array([12]), time_type="int32")
    culture("letters", ["ch_12A", "ch_12B"], age=np.array([b"P11"]), count_type="float64")
    culture("words", ["adch_67a", "adch_67b"], age=np.array([b"adult"]))
    culture("nameless", None)
    culture("weeks", ["ch_12A", "ch_21A"], age=np.array([b"6WK"]), spikes=TIMES.astype("float32"))


def matlab():
    trains = cells(*(train.reshape(-1, 1) for train in TRAINS.values()))
    spikes = {"times": trains, "UID": np.array([[3.0, 7.0]]), "numcells": 2.0}
    labels = cells("unit_a", "unit_b")
    scipy.io.savemat(OUT / "cellexplorer_v5.mat", {"spikes": spikes, "session": "s1"}, do_compression=True)
    scipy.io.savemat(OUT / "cells_v5.mat", {"trains": trains, "rate": RATE})
    stamps = cells(*((train * 1e6).round().astype("uint64").reshape(1, -1) for train in TRAINS.values()))
    scipy.io.savemat(OUT / "fieldtrip_v5.mat", {"spike": {"label": labels, "timestamp": stamps}})
    scipy.io.savemat(OUT / "matrix_v5.mat", {"st": np.column_stack([TIMES, IDS]), "other": np.eye(3)})
    scipy.io.savemat(OUT / "vectors_v5.mat", {"spike_times": TIMES, "spike_clusters": IDS, "fs": RATE})
    chronux = np.zeros((1, 2), dtype=[("times", object)])
    for k, train in enumerate(TRAINS.values()):
        chronux[0, k]["times"] = train.reshape(-1, 1)
    scipy.io.savemat(OUT / "chronux_v5.mat", {"data": chronux})

    # As MATLAB's save('-v7.3') lays it out: a user block, dimensions reversed, cells as references.
    path = OUT / "cellexplorer_v73.mat"
    with h5py.File(path, "w", userblock_size=512) as file:
        refs = file.create_group("#refs#")
        group = file.create_group("spikes")
        group.attrs["MATLAB_class"] = np.bytes_("struct")
        pointers = np.empty((2, 1), dtype=h5py.ref_dtype)
        for k, train in enumerate(TRAINS.values()):
            data = refs.create_dataset(f"t{k}", data=train.reshape(1, -1))
            data.attrs["MATLAB_class"] = np.bytes_("double")
            pointers[k, 0] = data.ref
        times = group.create_dataset("times", data=pointers, dtype=h5py.ref_dtype)
        times.attrs["MATLAB_class"] = np.bytes_("cell")
        uid = group.create_dataset("UID", data=np.array([[3.0], [7.0]]))
        uid.attrs["MATLAB_class"] = np.bytes_("double")
    header = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Thu Jan  1 00:00:00 2026 HDF5 schema 1.00 ."
    with open(path, "r+b") as file:
        file.write(header.ljust(116) + bytes(8) + b"\x00\x02IM")


def numpy_files():
    np.savez(OUT / "brian2.npz", i=IDS.astype("int32"), t=TIMES)
    np.savez_compressed(OUT / "milliseconds.npz", ids=IDS, times_ms=TIMES * 1000)
    trains = np.empty(2, dtype=object)
    trains[:] = list(TRAINS.values())
    np.savez(OUT / "objects.npz", times=trains, ids=np.array([3, 7]))
    np.save(OUT / "two_columns.npy", np.column_stack([IDS, TIMES]))
    np.save(OUT / "two_columns_fortran.npy", np.asfortranarray(np.column_stack([TIMES, IDS])))
    np.save(OUT / "two_rows.npy", np.vstack([IDS, TIMES * RATE]).round().astype("int64"))
    np.savetxt(OUT / "savetxt.txt", np.column_stack([IDS, TIMES]))


def links():
    """Tables of units that are linked, have no ids, or ids in other types."""
    ends = np.array([3, 6])

    def table(name, **columns):
        with h5py.File(OUT / name, "w") as file:
            file.attrs["nwb_version"] = "2.6.0"
            units = file.create_group("units")
            for column, data in columns.items():
                units[column] = data
            return name

    with h5py.File(OUT / "links.nwb", "w") as file:
        file["elsewhere/times"] = TIMES
    with h5py.File(OUT / "links.nwb", "a") as file:
        file.attrs["nwb_version"] = "2.6.0"
        units = file.create_group("units")
        units["spike_times"] = h5py.SoftLink("/elsewhere/times")
        units["spike_times_index"] = ends
        units["id"] = np.array([3, 7])
    table("links_outside.nwb", spike_times=h5py.ExternalLink("links.nwb", "/elsewhere/times"),
          spike_times_index=ends, id=np.array([3, 7]))
    table("links_nowhere.nwb", spike_times=h5py.ExternalLink("nosuch.h5", "/times"), spike_times_index=ends,
          id=np.array([3, 7]))
    table("no_ids.nwb", spike_times=TIMES, spike_times_index=ends)
    table("float_ids.nwb", spike_times=TIMES, spike_times_index=ends, id=np.array([3.0, 7.0]))
    table("text_ids.nwb", spike_times=TIMES, spike_times_index=ends, id=["c", "g"])
    table("one_unit.nwb", spike_times=TRAINS[3], id=np.array([3]))
    table("whole_seconds.nwb", spike_times=np.arange(30) * 100, spike_times_index=np.array([40]), id=np.array([3]))
    table("slow.nwb", spike_times=np.arange(30) * 1000.5, spike_times_index=np.array([40]), id=np.array([3]))
    times = (np.arange(30) * np.pi * 10).astype("float32")
    table("single_precision.nwb", spike_times=times, spike_times_index=np.array([40]), id=np.array([3]))
    with h5py.File(OUT / "user_block.nwb", "w", userblock_size=4096) as file:
        units = file.create_group("units")
        units["spike_times"], units["spike_times_index"], units["id"] = TIMES, ends, np.array([3, 7])


def matlab_relatives():
    trains = cells(*(train.reshape(-1, 1) for train in TRAINS.values()))
    sparse = scipy.sparse.csc_matrix(np.eye(3))
    spikes = {"times": trains, "UID": np.array([[3.0, 7.0]])}
    scipy.io.savemat(OUT / "nested_v5.mat", {"session": {"data": {"spikes": spikes}}, "connected": sparse})
    scipy.io.savemat(OUT / "cells_of_cells_v5.mat", {"trains": cells(*(cells(train) for train in TRAINS.values()))})
    scipy.io.savemat(OUT / "cells_by_trial_v5.mat", {"trains": np.vstack([trains, trains])})
    units = np.array([(train, unit) for unit, train in TRAINS.items()], dtype=[("spike_times", "O"), ("id", "O")])
    scipy.io.savemat(OUT / "structures_v5.mat", {"units": units})
    fields = {"spiketimes": TIMES, "assigns": IDS, "trials": np.ones(6)}
    scipy.io.savemat(OUT / "fields_v5.mat", {"spikes": fields})
    scipy.io.savemat(OUT / "vectors_v4.mat", {"times": TIMES, "ids": IDS.astype("float64")}, format="4")
    # A structure of MATLAB that has the name of NWB's table of units.
    with h5py.File(OUT / "cellexplorer_v73.mat") as source, h5py.File(OUT / "units_v73.mat", "w") as file:
        source.copy("#refs#", file)
        group = file.create_group("units")
        group.attrs["MATLAB_class"] = np.bytes_("struct")
        pointers = np.empty((2, 1), dtype=h5py.ref_dtype)
        for k in range(2):
            pointers[k, 0] = file[f"#refs#/t{k}"].ref
        times = group.create_dataset("times", data=pointers, dtype=h5py.ref_dtype)
        times.attrs["MATLAB_class"] = np.bytes_("cell")
        uid = group.create_dataset("UID", data=np.array([[3.0], [7.0]]))
        uid.attrs["MATLAB_class"] = np.bytes_("double")


def numpy_relatives():
    np.save(OUT / "fields.npy", np.rec.fromarrays([IDS.astype(">i4"), TIMES], names="unit_id,time_s"))
    np.savez(OUT / "words.npz", times=TIMES, ids=np.array([f"u{unit}" for unit in IDS]))
    np.savez(OUT / "bytes.npz", times=TIMES, ids=np.array([f"u{unit}".encode() for unit in IDS]))
    np.savetxt(OUT / "savetxt_header.txt", np.column_stack([IDS, TIMES]), header="unit_id time_s")
    (OUT / "two_columns.npy.gz").write_bytes(gzip.compress((OUT / "two_columns.npy").read_bytes(), mtime=0))


def segments():
    import spikeinterface as si

    samples = np.round(TIMES * RATE).astype("int64")
    order = np.argsort(samples, kind="stable")
    first, units = samples[order], IDS[order]
    sorting = si.NumpySorting.from_samples_and_labels([first, first[:2]], [units, units[:2]], RATE)
    sorting.set_property("quality", np.array(["good", "mua"]))
    for form in ("numpy_folder", "npz_folder"):
        folder = OUT / f"spikeinterface_segments_{form}"
        shutil.rmtree(folder, ignore_errors=True)
        sorting.save(folder=folder, format=form)
        for extra in ("provenance.json", "si_folder.json", "npz.json"):
            (folder / extra).unlink(missing_ok=True)


def plain_arrays():
    with h5py.File(OUT / "plain.h5", "w") as file:
        file["spike_times"] = TIMES
        file["spike_clusters"] = IDS
    with h5py.File(OUT / "trains.h5", "w") as file:
        for unit in np.unique(IDS):
            file[f"unit_{unit}"] = TIMES[IDS == unit]
    np.savez(OUT / "trains.npz", **{f"unit_{unit}": TIMES[IDS == unit] for unit in np.unique(IDS)})


def doubts():
    """Unit numbers that repeat on each channel, times that begin again with each trial, NEST's events, padding."""
    channels, units = np.where(IDS == 3, 1, 9), np.ones_like(IDS)
    np.savez(OUT / "channel_unit.npz", times=TIMES, units=units, channels=channels)
    np.savez(OUT / "trials.npz", times=np.tile(TIMES, 2), units=np.tile(IDS, 2), trials=np.repeat([1, 2], len(TIMES)))
    np.savez(OUT / "counted.npz", times=np.arange(30) / 7, ids=np.arange(30))
    np.savez(OUT / "nest_events.npz", senders=IDS, times=TIMES * 1000)
    np.savez(OUT / "pynapple.npz", t=TIMES, index=IDS, keys=np.unique(IDS), start=[0.0], end=[4.0], type=["TsGroup"])
    aligned = np.zeros(len(TIMES), dtype=np.dtype([("unit_id", "i2"), ("w", "f4", (2,)), ("time_s", "f8")], align=True))
    aligned["unit_id"], aligned["time_s"] = IDS, TIMES
    np.save(OUT / "aligned.npy", aligned)
    vectors = {"time_s": TIMES, "unit": units, "channel": channels}
    scipy.io.savemat(OUT / "channel_unit_v5.mat", vectors)
    train = (np.arange(30) * np.pi * 10).astype("float32")
    scipy.io.savemat(OUT / "single_v5.mat", {"trains_s": cells(train, train + 1)})
    with h5py.File(OUT / "units_elsewhere.nwb", "w") as file:
        file.attrs["nwb_version"] = "2.6.0"
        file["processing/ecephys/sorted/spike_times"] = TIMES
    with h5py.File(OUT / "negative_end.nwb", "w") as file:
        units = file.create_group("units")
        units["spike_times"], units["spike_times_index"], units["id"] = TIMES, np.array([-1, 6]), np.array([3, 7])


def exported():
    """A variable for each unit, as Plexon's and NeuroExplorer's exports have it, and other vectors."""
    sigs = {f"sig00{k + 1}a": train.reshape(-1, 1) for k, train in enumerate(TRAINS.values())}
    others = {"Strobed": np.eye(2), "AD01_ts": np.zeros((1, 1)), "fs": RATE}
    scipy.io.savemat(OUT / "plexon_v5.mat", sigs | others)
    waves = {name + "_wf": np.ones((3, 4)) for name in sigs}
    scipy.io.savemat(OUT / "plexon_waves_v5.mat", sigs | waves | {name + "_wf_ts": sigs[name] for name in sigs})
    path = OUT / "plexon_v73.mat"
    with h5py.File(path, "w") as file:
        for name, train in sigs.items():
            file.create_dataset(name, data=train.reshape(1, -1)).attrs["MATLAB_class"] = np.bytes_("double")
    classes = np.column_stack([np.where(IDS == 3, 0, 7), TIMES * 1000])
    scipy.io.savemat(OUT / "wave_clus_v5.mat", {"cluster_class": classes, "par": {"sr": RATE}})


def neo_files():
    """Blocks of Neo: a train in milliseconds and one in seconds; two segments; trains with names."""
    import neo
    import quantities as pq

    def block(segments, names):
        made = neo.Block(name="dish")
        for index in range(segments):
            segment = neo.Segment(name=f"part {index}")
            units = ((pq.ms, 1000), (pq.s, 1))
            for (unit, train), (quantity, factor) in zip(TRAINS.items(), units):
                name = f"SU_{unit}" if names else None
                segment.spiketrains.append(neo.SpikeTrain(train * factor * quantity, t_stop=4.0 * pq.s, name=name))
            # Silent trains, so that the place of a train is not left to chance; one spike at the end.
            for k in range(3):
                segment.spiketrains.append(neo.SpikeTrain([] * pq.s, t_stop=4.0 * pq.s, name=f"silent {k}"))
            segment.spiketrains.append(neo.SpikeTrain([3.5] * pq.s, t_stop=4.0 * pq.s, name="last" if names else None))
            made.segments.append(segment)
        return made

    for suffix, segments, names in (("", 1, False), ("_names", 1, True), ("_segments", 2, False)):
        path = OUT / f"neo{suffix}.nix"
        path.unlink(missing_ok=True)
        with neo.NixIO(str(path), "ow") as out:
            out.write_block(block(segments, names))
        neo.NeoMatlabIO(str(OUT / f"neo{suffix}_v5.mat")).write_block(block(segments, names))


def arrays_of_electrodes():
    """HDF5 of MaxWell, 3Brain and SpyKING CIRCUS by their layouts: samples at 20 kHz, unit 3 on channel 30, 7 on 70."""
    samples, rate = np.round(TIMES * 20_000).astype("int64"), 20_000.0
    channels = IDS * 10
    order = np.argsort(samples, kind="stable")
    spikes = np.zeros(len(samples) + 1, dtype=[("frameno", "u8"), ("channel", "i4"), ("amplitude", "f4")])
    spikes["frameno"] = np.append(samples[order], 99)
    # A channel that is connected to no electrode.
    spikes["channel"] = np.append(channels[order], 90)
    mapping = np.zeros(3, dtype=[("channel", "i4"), ("electrode", "i4"), ("x", "f8"), ("y", "f8")])
    mapping["channel"], mapping["electrode"] = [30, 70, 90], [3, 7, -1]
    mapping["x"], mapping["y"] = [17.5, 35.0, 0], [52.5, 70.0, 0]
    with h5py.File(OUT / "maxwell_old.h5", "w") as file:
        file["version"] = np.array([b"20160704"])
        file["mapping"], file["proc0/spikeTimes"] = mapping, spikes
    with h5py.File(OUT / "maxwell_wells.h5", "w") as file:
        file["version"] = np.array([b"20190530"])
        for well in ("well000", "well001"):
            recording = file.create_group(f"wells/{well}/rec0000")
            recording["spikes"] = spikes
            recording["settings/mapping"], recording["settings/sampling"] = mapping, np.array([rate])
    with h5py.File(OUT / "brainwave3.bxr", "w") as file:
        file["3BResults/3BChEvents/SpikeTimes"] = samples[order]
        file["3BResults/3BChEvents/SpikeChIDs"] = IDS[order].astype("int32")
        file["3BRecInfo/3BRecVars/SamplingRate"] = np.array([rate])
    with h5py.File(OUT / "brainwave4.bxr", "w") as file:
        file.attrs["SamplingRate"] = rate
        file["Well_A1/SpikeTimes"], file["Well_A1/SpikeChIdxs"] = samples[order], IDS[order].astype("int32")
    with h5py.File(OUT / "circus.result.hdf5", "w") as file:
        for unit, train in TRAINS.items():
            file[f"spiketimes/temp_{unit}"] = np.round(train * 20_000).astype("uint32")
    for name, sampling in (("herding", 20_000), ("herding_no_rate", 0)):
        with h5py.File(OUT / f"{name}.hdf5", "w") as file:
            file["times"], file["cluster_id"], file["Sampling"] = samples[order], IDS[order], sampling
            file["centres"] = np.zeros((len(TRAINS), 2))
    with h5py.File(OUT / "sorted.kwik", "w") as file:
        file["channel_groups/0/spikes/time_samples"] = samples
        file["channel_groups/0/spikes/clusters/main"] = IDS
    with h5py.File(OUT / "mcs.h5", "w") as file:
        stream = file.create_group("Data/Recording_0/TimeStampStream/Stream_0")
        for k, train in enumerate(TRAINS.values()):
            stream[f"TimeStampEntity_{k}"] = np.round(train * 1e6).astype("int64").reshape(1, -1)


def mountainsort():
    from spikeinterface import NumpySorting
    from spikeinterface.extractors.mdaextractors import MdaSortingExtractor

    samples = np.round(TIMES * RATE).astype("int64")
    order = np.argsort(samples, kind="stable")
    sorting = NumpySorting.from_samples_and_labels([samples[order]], [IDS[order]], RATE)
    MdaSortingExtractor.write_sorting(sorting, str(OUT / "spikeinterface_firings.mda"))


def tables():
    """Parquet, with a row for each spike unless the name says otherwise."""
    import duckdb
    import pandas
    import polars
    import pyarrow
    import pyarrow.parquet

    frame = pandas.DataFrame({"unit_id": IDS, "spike_time_s": TIMES, "amplitude": TIMES * 7})
    frame.to_parquet(OUT / "pandas.parquet")
    table = pyarrow.Table.from_pandas(frame)
    forms = {
        "gzip": {"compression": "gzip", "row_group_size": 2},
        "zstd": {"compression": "zstd", "data_page_version": "2.0"},
        "lz4": {"compression": "lz4", "use_dictionary": False},
        "none": {
            "compression": "none",
            "use_dictionary": False,
            "column_encoding": {"unit_id": "DELTA_BINARY_PACKED", "spike_time_s": "BYTE_STREAM_SPLIT"},
        },
        "brotli": {"compression": "brotli"},
    }
    for name, options in forms.items():
        pyarrow.parquet.write_table(table, OUT / f"pyarrow_{name}.parquet", **options)
    polars.DataFrame({"id": IDS.astype("uint32"), "t_ms": TIMES * 1e3}).write_parquet(OUT / "polars.parquet")
    values = ", ".join(f"({unit}, {time})" for unit, time in zip(IDS, TIMES))
    duckdb.sql(f"SELECT * FROM (VALUES {values}) AS spikes(cluster, time_s)").write_parquet(str(OUT / "duckdb.parquet"))

    words = frame.assign(unit_id=pandas.Categorical([f"unit {unit}" for unit in IDS]))
    words.to_parquet(OUT / "pandas_words.parquet")
    # Rows without a unit or a time, and a channel of which one is not known.
    missing = frame.assign(channel=[3.0, 3.0, None, 7.0, 7.0, 7.0])
    missing = pandas.concat([missing, pandas.DataFrame({"unit_id": [3, None], "spike_time_s": [None, 4.0]})])
    missing.to_parquet(OUT / "pandas_missing.parquet")
    # Unit 3 on two channels, and a sample for each time.
    frame.assign(channel=[1, 2, 1, 7, 7, 7]).to_parquet(OUT / "pandas_channels.parquet")
    samples = np.round(TIMES * RATE).astype("int32")
    pandas.DataFrame({"unit": IDS, "t": samples}).to_parquet(OUT / "pandas_samples.parquet")
    trains = {"unit_id": list(TRAINS), "spike_times": list(TRAINS.values())}
    pandas.DataFrame(trains).to_parquet(OUT / "pandas_lists.parquet")
    dates = pandas.Timestamp("2026-01-01") + pandas.to_timedelta(TIMES, unit="s")
    pandas.DataFrame({"unit_id": IDS, "time": dates}).to_parquet(OUT / "pandas_dates.parquet")
    durations = pandas.DataFrame({"unit_id": IDS, "time": pandas.to_timedelta(TIMES, unit="s")})
    durations.to_parquet(OUT / "pandas_durations.parquet")
    frame.iloc[:0].to_parquet(OUT / "pandas_empty.parquet")
    # The metrics of an ALF folder, of clusters 0 to 2.
    metrics = {"cluster_id": [0, 1, 2], "label": [2 / 3, 1.0, None], "ks2_label": ["good", "good", "mua"]}
    pandas.DataFrame(metrics).to_parquet(OUT / "clusters.metrics.pqt")


def arrow_types():
    """Parquet with types that it does not have, and that it has but no long of Java holds."""
    import polars
    import pyarrow
    import pyarrow.parquet

    def write(name, **columns):
        pyarrow.parquet.write_table(pyarrow.table(columns), OUT / f"pyarrow_{name}.parquet")

    nanos = np.round(TIMES * 1e9).astype("int64")
    write("durations", unit_id=IDS, time=pyarrow.array(nanos, pyarrow.duration("ns")))
    lists = pyarrow.array([nanos[:3].tolist(), nanos[3:].tolist()], pyarrow.large_list(pyarrow.duration("ns")))
    write("duration_lists", unit_id=list(TRAINS), time=lists)
    frame = polars.DataFrame({"unit_id": IDS, "time": nanos // 1000})
    frame = frame.with_columns(polars.col("time").cast(polars.Duration("us")))
    frame.write_parquet(OUT / "polars_durations.parquet")
    lists = frame.group_by("unit_id", maintain_order=True).agg("time")
    lists.write_parquet(OUT / "polars_duration_lists.parquet")
    write("large_ids", unit_id=IDS.astype("uint64") + np.uint64(2**63), time_s=TIMES)


def second_looks():
    """Files that were tried when all others were read: links, repeated ids, half precision, parts in other files."""

    def link(path, *more):
        def replace(file):
            del file["units/spike_times"]
            file["units/trains"] = TIMES
            file["units/spike_times"] = h5py.SoftLink(path)
            for name, other in more:
                file[name] = h5py.SoftLink(other)

        return replace

    units("links_relative.nwb", link("./trains"))
    units("links_chain.nwb", link("/other/trains", ("other", "units")))
    units("links_circle.nwb", link("/units/again", ("units/again", "spike_times")))

    def circle(file):
        del file["units/spike_times"]
        file["units/spike_times"] = h5py.ExternalLink("links_circle_outside.nwb", "/units/spike_times")

    units("links_circle_outside.nwb", circle)

    def broken(file):
        file["absent"] = h5py.SoftLink("/nowhere")
        file["circle"] = h5py.SoftLink("/circle")

    units("links_broken_elsewhere.nwb", broken)

    def linked(column):
        def replace(file):
            if column in file["units"]:
                del file["units/" + column]
            file["units/" + column] = h5py.SoftLink("/nowhere")

        return replace

    units("links_broken_ids.nwb", linked("id"))
    units("links_broken_labels.nwb", linked("quality"))
    units("links_broken_intervals.nwb", linked("obs_intervals"))

    def milliseconds(file):
        file["units/spike_times"].attrs["unit"] = "milliseconds"

    units("milliseconds.nwb", milliseconds)

    def more_units(file):
        file["processing/ecephys/more/spike_times"] = TIMES

    units("more_units.nwb", more_units)

    def labels(file):
        file["units/group"] = np.array(["good", "mua"], dtype=h5py.string_dtype())
        file["units/quality"] = np.array(["good", "good"], dtype=h5py.string_dtype())

    units("labels_differ.nwb", labels)

    def few_labels(file):
        file["units/quality"] = np.array(["good"], dtype=h5py.string_dtype())

    units("labels_few.nwb", few_labels)

    import pyarrow as pa
    import pyarrow.parquet

    fields = pa.array([{"s": 0.5, "frame": 1}, {"s": 1.5, "frame": 2}])
    pa.parquet.write_table(pa.table({"unit": [1, 2], "time": fields}), OUT / "pyarrow_fields.parquet")

    with h5py.File(OUT / "user_block_8192.nwb", "w", userblock_size=8192) as file:
        file.attrs["nwb_version"] = "2.8.0"
        file["units/id"] = np.array(list(TRAINS))
        file["units/spike_times_index"] = np.array([3, 6])
        file["units/spike_times"] = TIMES
    with h5py.File(OUT / "links_broken_population.h5", "w") as file:
        file["spikes/cells/node_ids"] = np.array([3, 7])
        file["spikes/cells/timestamps"] = np.array([1.5, 2.5])
        file["spikes/cells/timestamps"].attrs["units"] = "ms"
        file["spikes/more"] = h5py.ExternalLink("absent.h5", "/spikes/more")
    for name in "names", "spikes":
        with h5py.File(OUT / f"links_broken_{name}.h5", "w") as file:
            for path, data in ("spikes", TIMES), ("sCount", [3, 3]), ("names", np.array([b"ch_12", b"ch_13"])):
                file[path] = h5py.SoftLink("/nowhere") if path == name else data

    def doubling(file):
        """Each link goes through the next twice, and so through the last 2^30 times."""
        for k in range(30):
            file[f"l{k}"] = h5py.SoftLink(f"/l{k + 1}/l{k + 1}")
        file["l30"] = h5py.SoftLink("/")
        file["trains"] = TIMES
        link("/l0/trains")(file)

    units("links_doubling.nwb", doubling)

    def outside(file):
        (OUT / "numbers.bin").write_bytes(TIMES.tobytes())
        del file["units/spike_times"]
        file["units"].create_dataset("spike_times", (6,), "f8", external=[("numbers.bin", 0, 48)])

    units("external_storage.nwb", outside)
    (OUT / "numbers.bin").unlink()

    def virtual(file):
        del file["units/spike_times"]
        layout = h5py.VirtualLayout((6,), "f8")
        layout[:] = h5py.VirtualSource("absent.h5", "times", (6,))
        file["units"].create_virtual_dataset("spike_times", layout)

    units("virtual.nwb", virtual)
    def replaced(file, name, data):
        del file[name]
        file[name] = data

    units("float_ends.nwb", lambda file: replaced(file, "units/spike_times_index", np.array([3.0, 6.0])))

    # Two probes, of which each has a unit of the same name.
    units("text_probes.nwb", lambda file: replaced(file, "units/id", np.array([b"a", b"a"])))
    # 40 times of one unit, saved with 16 bits, and 40 multiples of 1/16 s, which are exact in 16 bits.
    half = np.sort(np.random.default_rng(1).uniform(0, 100, 40)).astype("f2")
    units("half_precision.nwb", ids=(3,), ends=(40,), times=half)
    units("sixteenths.nwb", ids=(3,), ends=(40,), times=64 + np.arange(1, 80, 2) / 16)

    explorer = {"times": cells(*TRAINS.values())}
    scipy.io.savemat(OUT / "cellexplorer_probes_v5.mat", {"spikes": {**explorer, "UID": np.array([3, 3])}})
    scipy.io.savemat(OUT / "cellexplorer_ids_v5.mat", {"spikes": {**explorer, "UID": np.array([3, 7, 9])}})
    field_trip = {"label": cells("sc_1", "sc_1"), "time": explorer["times"]}
    scipy.io.savemat(OUT / "fieldtrip_probes_v5.mat", {"spike": field_trip})
    field_trip["label"] = cells("sc_1", "sc_2", "sc_3")
    scipy.io.savemat(OUT / "fieldtrip_labels_v5.mat", {"spike": field_trip})
    np.savez(OUT / "noise.npz", times=TIMES, ids=np.where(IDS == 7, -1, IDS))
    with zipfile.ZipFile(OUT / "packed_bzip2.npz", "w", zipfile.ZIP_BZIP2) as archive:
        for name, array in ("times", TIMES), ("ids", IDS):
            content = io.BytesIO()
            np.save(content, array)
            archive.writestr(name + ".npy", content.getvalue())


def third_looks():
    """Files that say a part of what they should: ends, intervals and links that do not fit; rows without a number."""
    import polars

    units("ends_down.nwb", ids=(3, 7, 9), ends=(3, 2, 6))
    units("ends_beyond.nwb", ends=(3, 60))
    units("ends_before.nwb", ends=(3, 5))
    units("ends_counts.nwb", ends=(3, 3))

    def intervals(*numbers):
        def write(file):
            file["units/obs_intervals"] = np.array(numbers)

        return write

    # Nothing was observed between 1.5 and 1.75 s.
    units("intervals_flat.nwb", intervals(0.0, 1.5, 1.75, 4.0))
    units("intervals_odd.nwb", intervals(0.0, 1.5, 1.75))
    units("intervals_triples.nwb", intervals((0.0, 1.5, 1.75), (1.75, 3.0, 4.0)))
    units("intervals_back.nwb", intervals((0.0, 1.5), (4.0, 1.75)))

    table = "general/extracellular_ephys/electrodes"

    def electrodes(broken):
        def write(file):
            file["units/electrodes"] = np.array([0, 1])
            for name, data in ("id", [11, 12]), ("x", [0.5, 1.5]), ("y", [7.0, 8.0]), ("z", [0.0, 3.0]):
                file[f"{table}/{name}"] = np.array(data)
            if broken:
                del file[broken]
                file[broken] = h5py.ExternalLink("absent.nwb", broken)

        return write

    units("electrodes.nwb", electrodes(None))
    units("links_broken_position.nwb", electrodes(table + "/x"))
    units("links_broken_electrodes.nwb", electrodes(table))
    units("links_broken_ephys.nwb", electrodes("general/extracellular_ephys"))

    def alias(file):
        file.require_group("processing/ecephys")["units"] = file["units"]

    units("units_alias.nwb", alias)

    # A file that was cut off before its 80 MB of times, of which none was written.
    def reserved(file):
        del file["units/spike_times"]
        how = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        how.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        how.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
        space = h5py.h5s.create_simple((10_000_000,))
        h5py.h5d.create(file["units"].id, b"spike_times", h5py.h5t.IEEE_F64LE, space, how)

    units("cut_times.nwb", reserved)
    with open(OUT / "cut_times.nwb", "r+b") as file:
        file.truncate(12288)

    # What is not a number is no null in polars.
    times = np.append(TIMES, [np.nan, 4.0])
    polars.DataFrame({"id": np.append(IDS, [3.0, np.nan]), "t_s": times}).write_parquet(OUT / "polars_nan.parquet")

    with h5py.File(OUT / "circle_v73.mat", "w") as file:
        for name, data in ("unit", IDS.astype("f8")), ("t", TIMES):
            file[f"rig/{name}"] = data.reshape(-1, 1)
            file[f"rig/{name}"].attrs["MATLAB_class"] = np.bytes_("double")
        file["rig"].attrs["MATLAB_class"] = np.bytes_("struct")
        file["rig/rig"] = file["rig"]


FIRST = (nwb, spikeinterface, hdf5, cultures, matlab, numpy_files)
RELATIVES = (links, matlab_relatives, numpy_relatives, segments, plain_arrays, doubts, exported)
LABORATORIES = (neo_files, arrays_of_electrodes, mountainsort)
LAST = (tables, arrow_types, second_looks, third_looks)
OUT.mkdir(parents=True, exist_ok=True)
ONLY = {"--relatives": RELATIVES, "--laboratories": LABORATORIES, "--tables": (tables,), "--arrow": (arrow_types,)}
ONLY |= {"--second-looks": (second_looks,), "--third-looks": (third_looks,)}
for write in next((ONLY[word] for word in sys.argv if word in ONLY), FIRST + RELATIVES + LABORATORIES + LAST):
    write()
