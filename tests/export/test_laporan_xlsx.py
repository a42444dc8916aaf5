"""Reports as workbooks: the figures of the paper as numbers, texts as texts, pages as real forms are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from iki_desktop.core.errors import ExportError, IkiError
from iki_desktop.core.records import TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import Sampai
from iki_desktop.export.xlsx import tulis_laporan_xlsx
from iki_desktop.export.xlsx.lembar_grafik import NAMA_LEMBAR
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.naskah.laporan import JENIS_LAPORAN, susun_laporan
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Nilai, teks_nilai
from tests.naskah.kantor_laporan import kantor_bentuk, kantor_berkata, terisi
from tests.naskah.kantor_naskah import (
    JAHAT,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    sasaran,
    snapshot,
    snapshot_data,
)

TABEL = [jenis for jenis, laporan in JENIS_LAPORAN.items() if not laporan.isian]
"""Kinds whose workbook holds the tables of the paper; that of a form is filled in."""


def kantor(nama: str) -> Snapshot:
    return terisi(kantor_ekstrem() if nama == "ekstrem" else snapshot_data(nama))


def tulis(jenis: str, snap: Snapshot, folder: Path, **pilihan: Any) -> Any:
    berkas = folder / "laporan.xlsx"
    tulis_laporan_xlsx(jenis, snap, berkas, triwulan=pilihan.pop("triwulan", None), **pilihan)
    return openpyxl.load_workbook(berkas)


def tabel(buku: Any) -> list[Any]:
    """The sheets with tables: all but that of the charts."""
    return [ws for ws in buku.worksheets if ws.title != NAMA_LEMBAR]


def nilai_pohon(baris: tuple[Baris, ...]) -> Iterator[Nilai]:
    for satu in baris:
        yield from (n for n in satu.sel if teks_nilai(n))
        yield from nilai_pohon(satu.anak)


def isi_tabel(ws: Any, bagian: Bagian) -> list[Any]:
    """The values under the headings, as far as the table goes."""
    awal = int(ws.print_title_rows.split("$")[-1]) + 1
    banyak = sum(map(tinggi, bagian.baris))
    return [c.value for baris in ws.iter_rows(awal, awal + banyak - 1) for c in baris if c.value is not None]


def tinggi(baris: Baris) -> int:
    return sum(map(tinggi, baris.anak)) or 1


@pytest.mark.parametrize("periode", [None, 2])
@pytest.mark.parametrize("nama", ["biatan", "ekstrem"])
@pytest.mark.parametrize("jenis", TABEL)
def test_cells_are_the_contents_of_the_report(
    jenis: str, nama: str, periode: int | None, tmp_path: Path
) -> None:
    snap = kantor(nama)
    buku = tulis(jenis, snap, tmp_path, triwulan=periode, penjelasan=True)
    semua = susun_laporan(jenis, snap, triwulan=periode, penjelasan=True)
    for ws, bagian in zip(tabel(buku), semua, strict=True):
        harus = sorted(map(str, map(harusnya, nilai_pohon(bagian.baris))))
        assert sorted(str(polos(isi)) for isi in isi_tabel(ws, bagian)) == harus
        assert all(c.data_type != "f" for baris in ws.iter_rows() for c in baris)
        teks = {c.value for baris in ws.iter_rows() for c in baris if isinstance(c.value, str)}
        assert set(bagian.catatan) <= teks


def harusnya(nilai: Nilai) -> str | float:
    return float(nilai.nilai) if isinstance(nilai, Angka) else isi_sel(teks_nilai(nilai))


def polos(isi: Any) -> str | float:
    return isi if isinstance(isi, str) else float(isi)


@pytest.mark.parametrize("jenis", TABEL)
def test_pages_are_those_of_real_forms(jenis: str, tmp_path: Path) -> None:
    for ws in tabel(tulis(jenis, kantor("biatan"), tmp_path)):
        assert ws.page_setup.paperSize == 14
        assert ws.page_setup.orientation == ("landscape" if JENIS_LAPORAN[jenis].mendatar else "portrait")
        assert (ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == (1, 0)
        assert ws.print_title_rows
        assert ws.freeze_panes == f"A{int(ws.print_title_rows.split('$')[-1]) + 1}"


def test_an_office_that_prints_on_a4(tmp_path: Path) -> None:
    snap = snapshot(jabatan("Camat"), tata_letak=TataLetak(kertas="A4"))
    assert tulis("rekap", snap, tmp_path).worksheets[0].page_setup.paperSize == 9


def test_figures_show_the_decimals_of_the_paper(tmp_path: Path) -> None:
    snap = kantor("biatan")
    (ws,) = tulis("esakip", snap, tmp_path).worksheets
    (bagian,) = susun_laporan("esakip", snap, triwulan=None)
    angka = [n for n in nilai_pohon(bagian.baris) if isinstance(n, Angka)]
    awal = int(ws.print_title_rows.split("$")[-1]) + 1
    sel = [c for baris in ws.iter_rows(awal) for c in baris if isinstance(c.value, int | float)]
    assert len(angka) == len(sel) > 20
    for satu, c in zip(angka, sel, strict=True):
        desimal = len(c.number_format.partition(".")[2].rstrip("_)"))
        assert desimal == len(satu.teks.partition(",")[2])
        assert c.alignment.horizontal == "right"


def test_the_sheet_to_retype_merges_nothing_in_its_table(tmp_path: Path) -> None:
    (ws,) = tulis("esakip", kantor("biatan"), tmp_path).worksheets
    (bagian,) = susun_laporan("esakip", kantor("biatan"), triwulan=None)
    awal = int(ws.print_title_rows.split("$")[-1]) + 1
    akhir = awal + len(bagian.baris) - 1
    assert [str(m) for m in ws.merged_cells.ranges if awal <= m.min_row <= akhir] == []


def test_common_headings_lie_over_their_columns(tmp_path: Path) -> None:
    (ws,) = tulis("pengukuran", kantor("biatan"), tmp_path).worksheets
    atas, bawah = (int(n) for n in ws.print_title_rows.replace("$", "").split(":"))
    assert bawah == atas + 1
    assert f"F{atas}:J{atas}" in {str(m) for m in ws.merged_cells.ranges}
    assert [c.value for c in ws[bawah]][5:10] == ["TW I", "TW II", "TW III", "TW IV", "Setahun"]
    assert f"A{atas}:A{bawah}" in {str(m) for m in ws.merged_cells.ranges}


def test_sheets_have_names_that_excel_takes(tmp_path: Path) -> None:
    nama = (
        "Kasi: Ekonomi/Pembangunan [1]",
        "KASI  Ekonomi Pembangunan 1",
        "'",
        "History",
        "\x0b",
        "Ω😀" * 40,
        JAHAT,
    )
    snap = snapshot(*(jabatan(satu) for satu in nama))
    judul = tulis("individu", snap, tmp_path).sheetnames
    assert len({j.casefold() for j in judul}) == len(nama)
    for satu in judul:
        assert 0 < len(satu.encode("utf-16-le")) // 2 <= 31
        assert not set(satu) & set("[]:*?/\\'")
        assert satu.casefold() != "history"
    assert judul[1] == "KASI Ekonomi Pembangunan 1 (2)"


@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
def test_an_empty_office_gives_a_sheet(jenis: str, tmp_path: Path) -> None:
    (ws,) = tulis(jenis, snapshot(), tmp_path).worksheets
    assert "Belum ada jabatan." in {c.value for baris in ws.iter_rows() for c in baris}


def test_texts_are_never_formulas_or_numbers(tmp_path: Path) -> None:
    isi = indikator("=1+1", formulasi("jumlah"), satuan="@SUM(A1)", penanggung_jawab="+62")
    (ws,) = tulis("rencana-aksi", snapshot(jabatan("=HYPERLINK()", sasaran("-5", isi))), tmp_path).worksheets
    jenis = {c.value: c.data_type for baris in ws.iter_rows() for c in baris if c.value is not None}
    assert {jenis[t] for t in ("=1+1", "@SUM(A1)", "+62", "=HYPERLINK()", "-5")} == {"s"}


def test_a_sasaran_is_seen_whole_beside_short_rows(tmp_path: Path) -> None:
    panjang = "sasaran yang panjang sekali " * 12
    snap = snapshot(jabatan("Camat", sasaran(panjang, indikator("a"), indikator("b"))))
    (ws,) = tulis("pengukuran", snap, tmp_path, jabatan_id=10).worksheets
    (gabungan,) = (m for m in ws.merged_cells.ranges if m.min_col == 2 and m.min_row > 7)
    rows = range(gabungan.min_row, gabungan.max_row + 1)
    assert len(rows) == 2
    assert sum(ws.row_dimensions[n].height for n in rows) > 130


def test_two_sign_side_by_side(tmp_path: Path) -> None:
    (ws,) = tulis("individu", kantor("biatan"), tmp_path, jabatan_id=101).worksheets
    sel = {c.value: c.coordinate for baris in ws.iter_rows() for c in baris if c.value is not None}
    kiri = sel["Mengetahui,"]
    assert kiri.startswith("A")
    sebaris = [c.value for c in ws[int(kiri[1:])] if c.value]
    assert len(sebaris) == 2


def test_the_jabatan_must_exist(tmp_path: Path) -> None:
    with pytest.raises(IkiError):
        tulis("individu", kantor("biatan"), tmp_path, jabatan_id=1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        tulis_laporan_xlsx("rekap", kantor("biatan"), tmp_path / "tiada" / "x.xlsx", triwulan=None)


def test_whole_numbers_stay_whole(tmp_path: Path) -> None:
    assert harusnya(Angka(Decimal("12.50"), 2)) == 12.5
    (ws,) = tulis("rekap", kantor("biatan"), tmp_path).worksheets
    assert ws["A6"].value == "TAHUN 2026" or ws["A3"].value == "TAHUN 2026"


# --- what offices have besides plain figures ------------------------------------------------------


@pytest.mark.parametrize("snap", [kantor_bentuk(), kantor_berkata(JAHAT)], ids=["bentuk", "kata"])
@pytest.mark.parametrize("jenis", TABEL)
def test_every_shape_stands_in_the_sheets_as_on_paper(jenis: str, snap: Snapshot, tmp_path: Path) -> None:
    buku = tulis(jenis, snap, tmp_path, triwulan=Sampai(2), penjelasan=True)
    semua = susun_laporan(jenis, snap, triwulan=Sampai(2), penjelasan=True)
    for ws, bagian in zip(tabel(buku), semua, strict=True):
        harus = sorted(map(str, map(harusnya, nilai_pohon(bagian.baris))))
        assert sorted(str(polos(isi)) for isi in isi_tabel(ws, bagian)) == harus


def sel_bernilai(ws: Any, nilai: object) -> list[Any]:
    return [c for baris in ws.iter_rows() for c in baris if c.value == nilai]


def test_a_surveys_value_stays_a_number_behind_its_letter(tmp_path: Path) -> None:
    ws = tulis("lkjip", kantor_bentuk(), tmp_path).worksheets[0]
    (sel,) = sel_bernilai(ws, 83.75)
    assert sel.number_format == '#,##0.00" (B)"_)'


def test_words_among_figures_stand_at_the_right(tmp_path: Path) -> None:
    ws = tulis("lkjip", kantor_bentuk(), tmp_path).worksheets[0]
    rentang, garis = sel_bernilai(ws, "80–85")[0], sel_bernilai(ws, "–")
    assert rentang.alignment.horizontal == "right"
    assert rentang.number_format == "@_)"
    assert {c.alignment.horizontal for c in garis} == {"right", "center"}


def test_a_figure_beside_many_rows_lies_over_them(tmp_path: Path) -> None:
    ws = tulis("pengukuran-rinci", kantor_bentuk(), tmp_path, triwulan=2).worksheets[0]
    awal = int(ws.print_title_rows.split("$")[-1]) + 2
    assert {f"E{awal}:E{awal + 3}", f"F{awal}:F{awal + 3}"} <= {str(m) for m in ws.merged_cells.ranges}


def test_several_columns_of_words_share_the_paper(tmp_path: Path) -> None:
    ws = tulis("individu", kantor_bentuk(), tmp_path, jabatan_id=10).worksheets[0]
    huruf = [sel_bernilai(ws, nama)[0].column_letter for nama in ("Kendala", "Tindak Lanjut")]
    assert {ws.column_dimensions[h].width < 30 for h in huruf} == {True}


def test_a_sasaran_without_indicators_has_its_frame(tmp_path: Path) -> None:
    ws = tulis(
        "pengukuran", snapshot(jabatan("C", sasaran("sasaran saja"))), tmp_path, triwulan=2
    ).worksheets[0]
    (sel,) = sel_bernilai(ws, "sasaran saja")
    assert {c.border.left.style for c in ws[sel.row]} == {"thin"}
