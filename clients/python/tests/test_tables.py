"""The connectome that `hebb export` writes as Parquet and NWB, opened with pandas and pynwb."""

import io
import subprocess

import pytest

h5py = pytest.importorskip("h5py")
pandas = pytest.importorskip("pandas")
pynwb = pytest.importorskip("pynwb")
pytest.importorskip("pyarrow")


@pytest.fixture
def nwb(export, tmp_path):
    """Exports an NWB file, and returns its path and content."""

    def run(*options: str):
        path = tmp_path / "dish.nwb"
        export("--format", "nwb", "--out", str(path), *options)
        return path, pynwb.NWBHDF5IO(path, "r").read()

    return run


def test_pandas_reads_parquet(export):
    csv = pandas.read_csv(io.BytesIO(export("--format", "csv")))
    frame = pandas.read_parquet(io.BytesIO(export("--format", "parquet")))
    assert frame.dtypes[["pre", "lag_us", "formed_at", "weight"]].astype(str).tolist() == [
        "int32", "int32", "int64", "float64"]
    pandas.testing.assert_frame_equal(frame, csv, check_dtype=False)
    assert frame[["pre", "post", "post_name", "post_y"]].values.tolist() == [[0, 1, "unit b", -20.0]]


def test_pynwb_reads_and_validates_nwb(export, nwb):
    csv = pandas.read_csv(io.BytesIO(export("--format", "csv")))
    path, content = nwb()
    assert pynwb.validate(path=path) == []
    synapses = content.processing["connectome"]["synapses"]
    frame = pandas.DataFrame({name: synapses[name].data[:] for name in csv.columns}).replace("", None)
    pandas.testing.assert_frame_equal(frame, csv, check_dtype=False)
    assert "in microseconds" in synapses["lag_us"].description
    units = content.units.to_dataframe()
    assert units.index.tolist() == [0, 1]
    assert units.loc[1, ["unit_name", "electrode", "x", "y"]].tolist() == ["unit b", "17", 10.5, -20.0]
    for end in ("pre", "post"):
        region = synapses[f"{end}_unit"]
        assert region.table is content.units
        assert units.index[region.data[:]].tolist() == synapses[end].data[:].tolist()


def test_the_tables_of_an_earlier_time(export, nwb):
    formed = int(pandas.read_csv(io.BytesIO(export("--format", "csv")))["formed_at"].iloc[0])
    for at, rows in ((formed - 1, 0), (formed, 1)):
        frame = pandas.read_parquet(io.BytesIO(export("--format", "parquet", "--at", str(at))))
        path, content = nwb("--at", str(at))
        assert pynwb.validate(path=path) == []
        assert len(frame) == len(content.processing["connectome"]["synapses"]) == rows
        assert str(at) in content.session_description


def test_a_full_disk_is_an_error(export):
    for form in ("parquet", "nwb"):
        with pytest.raises(subprocess.CalledProcessError) as failed:
            export("--format", form, "--out", "/dev/full")
        assert failed.value.returncode == 1
        assert b"cannot write /dev/full" in failed.value.stderr


def test_text_in_the_file_is_of_variable_length(nwb):
    path, _ = nwb()
    with h5py.File(path) as file:
        assert h5py.check_string_dtype(file["units/unit_name"].dtype) == ("utf-8", None)
