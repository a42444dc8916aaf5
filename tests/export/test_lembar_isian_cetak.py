"""The form on paper has rows high enough to write in; in Excel only what is to be filled in is open."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document

from iki_desktop.core.errors import IkiError
from iki_desktop.core.lembar_isian import JUDUL_ANGKA, baca_kunci
from iki_desktop.core.records import Target, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.docx import tulis_docx
from iki_desktop.export.pdf.keping import Jarak, Susunan
from iki_desktop.export.pdf.pohon import GayaPohon, Ranting, Sel
from iki_desktop.export.xlsx import tulis_laporan_xlsx, tulis_lembar_isian
from iki_desktop.naskah.laporan import compose_laporan
from tests.naskah.kantor_laporan import terisi
from tests.naskah.kantor_naskah import (
    JAHAT,
    PANJANG,
    formulasi,
    indikator,
    jabatan,
    sasaran,
    snapshot,
    snapshot_data,
)

GAYA = GayaPohon((0.0, 50.0, 100.0), 2, 3, 1, 0.5, bergaris=2, diulang=True, batas_utuh=90, setinggi=25)


def ranting(tinggi: float, *anak: Ranting, tingkat: int = 0) -> Ranting:
    return Ranting([Sel(tingkat, Susunan([Jarak(tinggi)]))], anak, tingkat, GAYA)


def test_only_rows_without_others_beside_them_are_made_higher() -> None:
    assert ranting(10).tinggi == 25
    assert ranting(40).tinggi == 46
    assert ranting(10, ranting(1, tingkat=1), ranting(1, tingkat=1)).tinggi == 50
    muat, sisa = ranting(10).bagi(20, paksa=False)
    assert (muat, sisa is not None) == (None, True), "a row to write in is never cut"


def test_rows_are_high_enough_in_word(tmp_path: Path) -> None:
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", formulasi("jumlah")))))
    for jenis, ada in (("lembar-isian", {"510"}), ("individu", set())):
        tulis_docx(compose_laporan(jenis, snap, triwulan=1), tmp_path / "a.docx")
        badan = Document(str(tmp_path / "a.docx")).element.body
        nilai = {t.get(f"{{{t.nsmap['w']}}}val") for t in badan.iter("{*}trHeight")}
        assert nilai == ada


# --- in Excel --------------------------------------------------------------------------------------


def buku(snap: Snapshot, folder: Path, *triwulan: int, **pilihan: Any) -> Any:
    tulis_lembar_isian(snap, folder / "l.xlsx", triwulan=triwulan or (2,), **pilihan)
    return openpyxl.load_workbook(folder / "l.xlsx")


def test_only_what_is_to_be_filled_in_is_open(tmp_path: Path) -> None:
    hasil = buku(terisi(snapshot_data("biatan")), tmp_path)
    for ws in hasil.worksheets[:-1]:
        assert ws.protection.sheet
        assert ws.protection.password is None
        kolom = {c.value: c.column_letter for c in ws[5]}
        berkunci = {c.row: baca_kunci(c.value) for c in ws["K"] if baca_kunci(str(c.value or ""))}
        terbuka = {
            c.coordinate
            for baris in ws.iter_rows(max_row=ws.max_row - 3)
            for c in baris
            if not c.protection.locked
        }
        assert terbuka == {
            f"{kolom[judul]}{baris}"
            for baris, kunci in berkunci.items()
            for judul in (JUDUL_ANGKA, "Catatan", "Kendala", "Tindak lanjut")
            if kunci and (kunci.masukan is not None if judul == JUDUL_ANGKA else kunci.berkata)
        }
        assert ws.column_dimensions["K"].hidden
        assert all(c.value is None for c in ws["K"][:4])
        (aturan,) = ws.data_validations.dataValidation
        assert "angka saja" in aturan.error
        batas = {
            f"{kolom[JUDUL_ANGKA]}{n}" for r in aturan.sqref.ranges for n in range(r.min_row, r.max_row + 1)
        }
        assert batas == {s for s in terbuka if s.startswith(kolom[JUDUL_ANGKA])}
    assert hasil.worksheets[-1].title == "Petunjuk"
    assert hasil.worksheets[-1].protection.sheet


def test_the_head_says_whose_it_is_and_pages_are_set_up(tmp_path: Path) -> None:
    snap = snapshot(jabatan("Kasi Umum", sasaran("S", indikator("I", formulasi("jumlah")))))
    ws = buku(snap, tmp_path).worksheets[0]
    assert [ws[f"A{n}"].value for n in (1, 2, 3)] == [
        "LEMBAR ISIAN REALISASI TRIWULAN II TAHUN 2026",
        "Kecamatan Contoh, Kabupaten Percobaan",
        "Jabatan: Kasi Umum",
    ]
    assert (ws.page_setup.orientation, ws.page_setup.paperSize, ws.page_setup.fitToWidth) == (
        "landscape",
        14,
        1,
    )
    assert (ws.freeze_panes, ws.print_title_rows) == ("D6", "$5:$5")
    assert ws.print_area.endswith("$A$1:$J$10")
    assert [ws[f"F{n}"].value for n in (8, 9, 10)] == ["Diisi oleh", "Tanggal", "Tanda tangan"]
    a4 = snapshot(jabatan("Camat"), tata_letak=TataLetak(kertas="A4"))
    ws = buku(a4, tmp_path).worksheets[0]
    assert ws.page_setup.paperSize == 9
    assert ws["A6"].value == "Belum ada indikator."


def test_a_target_and_a_range_of_targets(tmp_path: Path) -> None:
    satu = Target(triwulan=(None, Decimal("40.5"), None, None))
    dua = Target(triwulan=(None, Decimal(40), None, None), triwulan_sampai=(None, Decimal(60), None, None))
    semua = (indikator("I", formulasi("jumlah"), target=t) for t in (satu, dua, None))
    ws = buku(snapshot(jabatan("Camat", sasaran("S", *semua))), tmp_path).worksheets[0]
    assert [ws[f"E{n}"].value for n in (5, 6, 7, 8)] == ["Target TW II", 40.5, "40–60", None]


def test_rows_grow_while_somebody_writes(tmp_path: Path) -> None:
    """A height that is set by hand stays, and words that are typed later would be cut off."""
    buku(snapshot(jabatan("Camat", sasaran("S", indikator("I", formulasi("rasio"))))), tmp_path)
    with ZipFile(tmp_path / "l.xlsx") as arsip:
        semua = re.findall(r'<row r="(\d+)"([^>]*)>', arsip.read("xl/worksheets/sheet1.xml").decode())
    assert [int(nomor) for nomor, sifat in semua if "ht=" in sifat and "customHeight" not in sifat] == [6, 7]


def test_hostile_and_long_words(tmp_path: Path) -> None:
    isi = indikator(
        PANJANG * 20, formulasi("jumlah", teks=JAHAT), formulasi("teks", teks="=1+1"), satuan="@SUM(A1)"
    )
    snap = snapshot(jabatan("Petunjuk", sasaran(JAHAT, isi)), jabatan("petunjuk/" + JAHAT, sasaran("s")))
    hasil = buku(snap, tmp_path, 1, 2)
    assert len(hasil.sheetnames) == len({n.casefold() for n in hasil.sheetnames}) == 5
    assert all(c.data_type != "f" for ws in hasil for baris in ws.iter_rows() for c in baris)
    assert max(d.height or 0 for d in hasil.worksheets[0].row_dimensions.values()) <= 409


def test_one_jabatan_or_none(tmp_path: Path) -> None:
    snap = snapshot(jabatan("Camat"), jabatan("Kasi"))
    assert buku(snap, tmp_path, jabatan_id=11).sheetnames == ["Kasi", "Petunjuk"]
    with pytest.raises(IkiError, match="tidak ada lagi"):
        buku(snap, tmp_path, jabatan_id=99)


def test_as_a_report_it_is_the_workbook_to_fill_in(tmp_path: Path) -> None:
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", formulasi("jumlah")))))
    tulis_laporan_xlsx("lembar-isian", snap, tmp_path / "l.xlsx", triwulan=None, jabatan_id=10)
    hasil = openpyxl.load_workbook(tmp_path / "l.xlsx")
    assert hasil.sheetnames == ["TW I Camat", "TW II Camat", "TW III Camat", "TW IV Camat", "Petunjuk"]
