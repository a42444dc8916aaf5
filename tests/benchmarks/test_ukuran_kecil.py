"""Each benchmark runs, at the smallest size: what nobody runs for months must not rot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMA, main
from benchmarks.kantor import Ukuran, isi_berkas
from benchmarks.ukur import Baris, Lembar, persentil
from iki_desktop.core.records import Formulasi, Realisasi


@pytest.mark.parametrize("nama", NAMA)
def test_a_benchmark_tells_its_numbers(
    nama: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main([nama, "--kecil", "--folder", str(tmp_path), "--json", str(tmp_path / "ukuran.json")]) == 0
    lembar = json.loads((tmp_path / "ukuran.json").read_text(encoding="utf-8"))["ukuran"]
    baris = [b for satu in lembar for b in satu["baris"]]
    assert {satu["nama"] for satu in lembar} == {nama}
    assert all(b["ms"] and min(b["ms"]) >= 0 for b in baris)
    assert all(b["rasio"] > 0 for b in baris if b["lantai"])
    assert [b["apa"] for b in baris if b["apa"].startswith("lantai")]
    tabel = capsys.readouterr().out
    assert all(b["apa"] in tabel for b in baris)


def test_synthetic_offices_are_as_large_as_asked_and_the_same_each_time() -> None:
    ukuran = Ukuran(kecamatan=2, jabatan=5, sasaran=2, indikator=3, triwulan=3)
    records = isi_berkas(ukuran)
    assert sum(isinstance(r, Formulasi) for r in records) == ukuran.jumlah_indikator == 60
    assert sum(isinstance(r, Realisasi) for r in records) == 180
    assert records == isi_berkas(ukuran)
    assert records != isi_berkas(ukuran, benih=7)


def test_percentiles_are_durations_that_occurred() -> None:
    assert [persentil([4, 1, 3, 2], p) for p in (1, 25, 50, 51, 99, 100)] == [1, 1, 2, 3, 4, 4]


def test_a_ratio_is_of_medians() -> None:
    lembar = Lembar("x", "", (Baris("lantai", (1.0, 2.0, 9.0)), Baris("kita", (3.0, 99.0, 3.0), "lantai")))
    assert [lembar.rasio(b) for b in lembar.baris] == [None, 1.5]
