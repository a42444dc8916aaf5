"""A locked quarter stays as it is, whichever way somebody comes; opening it takes a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Bukti,
    Centang,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Realisasi,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.workspace import IsiSel, Workspace
from tests.core.kantor import CAMAT, SASARAN_KEDUA, SASARAN_SEKRETARIS, buka_kantor, isi_arsip

TERBUKA, SELESAI, DIKUNCI = StatusIsian
FORMULASI = 10010


@pytest.fixture
def ws() -> Workspace:
    ruang, _ = buka_kantor()
    ruang.set_status(2, 1, DIKUNCI)
    return ruang


@pytest.mark.parametrize(
    "perbuatan",
    [
        lambda ws: ws.set_realisasi(FORMULASI, 1, "pembilang", Decimal(9)),
        lambda ws: ws.set_realisasi(10030, 1, "pembilang", Decimal(9)),
        lambda ws: ws.set_realisasi(FORMULASI, 1, "pembilang", None),
        lambda ws: ws.isi_banyak(
            [IsiSel(FORMULASI, 2, "pembilang", Decimal(1)), IsiSel(10030, 1, "pembilang", Decimal(1))]
        ),
        lambda ws: ws.set_catatan(FORMULASI, 1, "x"),
        lambda ws: ws.set_keterangan(FORMULASI, 1, "kendala", "x"),
        lambda ws: ws.set_centang(FORMULASI, 1, [Centang("x")]),
        lambda ws: ws.set_bukti(FORMULASI, 1, [Bukti("x", "x", 1, "0" * 64)]),
        lambda ws: ws.hapus(FORMULASI),
        lambda ws: ws.hapus(CAMAT),
        lambda ws: ws.bagikan(FORMULASI, 10030),
        lambda ws: ws.terapkan("impor", [Change(ws.arsip.realisasi(FORMULASI, 1), None)], periksa=False),
    ],
)
def test_nothing_gets_in(ws: Workspace, perbuatan: Callable[[Workspace], object]) -> None:
    sebelum = isi_arsip(ws.arsip)
    with pytest.raises(RuleError, match="Triwulan I sudah dikunci"):
        perbuatan(ws)
    assert isi_arsip(ws.arsip) == sebelum
    assert ws.undo_text is None


def test_other_quarters_and_other_words_stay_open(ws: Workspace) -> None:
    ws.set_realisasi(FORMULASI, 2, "pembilang", Decimal(9))
    ws.hapus(SASARAN_KEDUA)
    assert ws.undo() is not None


def test_undo_does_not_go_around_the_lock() -> None:
    ws, _ = buka_kantor()
    ws.set_realisasi(FORMULASI, 1, "pembilang", Decimal(9))
    ws.set_status(2, 1, DIKUNCI)
    assert ws.undo_text is not None
    with pytest.raises(RuleError, match="sudah dikunci"):
        ws.undo()
    ws.set_status(2, 1, TERBUKA, "angka desa terlambat")
    ws.undo()
    ws.set_status(2, 1, DIKUNCI)
    with pytest.raises(RuleError, match="sudah dikunci"):
        ws.redo()


def test_a_deletion_cannot_be_undone_into_a_locked_quarter() -> None:
    ws, _ = buka_kantor()
    ws.hapus(1001)
    ws.set_status(2, 1, DIKUNCI)
    with pytest.raises(RuleError, match="sudah dikunci"):
        ws.undo()


def test_opening_asks_for_a_reason_and_tells_it() -> None:
    ws, laci = buka_kantor()
    ws.set_status(2, 3, SELESAI)
    assert ws.arsip.terkunci() == frozenset()
    ws.set_status(2, 3, DIKUNCI)
    for alasan in (None, "", " \x00\n "):
        with pytest.raises(RuleError, match="Alasan"):
            ws.set_status(2, 3, TERBUKA, alasan)
    ws.set_status(2, 3, TERBUKA, "salah <b>ketik</b>\x00")
    assert ws.arsip.status_triwulan(2, 3) == StatusTriwulan(2, 3, TERBUKA, "salah <b>ketik</b>")
    assert [e.text for e in laci.edits] == [
        "tandai selesai triwulan III tahun 2026",
        "kunci triwulan III tahun 2026",
        "buka kembali triwulan III tahun 2026: salah <b>ketik</b>",
    ]
    assert ws.undo_text is None
    assert ws.set_status(2, 3, TERBUKA) is None


def test_a_quarter_that_is_none_has_no_state() -> None:
    ws, _ = buka_kantor()
    with pytest.raises(RuleError, match="I, II, III, atau IV"):
        ws.terapkan("x", [Change(None, StatusTriwulan(2, 5, DIKUNCI))])


def test_a_year_that_goes_whole_takes_its_locks_along(ws: Workspace) -> None:
    awal = isi_arsip(ws.arsip)
    ws.hapus(2)
    assert ws.arsip.terkunci() == frozenset()
    ws.undo()
    assert isi_arsip(ws.arsip) == awal
    assert ws.arsip.terkunci() == {(2, 1)}


def test_a_new_year_is_open(ws: Workspace) -> None:
    baru = ws.salin_tahun(2, 2027)
    assert [ws.arsip.status_isian(baru.id, t) for t in (1, 2, 3, 4)] == [TERBUKA] * 4


def test_a_copied_post_brings_nothing_into_the_lock(ws: Workspace) -> None:
    salinan = ws.gandakan(CAMAT)
    assert isinstance(salinan, Jabatan)
    assert not [r for r in ws.arsip.turunan(salinan.id) if isinstance(r, Realisasi)]


def test_what_comes_in_with_its_own_lock_comes_in() -> None:
    ws, _ = buka_kantor()
    isi = (Dokumen(900, 1, 1, 2030), StatusTriwulan(900, 1, DIKUNCI))
    ws.terapkan("impor", [Change(None, r) for r in isi], periksa=False)
    assert ws.arsip.terkunci() == {(900, 1)}


# --- entries that come and go without being typed ---------------------------------------------------

PEMAKAI = 10030


@pytest.fixture
def bersama() -> Workspace:
    """A formula that shares what is entered in the locked quarter, and one that nothing is entered for."""
    ruang, _ = buka_kantor()
    ruang.bagikan(PEMAKAI, FORMULASI)
    ruang.tambah(Formulasi(0, 1004, 1, JenisFormulasi.RASIO))
    ruang.set_status(2, 1, DIKUNCI)
    return ruang


def kosong(ws: Workspace) -> int:
    return ws.arsip.formulasi(1004)[1].id


@pytest.mark.parametrize(
    "perbuatan",
    [
        lambda ws: ws.bagikan(kosong(ws), FORMULASI),
        lambda ws: ws.bagikan(PEMAKAI, kosong(ws)),
        lambda ws: ws.lepaskan(PEMAKAI),
        lambda ws: ws.hapus(PEMAKAI),
        lambda ws: ws.hapus(1003),
        lambda ws: ws.gandakan(1003),
    ],
)
def test_shared_entries_neither_come_nor_go(
    bersama: Workspace, perbuatan: Callable[[Workspace], object]
) -> None:
    sebelum = isi_arsip(bersama.arsip)
    with pytest.raises(RuleError, match="Triwulan I sudah dikunci"):
        perbuatan(bersama)
    assert isi_arsip(bersama.arsip) == sebelum


def test_a_formula_that_shares_can_still_be_reworded_and_moved(bersama: Workspace) -> None:
    formulasi = bersama.arsip[PEMAKAI]
    assert isinstance(formulasi, Formulasi)
    bersama.ubah(replace(formulasi, teks="kata baru"))
    bersama.pindah(1003, SASARAN_SEKRETARIS, 0)
    assert bersama.arsip.dokumen_dari(1003) == bersama.arsip[2]


@pytest.mark.parametrize("dikunci", [2, 0])
def test_nothing_moves_out_of_a_locked_year_or_into_it(dikunci: int) -> None:
    ws, _ = buka_kantor()
    lain = ws.salin_tahun(2, 2027)
    sasaran = ws.arsip.sasaran(ws.arsip.jabatan(lain.id)[0].id)[0]
    ws.set_status(dikunci or lain.id, 1, DIKUNCI)
    with pytest.raises(RuleError, match="Triwulan I sudah dikunci"):
        ws.pindah(1001, sasaran.id, 0)
    ws.pindah(1001, SASARAN_KEDUA, 0)
    polos = ws.tambah(Indikator(0, SASARAN_KEDUA, 0, "tanpa isian"))
    assert ws.pindah(polos.id, sasaran.id, 0) is not None
