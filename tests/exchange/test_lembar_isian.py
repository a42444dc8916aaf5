"""Entry sheets: out, filled in, and back, whatever happened to them on the way."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_desktop.core.ambil_isian import ambil
from iki_desktop.core.angka import format_angka
from iki_desktop.core.errors import ImportFileError, RuleError
from iki_desktop.core.lembar_isian import BIDANG_KATA, JUDUL_ANGKA, JUDUL_KUNCI, baca_kunci
from iki_desktop.core.records import (
    Butir,
    Centang,
    Formulasi,
    Indikator,
    Realisasi,
    Record,
    StatusIsian,
)
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.lembar_isian import KEPALA_MAKSIMUM, baca_lembar_isian, berkas_di
from tests.core.kantor import isi_arsip
from tests.exchange.lembar import (
    CAMAT,
    DOKUMEN,
    JUMLAH,
    KASI,
    KASI_JUMLAH,
    NILAI,
    RASIO,
    RUMUS,
    SALINAN,
    SELISIH,
    SKM,
    TEKS,
    TETAP,
    alasan,
    isikan,
    kantor,
    perubahan,
    records,
    rencana,
    sel_isian,
    tulis,
)
from tests.naskah.kantor_naskah import JAHAT


@pytest.fixture
def lembar(tmp_path: Path) -> Path:
    """The sheets of the whole office for quarter II, in a folder with a blank in its name."""
    (tmp_path / "dari kasi").mkdir()
    return tulis(kantor(), tmp_path / "dari kasi" / "lembar.xlsx")


# --- what comes back as it went says nothing -----------------------------------------------------


def test_an_untouched_sheet_changes_nothing(lembar: Path) -> None:
    hasil = rencana(kantor(), lembar)
    assert (hasil.usulan, hasil.temuan, hasil.catatan) == ((), (), ())
    assert hasil.tetap == 5, "three figures and two texts stand on it"
    assert not hasil.dapat_diambil


def test_it_never_undoes_what_was_entered_meanwhile(lembar: Path) -> None:
    workspace = kantor()
    workspace.set_realisasi(RASIO, 2, "pembilang", Decimal(44))
    workspace.set_realisasi(NILAI, 2, "nilai", Decimal(3))
    workspace.set_keterangan(RASIO, 2, "catatan", "Baru")
    assert rencana(workspace, lembar).usulan == ()


def test_what_both_changed_is_told(lembar: Path) -> None:
    workspace = kantor()
    workspace.set_realisasi(RASIO, 2, "pembilang", Decimal(44))
    workspace.set_keterangan(RASIO, 2, "kendala", "Lain")
    isikan(lembar, {(RASIO, 0): 45, (RASIO, 1): 60, (RASIO, "kendala"): "Banjir"})
    hasil = rencana(workspace, lembar)
    assert {(u.kunci, u.sekarang, u.menjadi, u.berselisih) for u in hasil.usulan} == {
        ("pembilang", Decimal(44), Decimal(45), True),
        ("penyebut", Decimal(50), Decimal(60), False),
        ("kendala", "Lain", "Banjir", True),
    }


def test_what_is_entered_already_stays(lembar: Path) -> None:
    workspace = kantor()
    workspace.set_realisasi(NILAI, 2, "nilai", Decimal(9))
    isikan(lembar, {(NILAI, 0): 9})
    hasil = rencana(workspace, lembar)
    assert (hasil.usulan, hasil.tetap) == ((), 6)


# --- taking ----------------------------------------------------------------------------------------


ISIAN: dict[Any, Any] = {
    (RASIO, 0): 20,
    (RASIO, 1): None,
    (RASIO, "catatan"): None,
    (RASIO, "tindak_lanjut"): "Tambah petugas",
    (TETAP, 0): 6,
    (JUMLAH, 0): 0,
    (NILAI, 0): 81.25,
    (RUMUS, 1): 4,
    (SELISIH, 0): -2.5,
    (TEKS, "catatan"): "Sudah diuraikan",
    (KASI_JUMLAH, 0): 3,
}


def test_everything_is_one_edit_and_one_step_of_undo(lembar: Path) -> None:
    workspace = kantor()
    semula = isi_arsip(workspace.arsip)
    hasil = rencana(workspace, isikan(lembar, ISIAN))
    assert (hasil.baru, hasil.berubah, hasil.dikosongkan, hasil.temuan) == (8, 1, 2, ())
    assert ambil(workspace, hasil) == "11 isian diambil dari lembar isian."
    a = workspace.arsip
    assert a.realisasi(RASIO, 2) == Realisasi(
        RASIO, 2, Decimal(20), kendala="Hujan", tindak_lanjut="Tambah petugas"
    )
    assert a.realisasi(JUMLAH, 2) == Realisasi(JUMLAH, 2, nilai=Decimal(0)), "an entered 0 is no empty cell"
    assert a.realisasi(RUMUS, 2) == Realisasi(RUMUS, 2, variabel=(("a", Decimal(3)), ("b", Decimal(4))))
    assert a.realisasi(TEKS, 2) == Realisasi(TEKS, 2, catatan="Sudah diuraikan")
    assert a.realisasi(JUMLAH, 1) == Realisasi(JUMLAH, 1, nilai=Decimal(7)), "other quarters stay"
    assert workspace.undo_text == "ambil 11 isian dari lembar isian"
    assert rencana(workspace, lembar).usulan == (), "taken twice it changes nothing more"
    workspace.undo()
    assert isi_arsip(workspace.arsip) == semula
    assert workspace.undo_text is None


def test_what_is_emptied_altogether_is_gone(lembar: Path) -> None:
    workspace = kantor()
    ambil(workspace, rencana(workspace, isikan(lembar, {(RUMUS, 0): None})))
    assert workspace.arsip.realisasi(RUMUS, 2) is None


def test_the_preview_names_everything(lembar: Path) -> None:
    (satu,) = rencana(kantor(), isikan(lembar, {(KASI_JUMLAH, 0): 3})).usulan
    assert (satu.jabatan, satu.indikator, satu.isian) == (
        "Kasi Pelayanan/Umum",
        "Indikator 37",
        "Jumlah laporan",
    )
    assert satu.tempat == "lembar.xlsx, lembar Kasi Pelayanan Umum, sel G9"
    assert (satu.sekarang, satu.menjadi, satu.berselisih) == (None, Decimal(3), False)


def test_shared_entries_are_filled_in_once(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    assert SALINAN not in {letak[0] for letak, _, _ in sel_isian(buku)}
    kata = {c.value for ws in buku for baris in ws.iter_rows() for c in baris}
    assert "(sama dengan “Indikator 32” pada Camat)" in kata


def test_a_sheet_made_before_sharing_fills_in_what_is_shared(tmp_path: Path) -> None:
    lepas = kantor()
    lepas.lepaskan(SALINAN)
    berkas = isikan(tulis(lepas, tmp_path / "a.xlsx"), {(SALINAN, 0): 5})
    assert perubahan(rencana(kantor(), berkas)) == {(JUMLAH, "nilai"): Decimal(5)}


# --- all or nothing ---------------------------------------------------------------------------------


def test_one_unreadable_cell_holds_everything_up(lembar: Path) -> None:
    workspace = kantor()
    hasil = rencana(workspace, isikan(lembar, {**ISIAN, (NILAI, 0): "delapan"}))
    assert alasan(hasil) == (
        "lembar.xlsx, lembar Camat, sel G11: “delapan” bukan angka. Ketik angka saja, misalnya 82,5."
    )
    assert hasil.usulan
    assert not hasil.dapat_diambil
    with pytest.raises(ImportFileError, match="belum dapat diambil"):
        ambil(workspace, hasil)
    assert workspace.undo_text is None


def test_a_locked_quarter_is_known_before(lembar: Path) -> None:
    workspace = kantor()
    workspace.set_status(DOKUMEN, 2, StatusIsian.DIKUNCI)
    assert rencana(workspace, lembar).temuan == (), "what changes nothing needs no key"
    hasil = rencana(workspace, isikan(lembar, {(NILAI, 0): 3}))
    assert alasan(hasil) == "Triwulan II sudah dikunci. Buka kembali triwulannya, lalu ulangi."


def test_the_rules_of_the_file_have_the_last_word(lembar: Path) -> None:
    workspace = kantor()
    hasil = rencana(workspace, isikan(lembar, {(NILAI, 0): 3}))
    workspace.set_status(DOKUMEN, 2, StatusIsian.DIKUNCI)
    with pytest.raises(RuleError, match="dikunci"):
        ambil(workspace, hasil)
    assert workspace.arsip.realisasi(NILAI, 2) is None


@pytest.mark.parametrize(
    "isian, pesan",
    [
        ("delapan", "bukan angka"),
        ("1.234", "dapat berarti 1234 atau 1,234"),
        ("12,345.6", "memakai koma sebagai pemisah ribuan"),
        ("9" * 40, "terlalu panjang"),
        (1e300, "terlalu panjang"),
        (date(2026, 1, 5), "menjadi tanggal"),
        (True, "bukan angka"),
        ("#DIV/0!", "tidak menghasilkan angka"),
        ("=1+1", "belum terhitung"),
        ("=(", "belum terhitung"),
        ("<b>3</b>", "bukan angka"),
        ("٣", "bukan angka"),
    ],
)
def test_what_is_no_number_is_a_finding_at_its_cell(lembar: Path, isian: object, pesan: str) -> None:
    hasil = rencana(kantor(), isikan(lembar, {(NILAI, 0): isian}))
    assert alasan(hasil).startswith("lembar.xlsx, lembar Camat, sel G11: ")
    assert pesan in alasan(hasil)


@pytest.mark.parametrize("mentah", ["1x2", "NaN", "1e999999999999", "--1"])
def test_a_number_that_no_program_writes(lembar: Path, mentah: str) -> None:
    isi = isikan(lembar, {(NILAI, 0): 424_242}).read_bytes()
    with ZipFile(BytesIO(isi)) as asal, ZipFile(lembar, "w") as hasil:
        for nama in asal.namelist():
            hasil.writestr(nama, asal.read(nama).replace(b"<v>424242</v>", f"<v>{mentah}</v>".encode()))
    (temuan,) = rencana(kantor(), lembar).temuan
    assert temuan.tempat == "lembar.xlsx, lembar Camat, sel G11"


@pytest.mark.parametrize(
    "isian, angka",
    [
        ("1.234,5", "1234.5"),
        ("75 %", "75"),
        ("82,5", "82.5"),
        ("\u00a0 82.5 \n", "82.5"),
        ("−3", "-3"),
        ("-", None),
        ("–", None),
        ("  ", None),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (0, "0"),
    ],
)
def test_numbers_as_people_write_them(lembar: Path, isian: object, angka: str | None) -> None:
    hasil = rencana(kantor(), isikan(lembar, {(RASIO, 0): isian}))
    assert hasil.temuan == ()
    assert perubahan(hasil) == {(RASIO, "pembilang"): None if angka is None else Decimal(angka)}


def test_a_percentage_is_what_the_cell_shows(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    sel = {letak: sel for letak, _, sel in sel_isian(buku)}[NILAI, 0]
    sel.value, sel.number_format = 0.755, "0.0%"
    buku.save(lembar)
    assert perubahan(rencana(kantor(), lembar)) == {(NILAI, "nilai"): Decimal("75.5")}


@pytest.mark.parametrize(
    "isian, kata",
    [(12.5, "12,5"), (" Ada \x0b dua baris ".replace("\x0b", "\n"), "Ada \n dua baris"), ("=A1", None)],
)
def test_words_beside_a_figure(lembar: Path, isian: object, kata: str | None) -> None:
    hasil = rencana(kantor(), isikan(lembar, {(NILAI, "catatan"): isian}))
    if kata is None:
        assert "bukan kata-kata" in alasan(hasil)
    else:
        assert perubahan(hasil) == {(NILAI, "catatan"): kata}


def test_a_survey_by_its_unsur(lembar: Path) -> None:
    workspace = kantor()
    isikan(lembar, {(SKM, n): 3.25 for n in range(9)})
    ambil(workspace, rencana(workspace, lembar))
    realisasi = workspace.arsip.realisasi(SKM, 2)
    assert realisasi is not None
    assert [n for _, n in realisasi.variabel or ()] == [Decimal("3.25")] * 9
    hasil = rencana(kantor(), isikan(lembar, {(SKM, 4): 5, (SKM, 5): 0.9, (SKM, 6): None}))
    assert [str(t).rpartition("sel ")[2] for t in hasil.temuan] == [
        "G16: Nilai unsur harus antara 1 dan 4. Periksa kembali angkanya.",
        "G17: Nilai unsur harus antara 1 dan 4. Periksa kembali angkanya.",
    ]


def test_figures_that_may_have_been_meant_otherwise_are_pointed_out(lembar: Path) -> None:
    workspace = ubah(kantor(), 33, satuan="Persen")
    berkas = tulis(workspace, lembar)
    isikan(
        berkas, {(NILAI, 0): 0.75, (JUMLAH, 0): 1.234, (RASIO, 0): 0.5, (RASIO, 1): 0.125, (TETAP, 0): 7.25}
    )
    hasil = rencana(workspace, berkas)
    assert hasil.dapat_diambil, "they are numbers all the same"
    assert [str(c).rpartition("sel ")[2] for c in hasil.catatan] == [
        "G10: 1,234 mungkin dimaksud 1.234. Bila demikian, perbaiki di Excel.",
        "G11: 0,75 pada satuan %. Bila maksudnya 75, perbaiki di Excel.",
    ]


def test_a_figure_in_the_place_of_ticks_is_told_to_let_them_go(tmp_path: Path) -> None:
    workspace = kantor()
    formulasi = workspace.arsip[JUMLAH]
    assert isinstance(formulasi, Formulasi)
    workspace.ubah(replace(formulasi, butir=(Butir("RKA"), Butir("DPA"))))
    berkas = tulis(workspace, tmp_path / "lembar.xlsx")
    workspace.set_centang(JUMLAH, 2, [Centang("RKA"), Centang("DPA")])
    isikan(berkas, {(JUMLAH, 0): 3})
    hasil = rencana(workspace, berkas)
    assert [c.pesan for c in hasil.catatan] == ["2 butir yang dicentang akan dilepas."]
    isikan(berkas, {(JUMLAH, 0): 2})
    assert rencana(workspace, berkas).catatan == ()


# --- what may happen to a sheet -----------------------------------------------------------------------


def baris_berkunci(ws: Any) -> list[int]:
    return [
        b[0].row for b in ws.iter_rows() if any(isinstance(c.value, str) and baca_kunci(c.value) for c in b)
    ]


def test_rows_sorted_and_inserted_columns_moved_sheets_renamed(lembar: Path, tmp_path: Path) -> None:
    isikan(lembar, ISIAN)
    harapan = perubahan(rencana(kantor(), lembar))
    buku = openpyxl.load_workbook(lembar)
    for ws in buku.worksheets[:2]:
        nomor = baris_berkunci(ws)
        isi = [[c.value for c in ws[n]] for n in nomor]
        for n, nilai in zip(nomor, reversed(isi), strict=True):
            for kolom, satu in enumerate(nilai, 1):
                ws.cell(n, kolom).value = satu
        ws.insert_rows(nomor[1], 3)
        ws.insert_cols(3, 2)
        ws.title = f"Salinan {ws.title}"
    buku.save(tmp_path / "nama lain (2).xlsx")
    hasil = rencana(kantor(), tmp_path / "nama lain (2).xlsx")
    assert hasil.temuan == ()
    assert perubahan(hasil) == harapan


def test_figures_in_a_row_of_their_own_are_told_and_left(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    ws = buku["Camat"]
    ws.insert_rows(8)
    ws["G8"] = 99
    buku.save(lembar)
    hasil = rencana(kantor(), lembar)
    assert hasil.usulan == ()
    assert hasil.temuan == ()
    assert [str(c) for c in hasil.catatan] == [
        "lembar.xlsx, lembar Camat, sel G8: Baris ini bukan baris lembar isian. Isinya tidak diambil."
    ]


def test_merged_cells_are_refused(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    buku["Camat"].merge_cells("G6:G7")
    buku.save(lembar)
    assert alasan(rencana(kantor(), lembar)).count("digabung dengan sel lain") == 2


def test_headings_that_are_gone(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    for baris in buku["Camat"].iter_rows():
        for sel in baris:
            if sel.value == JUDUL_KUNCI:
                sel.value = "Kode"
    buku.save(lembar)
    assert (
        alasan(rencana(kantor(), lembar))
        == "lembar.xlsx, lembar Camat: Judul kolom lembar ini hilang atau berubah."
    )


def test_more_headings_than_anybody_puts_beneath_each_other(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    ws = buku["Camat"]
    for baris in range(1000, 1000 + KEPALA_MAKSIMUM):
        ws.cell(baris, 1, JUDUL_KUNCI)
        ws.cell(baris, 2, JUDUL_ANGKA)
    buku.save(lembar)
    assert "Terlalu banyak tabel" in alasan(rencana(kantor(), lembar))


def test_a_broken_key_is_a_finding(lembar: Path) -> None:
    buku = openpyxl.load_workbook(lembar)
    sel = buku["Camat"]["K6"]
    sel.value = sel.value.replace("|2026|", "|2025|")
    buku.save(lembar)
    assert alasan(rencana(kantor(), lembar)) == (
        "lembar.xlsx, lembar Camat, sel K6: Kunci baris ini rusak. Buat lembar baru, lalu pindahkan isinya."
    )


def test_the_same_row_twice(lembar: Path) -> None:
    """Somebody copied a row: the same figure is no matter, another one is."""
    isikan(lembar, {(NILAI, 0): 5})
    buku = openpyxl.load_workbook(lembar)
    ws = buku["Camat"]
    for kolom in range(1, 12):
        ws.cell(30, kolom).value = ws.cell(11, kolom).value
    buku.save(lembar)
    assert perubahan(rencana(kantor(), lembar)) == {(NILAI, "nilai"): Decimal(5)}
    ws["G30"] = 6
    buku.save(lembar)
    assert alasan(rencana(kantor(), lembar)) == (
        "lembar.xlsx, lembar Camat, sel G30: Isian ini berbeda dengan yang di lembar.xlsx, lembar Camat, "
        "sel G11. Samakan keduanya, atau lepas satu berkas."
    )


# --- whose sheet it is ----------------------------------------------------------------------------------


def test_sheets_of_another_office_or_year(tmp_path: Path) -> None:
    lain = isikan(tulis(kantor(records("Lain")), tmp_path / "lain.xlsx"), ISIAN)
    tahun = isikan(tulis(kantor(records(tahun=2025)), tmp_path / "2025.xlsx", jabatan_id=KASI), ISIAN_KASI)
    assert alasan(rencana(kantor(), lain, tahun)).splitlines() == [
        "lain.xlsx, lembar Camat: Lembar ini dari kantor lain.",
        "lain.xlsx, lembar Kasi Pelayanan Umum: Lembar ini dari kantor lain.",
        "2025.xlsx, lembar Kasi Pelayanan Umum: Lembar ini untuk tahun 2025, yang tidak ada di berkas ini.",
    ]


ISIAN_KASI = {k: v for k, v in ISIAN.items() if k[0] in (SELISIH, TEKS, KASI_JUMLAH)}


def test_sheets_of_another_quarter(tmp_path: Path) -> None:
    satu = isikan(tulis(kantor(), tmp_path / "tw1.xlsx", 1), {(JUMLAH, 0): 8})
    (usulan,) = rencana(kantor(), satu).usulan
    assert (usulan.triwulan, usulan.sekarang, usulan.menjadi) == (1, Decimal(7), Decimal(8))
    assert alasan(rencana(kantor(), satu, triwulan=2)).splitlines() == [
        "tw1.xlsx, lembar Camat: Lembar ini untuk Triwulan I, bukan Triwulan II.",
        "tw1.xlsx, lembar Kasi Pelayanan Umum: Lembar ini untuk Triwulan I, bukan Triwulan II.",
    ]


def test_four_quarters_in_one_workbook(tmp_path: Path) -> None:
    berkas = tulis(kantor(), tmp_path / "setahun.xlsx", 1, 2, 3, 4)
    buku = openpyxl.load_workbook(berkas)
    assert buku.sheetnames[:3] == ["TW I Camat", "TW II Camat", "TW III Camat"]
    assert rencana(kantor(), berkas).tetap == 6


def ubah(workspace: Workspace, node_id: int, **isi: Any) -> Workspace:
    workspace.ubah(replace(workspace.arsip[node_id], **isi))
    return workspace


def test_an_indikator_that_was_changed_since(lembar: Path) -> None:
    isikan(lembar, {(NILAI, 0): 5, (JUMLAH, 0): 6})
    for workspace in (ubah(kantor(), 33, teks="Indikator baru"), ubah(kantor(), NILAI, teks="Indeks lain")):
        hasil = rencana(workspace, lembar)
        assert "sudah berubah sejak lembar dibuat" in alasan(hasil)
        assert len(hasil.temuan) == 1
    assert "sudah tidak ada di dokumen" in alasan(rencana(hapus(kantor(), 33), lembar))


def hapus(workspace: Workspace, node_id: int) -> Workspace:
    workspace.hapus(node_id)
    return workspace


def test_what_was_changed_does_not_matter_where_nothing_was_filled_in(lembar: Path) -> None:
    isikan(lembar, {(JUMLAH, 0): 6})
    assert perubahan(rencana(ubah(kantor(), 33, teks="Lain"), lembar)) == {(JUMLAH, "nilai"): Decimal(6)}


def test_a_copy_of_a_changed_indikator_is_not_taken_for_it(lembar: Path) -> None:
    workspace = kantor()
    workspace.gandakan(33)
    ubah(workspace, 33, teks="Lain")
    isikan(lembar, {(NILAI, 0): 5})
    assert "sudah berubah" in alasan(rencana(workspace, lembar))


def test_moved_and_renamed_rows_are_found(lembar: Path) -> None:
    isikan(lembar, {(NILAI, 0): 5})
    workspace = ubah(kantor(), CAMAT, nama="Camat Baru")
    workspace.pindah(33, 22, 0)
    assert perubahan(rencana(workspace, lembar)) == {(NILAI, "nilai"): Decimal(5)}


def test_another_file_with_the_same_office(lembar: Path) -> None:
    """Brought in anew, the office has other ids; its words and places are the same."""
    isikan(lembar, {(NILAI, 0): 5, (RASIO, 0): 6, (KASI_JUMLAH, 0): 4})
    baru: list[Record] = []
    for r in records():
        match r:
            case Indikator():
                baru.append(replace(r, id=r.id + 1000))
            case Formulasi():
                # 302 … 310: each formula has the id that another one had
                sumber = None if r.sumber_id is None else r.sumber_id + 1
                baru.append(replace(r, id=r.id + 1, indikator_id=r.indikator_id + 1000, sumber_id=sumber))
            case Realisasi():
                baru.append(replace(r, formulasi_id=r.formulasi_id + 1))
            case _:
                baru.append(r)
    hasil = rencana(kantor(baru), lembar)
    assert hasil.temuan == ()
    assert perubahan(hasil) == {
        (NILAI + 1, "nilai"): Decimal(5),
        (RASIO + 1, "pembilang"): Decimal(6),
        (KASI_JUMLAH + 1, "nilai"): Decimal(4),
    }


# --- many files ------------------------------------------------------------------------------------------


def test_a_folder_of_sheets_is_one_edit(tmp_path: Path) -> None:
    workspace = kantor()
    a = isikan(tulis(workspace, tmp_path / "a.xlsx", jabatan_id=CAMAT), {(NILAI, 0): 5})
    b = isikan(tulis(workspace, tmp_path / "b.XLSX", jabatan_id=KASI), {(KASI_JUMLAH, 0): 6})
    (tmp_path / "~$a.xlsx").write_bytes(b"kunci")
    (tmp_path / "catatan.txt").write_text("x")
    assert berkas_di(tmp_path) == [a, b]
    hasil = rencana(workspace, a, b, a)
    assert ambil(workspace, hasil) == "2 isian diambil dari lembar isian."
    workspace.undo()
    assert workspace.undo_text is None


def test_two_files_that_disagree(tmp_path: Path) -> None:
    workspace = kantor()
    a = isikan(tulis(workspace, tmp_path / "a.xlsx", jabatan_id=CAMAT), {(NILAI, 0): 5})
    b = isikan(a, {(NILAI, 0): 6, (JUMLAH, 0): None}, tmp_path / "b.xlsx")
    assert "berbeda dengan yang di a.xlsx, lembar Camat, sel G11" in alasan(rencana(workspace, a, b))
    isikan(b, {(NILAI, 0): None})
    assert perubahan(rencana(workspace, a, b)) == {(NILAI, "nilai"): Decimal(5)}, "an empty copy says nothing"


def test_what_is_no_sheet_of_ours(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "lain.xlsx")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    hasil = rencana(kantor(), tmp_path / "lain.xlsx", tmp_path / "rusak.xlsx", tmp_path / "tiada.xlsx")
    assert alasan(hasil).splitlines() == [
        "lain.xlsx: Berkas ini bukan lembar isian dari program ini.",
        "rusak.xlsx: Buku kerja ini rusak atau bukan buku kerja Excel. "
        "Simpan ulang sebagai Buku Kerja Excel (.xlsx) tanpa kata sandi.",
        "tiada.xlsx: Berkas “tiada.xlsx” tidak dapat dibaca. Periksa nama, folder, dan izinnya.",
    ]
    with pytest.raises(ImportFileError, match="tidak dapat dibaca"):
        berkas_di(tmp_path / "tiada")


# --- hostile words, any values ---------------------------------------------------------------------------


def test_hostile_words_come_back_as_they_are_kept(tmp_path: Path) -> None:
    workspace = kantor()
    for bidang in BIDANG_KATA:
        workspace.set_keterangan(NILAI, 2, bidang.bidang, JAHAT + "_x000D_ _x005F_x0041_ " + "baris\n" * 300)  # type: ignore[arg-type]
    ubah(workspace, CAMAT, nama=JAHAT)
    berkas = tulis(workspace, tmp_path / "jahat.xlsx")
    hasil = rencana(workspace, berkas)
    assert (hasil.usulan, hasil.temuan) == ((), ())
    isikan(berkas, {(RASIO, "catatan"): "=1+1 <b>"})
    assert "bukan kata-kata" in alasan(rencana(workspace, berkas))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    semula=st.lists(
        st.none() | st.decimals("-1e12", "1e12", places=5, allow_nan=False), min_size=4, max_size=4
    ),
    baru=st.lists(st.none() | st.decimals("-1e9", "1e9", places=4, allow_nan=False), min_size=4, max_size=4),
    teks=st.booleans(),
)
def test_any_values_round_trip(
    tmp_path: Path, semula: list[Decimal | None], baru: list[Decimal | None], teks: bool
) -> None:
    workspace = kantor()
    tempat = [(TETAP, "pembilang"), (JUMLAH, "nilai"), (NILAI, "nilai"), (KASI_JUMLAH, "nilai")]
    for (formulasi, kunci), nilai in zip(tempat, semula, strict=True):
        workspace.set_realisasi(formulasi, 2, kunci, nilai)
    berkas = tulis(workspace, tmp_path / "acak.xlsx")
    assert rencana(workspace, berkas).usulan == ()

    def sel(nilai: Decimal | None) -> object:
        if nilai is None or not teks:
            return None if nilai is None else float(nilai)
        return format_angka(nilai, 4)

    isikan(berkas, {(f, 0): sel(n) for (f, _), n in zip(tempat, baru, strict=True)})
    hasil = rencana(workspace, berkas)
    assert hasil.temuan == ()
    harapan = {t: n for t, s, n in zip(tempat, semula, baru, strict=True) if n != s}
    assert perubahan(hasil) == harapan


@pytest.mark.parametrize("angka", ["0.12345678901234567", "123456789012345678", "99999999999999999999.5"])
def test_more_digits_than_a_spreadsheet_keeps(tmp_path: Path, angka: str) -> None:
    workspace = kantor()
    workspace.set_realisasi(NILAI, 2, "nilai", Decimal(angka))
    berkas = tulis(workspace, tmp_path / "panjang.xlsx")
    assert rencana(workspace, berkas).usulan == ()
    isikan(berkas, {(NILAI, 0): float(angka)})
    assert rencana(workspace, berkas).usulan == ()


# --- another program saves it ------------------------------------------------------------------------------


def test_saved_again_by_libreoffice(lembar: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    workspace = kantor()
    workspace.set_keterangan(NILAI, 2, "catatan", "Baris satu\nbaris dua & <tiga> _x0041_ “kutip”")
    workspace.set_realisasi(SELISIH, 2, "penyebut", Decimal("0.12345678901234567"))
    utuh = tulis(workspace, tmp_path / "utuh.xlsx")
    isikan(lembar, {**ISIAN, (KASI_JUMLAH, 0): "=3*2", (SELISIH, 1): "1.234,5"})
    perintah = [soffice, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    perintah += ["--convert-to", "xlsx", "--outdir", str(tmp_path / "ulang"), str(utuh), str(lembar)]
    subprocess.run(perintah, check=True, capture_output=True)
    assert rencana(workspace, tmp_path / "ulang" / "utuh.xlsx").usulan == ()
    hasil = rencana(kantor(), tmp_path / "ulang" / "lembar.xlsx")
    assert hasil.temuan == ()
    harapan = perubahan(rencana(kantor(), isikan(lembar, {(KASI_JUMLAH, 0): 6})))
    assert perubahan(hasil) == harapan, "a computed formula is its figure"
    assert harapan[SELISIH, "penyebut"] == Decimal("1234.5")


def test_every_cell_is_read_once(lembar: Path) -> None:
    sel = baca_lembar_isian([lembar]).sel
    assert len({(s.kunci.formulasi_id, s.kunci.masukan, s.bidang) for s in sel}) == len(sel) == 19 + 3 * 9
