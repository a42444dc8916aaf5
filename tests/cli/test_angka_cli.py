"""The figures on the command line, for programs and for people."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from tests.cli.kantor import Jalan, minimal, tulis


def objek(isi: Any, *, kunci: str = "") -> list[tuple[str, Any]]:
    """Every leaf of a tree with the name it stands under."""
    if isinstance(isi, dict):
        return [daun for k, n in isi.items() for daun in objek(n, kunci=k)]
    if isinstance(isi, list):
        return [daun for n in isi for daun in objek(n, kunci=kunci)]
    return [(kunci, isi)]


@pytest.mark.parametrize("triwulan", [None, 1, 2, 3, 4])
def test_every_figure_is_what_the_workspace_computes(
    jalan: Jalan, contoh: Path, triwulan: int | None
) -> None:
    pilihan = () if triwulan is None else ("--triwulan", triwulan)
    kode, keluar, galat = jalan("capaian", contoh, "--json", *pilihan)
    assert (kode, galat) == (0, "")
    isi = json.loads(keluar)
    with Berkas.buka(contoh) as berkas:
        ruang = Workspace(berkas, berkas.muat())
    arsip = ruang.arsip
    dokumen = arsip.dokumen(arsip.kecamatan()[0].id)[0]
    assert list(isi) == ["tahun", "triwulan", "kecamatan", "jabatan"]
    assert (isi["tahun"], isi["triwulan"]) == (2026, triwulan)
    assert sama(isi["kecamatan"]["capaian"], ruang.hasil(dokumen.id, triwulan).capaian)
    for j, satu in zip(arsip.jabatan(dokumen.id), isi["jabatan"], strict=True):
        hasil = ruang.hasil(j.id, triwulan)
        assert (satu["nama"], satu["terisi"], satu["jumlah"]) == (j.nama, hasil.terisi, hasil.jumlah)
        assert sama(satu["capaian"], hasil.capaian)
        for s, dua in zip(arsip.sasaran(j.id), satu["sasaran"], strict=True):
            assert dua["teks"] == s.teks
            assert sama(dua["capaian"], ruang.hasil(s.id, triwulan).capaian)
            for i, tiga in zip(arsip.indikator(s.id), dua["indikator"], strict=True):
                h = ruang.hasil_indikator(i.id, triwulan)
                assert (tiga["teks"], tiga["satuan"], tiga["kategori"]) == (i.teks, i.satuan, h.kategori)
                assert all(sama(tiga[k], getattr(h, k)) for k in ("target", "realisasi", "capaian"))
                assert [f["jenis"] for f in tiga["formulasi"]] == [f.jenis for f in arsip.formulasi(i.id)]
                assert all(
                    sama(f["realisasi"], n.nilai) for f, n in zip(tiga["formulasi"], h.formulasi, strict=True)
                )


def sama(teks: str | None, angka: Decimal | None) -> bool:
    if teks is None or angka is None:
        return teks is None is angka
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", teks)
    return abs(Decimal(teks) - angka) <= abs(angka) * Decimal("1e-27")


def test_figures_keep_their_digits(jalan: Jalan, tmp_path: Path) -> None:
    def indikator(nilai: str, target: str) -> dict[str, Any]:
        return {
            "teks": "i",
            "target": {"tahun": f"ANGKA{target}"},
            "formulasi": [{"jenis": "nilai", "realisasi": [{"nilai": f"ANGKA{nilai}"}, None, None, None]}],
        }

    semua = [indikator("1", "3"), indikator("1e25", "1"), indikator("123456789012345678901234567.891", "1"),
             indikator("-0.50", "-0.0"), indikator("1E-20", "1")]  # fmt: skip
    isi = minimal({"tahun": 2026, "jabatan": [{"nama": "j", "sasaran": [{"teks": "s", "indikator": semua}]}]})
    (tmp_path / "a.json").write_text(re.sub(r'"ANGKA([^"]*)"', r"\1", json.dumps(isi)), encoding="utf-8")
    assert jalan("impor", "a.json", "a.iki")[0] == 0
    hasil = json.loads(jalan("capaian", "a.iki", "--json")[1])["jabatan"][0]["sasaran"][0]["indikator"]
    assert [h["realisasi"] for h in hasil] == [
        "1", "1" + "0" * 25, "123456789012345678901234567.891", "-0.5", "0." + "0" * 19 + "1",
    ]  # fmt: skip
    assert hasil[0]["capaian"] == "33.33333333333333333333333333"
    assert (hasil[3]["target"], hasil[3]["capaian"], hasil[3]["kategori"]) == ("0", None, None)
    untuk_orang = jalan("capaian", "a.iki")[1]
    assert "123.456.789.012.345.678.901.234.567,89" in untuk_orang


def test_a_half_is_rounded_up_as_everywhere_else(jalan: Jalan, tmp_path: Path) -> None:
    indikator = {
        "teks": "Nilai",
        "target": {"tahun": 100},
        "formulasi": [{"jenis": "nilai", "realisasi": [{"nilai": 82.125}, None, None, None]}],
    }
    jabatan = {"nama": "j", "sasaran": [{"teks": "s", "indikator": [indikator]}]}
    sumber = tulis(tmp_path / "a.json", minimal({"tahun": 2026, "jabatan": [jabatan]}))
    assert jalan("impor", sumber, "a.iki")[0] == 0
    baris = next(b for b in jalan("capaian", "a.iki")[1].splitlines() if b.startswith("  Nilai"))
    assert baris.split()[1:4] == ["100", "82,13", "82,13"]


def test_the_figures_for_people(jalan: Jalan, contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    kode, keluar, _ = jalan("capaian", contoh, "--triwulan", "1")
    assert kode == 0
    baris = keluar.splitlines()
    assert baris[:2] == ["Kecamatan Biatan, Kabupaten Berau", "Tahun 2026, Triwulan I"]
    assert baris[2] == "Capaian: 103,19 % (Sangat Tinggi), terisi 42 dari 45"
    assert (
        "  Nilai Survei Kepuasan Masyarakat Kecamatan             85        84,25     99,12 % Sangat Tinggi"
        in baris
    )
    assert max(map(len, baris)) <= 100
    assert "Setahun" in jalan("capaian", contoh)[1]
    assert "belum ada, terisi 0 dari 45" in jalan("capaian", contoh, "--triwulan", "4")[1]
    assert "Tahun 2026, s.d. Triwulan II" in jalan("capaian", contoh, "--sampai", "2")[1]
    isi = json.loads(jalan("capaian", contoh, "--sampai", "2", "--json")[1])
    assert (isi["triwulan"], isi["sampai"]) == (None, 2)
    assert jalan("capaian", contoh, "--sampai", "2", "--triwulan", "2")[0] == 2


def test_a_workbook_up_to_a_quarter(jalan: Jalan, contoh: Path, tmp_path: Path) -> None:
    assert jalan("ekspor", contoh, tmp_path / "a.xlsx", "--sampai", "2")[0] == 0
    assert load_workbook(tmp_path / "a.xlsx").sheetnames[:5] == [
        "IKI",
        "TW I",
        "TW II",
        "S.d. TW II",
        "Rekap",
    ]
    assert "--sampai tidak berpengaruh" in jalan("ekspor", contoh, tmp_path / "a.json", "--sampai", "2")[2]


def test_text_from_elsewhere_cannot_move_the_cursor(jalan: Jalan, tmp_path: Path) -> None:
    jahat = "a\x1b[2J\x07\u202e\nb"
    indikator = {"teks": jahat, "target": {"tahun": 1}}
    jabatan = {"nama": jahat, "sasaran": [{"teks": jahat, "indikator": [indikator]}]}
    sumber = tulis(tmp_path / "a.json", minimal({"tahun": 2026, "jabatan": [jabatan]}, nama=jahat))
    kode, keluar, _ = jalan("impor", sumber, "a.iki")
    assert kode == 0
    keluar += jalan("capaian", "a.iki")[1] + jalan("capaian", "a.iki", "--kecamatan", "\x1b[2J")[2]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", keluar)
    isi = json.loads(jalan("capaian", "a.iki", "--json")[1])
    assert isi["kecamatan"]["nama"] == jahat
