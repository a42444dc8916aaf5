"""Charts of the workbook: over live cells, with true stored figures, without a word of English."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from iki_desktop.core.records import Kelas, PengaturanCapaian, TataLetak
from iki_desktop.core.snapshot import Snapshot, hitung_dokumen
from iki_desktop.export.xlsx import tulis_laporan_xlsx, tulis_xlsx
from iki_desktop.naskah.laporan import susun_laporan
from tests.export.test_xlsx_buku import ATURAN, PROFIL, Kantor, kantor_besar
from tests.naskah.kantor_laporan import terisi
from tests.naskah.kantor_naskah import JAHAT, jabatan, sasaran, snapshot, snapshot_data
from tests.naskah.test_ringkasan_naskah import berangka, kantor

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def grafik(berkas: Path) -> list[Any]:
    """The chart parts of a workbook, in their order."""
    with ZipFile(berkas) as isi:
        nama = [n for n in isi.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", n)]
        urut = sorted(nama, key=lambda n: int(re.sub(r"\D", "", n)))
        return [ET.fromstring(isi.read(n)) for n in urut]


def judul(satu: Any) -> str:
    return "".join(t.text for t in satu.find(f"{C}chart/{C}title").iter(f"{A}t"))


def tersimpan(satu: Any) -> dict[str, list[tuple[int, float]]]:
    """The stored figures of each series that has any, by its name."""
    hasil = {}
    for seri in satu.iter(f"{C}ser"):
        nama = seri.find(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v").text
        titik = seri.findall(f"{C}val/{C}numRef/{C}numCache/{C}pt")
        if titik:
            hasil[nama] = [(int(t.get("idx")), float(t.find(f"{C}v").text)) for t in titik]
    return hasil


def tulisan(satu: Any) -> list[str]:
    seri = next(satu.iter(f"{C}ser"))
    return [v.text for v in seri.findall(f"{C}cat/{C}strRef/{C}strCache/{C}pt/{C}v")]


def tulis(snap: Snapshot, folder: Path, triwulan: int | None = None) -> Path:
    berkas = folder / "buku kerja.xlsx"
    tulis_xlsx(snap, berkas, triwulan=triwulan)
    return berkas


def rentang(berkas: Path) -> Iterator[tuple[str, list[Any]]]:
    """Each range that a chart names, and what its cells hold as stored."""
    buku = load_workbook(berkas, data_only=True)
    for satu in grafik(berkas):
        for f in satu.iter(f"{C}f"):
            lembar, alamat = f.text.replace("$", "").rsplit("!", 1)
            ws = buku[lembar.strip("'")]
            sel = ws[alamat] if ":" in alamat else ((ws[alamat],),)
            yield f.text, [c.value for baris in sel for c in baris]


# --- what they say --------------------------------------------------------------------------------


def test_each_bar_stands_in_the_series_of_its_class(tmp_path: Path) -> None:
    snap = kantor(("80", "95"), (None, "70"), ("0", None), ("260", "260"))
    triwulan, per_jabatan = grafik(tulis(snap, tmp_path))
    assert (judul(triwulan), judul(per_jabatan)) == (
        "Capaian tiap triwulan",
        "Capaian per jabatan, Setahun 2026",
    )
    (berkas,) = (tulis(snap, tmp_path, 1),)
    (satu,) = grafik(berkas)
    assert judul(satu) == "Capaian per jabatan, Triwulan I 2026"
    # 260 % ends at the edge of the scale; what is empty has no point at all
    assert tersimpan(satu) == {
        "Tinggi": [(0, 80.0)],
        "Sangat Rendah": [(2, 0.0)],
        "Sangat Tinggi": [(3, 200.0)],
    }
    assert tulisan(satu) == [
        "Jabatan 1\n80,00 % Tinggi",
        "Jabatan 2\nbelum ada",
        "Jabatan 3\n0,00 % Sangat Rendah",
        "Jabatan 4\n260,00 % Sangat Tinggi (batang dipotong)",
    ]


def test_stored_words_and_figures_are_those_of_the_cells(tmp_path: Path) -> None:
    berkas = tulis(kantor_besar(ATURAN[1], 7), tmp_path)
    acuan = [a for satu in grafik(berkas) for a in satu.iter() if a.tag in (f"{C}strRef", f"{C}numRef")]
    semua = {a.find(f"{C}f").text: a for a in acuan}
    for alamat, isi in rentang(berkas):
        simpanan = next(s for s in semua[alamat] if s.tag.endswith("Cache"))
        banyak = int(simpanan.find(f"{C}ptCount").get("val"))
        ada = {int(t.get("idx")): t.find(f"{C}v").text for t in simpanan.findall(f"{C}pt")}
        assert banyak == len(isi)
        for nomor, nilai in enumerate(isi):
            if isinstance(nilai, int | float):
                assert float(ada[nomor]) == pytest.approx(nilai)
            elif nilai:
                assert ada[nomor].replace("\r", "") == nilai
            else:
                assert nomor not in ada


def test_bars_of_a_real_office_are_cores_figures(tmp_path: Path) -> None:
    snap = Kantor(random.Random(3)).isi(snapshot_data("biatan"))
    satu = grafik(tulis(snap, tmp_path, 2))[0]
    hasil = hitung_dokumen(snap, 2)
    titik = {n: (nama, nilai) for nama, semua in tersimpan(satu).items() for n, nilai in semua}
    for nomor, angka in enumerate(j.hasil for j in hasil.jabatan):
        if angka.capaian is None:
            assert nomor not in titik
        else:
            terpotong = min(max(float(snap.aturan.tampil(angka.capaian)), 0.0), 200.0)
            assert titik[nomor][0] == angka.kategori
            assert titik[nomor][1] == pytest.approx(terpotong)


def test_a_capaian_below_the_scale_has_a_bar_too(tmp_path: Path) -> None:
    skala = PengaturanCapaian(skala=(Kelas("Baik", Decimal(50)), Kelas("Baik", Decimal(40))))
    snap = kantor(("60",), ("45",), ("10",))
    snap = replace(snap, dokumen=replace(snap.dokumen, capaian=skala))
    satu = grafik(tulis(snap, tmp_path, 1))[0]
    assert tersimpan(satu) == {"Baik": [(0, 60.0), (1, 45.0)], "Tanpa kategori": [(2, 10.0)]}
    assert tulisan(satu)[2] == "Jabatan 3\n10,00 %"


def test_a_long_scale_still_has_its_sheet(tmp_path: Path) -> None:
    skala = tuple(Kelas(f"Kelas {n}", Decimal(n)) for n in range(40))
    snap = kantor(("60",), ("38",))
    snap = replace(snap, dokumen=replace(snap.dokumen, capaian=PengaturanCapaian(skala=skala)))
    assert tersimpan(grafik(tulis(snap, tmp_path, 1))[0]) == {
        "Kelas 39": [(0, 60.0)],
        "Kelas 38": [(1, 38.0)],
    }


def test_many_posts_share_charts_that_stay_on_a_page(tmp_path: Path) -> None:
    snap = kantor(*(("90",) for _ in range(47)))
    berkas = tulis(snap, tmp_path, 1)
    semua = grafik(berkas)
    assert [judul(g).partition(" (")[2] for g in semua] == [
        "1–16 dari 47)",
        "17–32 dari 47)",
        "33–47 dari 47)",
    ]
    ws: Any = load_workbook(berkas)["Grafik"]
    assert len(ws._charts) == 3
    assert len(ws.row_breaks.brk) == 2
    jangkar = [g.anchor._from.row + 1 for g in ws._charts]
    assert [b.id + 1 for b in ws.row_breaks.brk] == jangkar[1:]
    assert ws.page_setup.orientation == "portrait"
    assert ws.print_title_rows is None


def test_a4_holds_less(tmp_path: Path) -> None:
    snap = kantor(*(("90",) for _ in range(15)))
    kertas = {}
    for nama in ("F4", "A4"):
        dokumen = replace(snap.dokumen, tata_letak=TataLetak(kertas=nama))
        buku = load_workbook(tulis(replace(snap, dokumen=dokumen), tmp_path))
        kertas[nama] = len(buku["Grafik"].row_breaks.brk)
    assert kertas == {"F4": 0, "A4": 1}


def test_nothing_to_draw_has_no_sheet(tmp_path: Path) -> None:
    assert grafik(tulis(snapshot(), tmp_path)) == []
    tulis_laporan_xlsx("ringkasan", snapshot(), tmp_path / "l.xlsx", triwulan=None)
    assert load_workbook(tmp_path / "l.xlsx").sheetnames == ["Ringkasan"]


@pytest.mark.parametrize("nama", [JAHAT, "=1+1", "x" * 6_000, "", "baris\nbaris", "😀" * 200])
def test_any_name_is_drawn(nama: str, tmp_path: Path) -> None:
    snap = snapshot(jabatan(nama, sasaran("s", berangka("a", "50"))))
    satu = grafik(tulis(snap, tmp_path, 1))[0]
    (teks,) = tulisan(satu)
    assert teks.endswith("\n50,00 % Sangat Rendah")
    assert len(teks) < 150


def test_no_word_is_english(tmp_path: Path) -> None:
    berkas = tulis(kantor(("80", "95")), tmp_path)
    with ZipFile(berkas) as isi:
        bagian = [
            isi.read(n).decode() for n in isi.namelist() if n.startswith(("xl/charts", "xl/drawings/d"))
        ]
    utuh = "".join(bagian)
    assert not re.search(r"Series|Chart Title|Axis Title|name=\"Chart", utuh)
    assert utuh.count('name="Grafik ') == 2
    assert utuh.count('<delete val="0"') == utuh.count("<delete") == 4
    assert "<a:t/>" not in utuh


# --- a report -------------------------------------------------------------------------------------


@pytest.mark.parametrize("periode", [2, None])
def test_a_report_draws_the_bars_of_its_paper(periode: int | None, tmp_path: Path) -> None:
    snap, dahulu = terisi(snapshot_data("biatan")), terisi(snapshot_data("biatan"), 9)
    dahulu = replace(dahulu, dokumen=replace(dahulu.dokumen, tahun=snap.dokumen.tahun - 1))
    berkas = tmp_path / "laporan.xlsx"
    tulis_laporan_xlsx("ringkasan", snap, berkas, triwulan=periode, lalu=(dahulu,))
    semua = susun_laporan("ringkasan", snap, triwulan=periode, lalu=(dahulu,))[0].grafik
    for satu, harus in zip(grafik(berkas), semua, strict=True):
        assert judul(satu) == harus.judul
        for teks, batang in zip(tulisan(satu), harus.batang, strict=True):
            angka = batang.angka.replace(".", "")
            lewat = " (batang dipotong)" if batang.nilai and batang.nilai > harus.ujung else ""
            assert teks.split("\n") == [batang.nama, f"{angka} {batang.kata}".strip() + lewat]
        titik = {n: nama for nama, isi in tersimpan(satu).items() for n, _ in isi}
        assert titik == {n: b.kata for n, b in enumerate(harus.batang) if b.nilai is not None}


def test_a_recap_with_charts_has_one_sheet_for_them(tmp_path: Path) -> None:
    berkas = tmp_path / "rekap.xlsx"
    tulis_laporan_xlsx("rekap", kantor(("80",)), berkas, triwulan=1, grafik=True)
    assert load_workbook(berkas).sheetnames == ["Rekap", "Grafik"]
    assert len(grafik(berkas)) == 2
    tulis_laporan_xlsx("rekap", kantor(("80",)), berkas, triwulan=1)
    assert load_workbook(berkas).sheetnames == ["Rekap"]


# --- it lives -------------------------------------------------------------------------------------


def test_an_entry_moves_its_bar(tmp_path: Path) -> None:
    """Change a realisasi in the workbook; LibreOffice recomputes, and the bar changes length and class."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    berkas = tulis(kantor(("80",), ("90",), (None,)), tmp_path, 1)
    buku = load_workbook(berkas)
    ws: Any = buku["TW I"]
    isian = [c for c in ws["D"][4:] if not c.protection.locked]
    assert [c.value for c in isian] == [80, 90, None]
    isian[0].value, isian[2].value = 40, 100
    buku.save(tmp_path / "diubah.xlsx")
    profil = tmp_path / "profil" / "user"
    profil.mkdir(parents=True)
    (profil / "registrymodifications.xcu").write_text(PROFIL, encoding="utf-8")
    perintah = [
        soffice,
        f"-env:UserInstallation={profil.parent.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*perintah, "--outdir", str(tmp_path / "ulang"), str(tmp_path / "diubah.xlsx")],
        check=True,
        capture_output=True,
    )
    data = load_workbook(tmp_path / "ulang" / "diubah.xlsx", data_only=True)["Grafik"]
    teks = {c.value for c in data["F"] if c.value}
    assert {"Jabatan 1\n40,00 % Sangat Rendah", "Jabatan 3\n100,00 % Sangat Tinggi"} <= teks
    kepala = {c.value: c.column for c in data[4] if c.value}
    baris = next(c.row for c in data["F"] if c.value and c.value.startswith("Jabatan 1"))
    assert data.cell(baris, kepala["Sangat Rendah"]).value == 40
    assert not data.cell(baris, kepala["Tinggi"]).value
