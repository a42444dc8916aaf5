"""The quarters above everything: which are done or locked, by sign and by word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from iki_desktop.core.records import StatusIsian
from iki_desktop.ui.konteks import BarisKonteks
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tombol_triwulan import TombolTriwulan


@pytest.fixture
def konteks(qtbot, sesi_contoh: Sesi) -> BarisKonteks:
    baris = BarisKonteks(sesi_contoh, QMenu())
    qtbot.addWidget(baris)
    baris.show()
    return baris


def tombol(konteks: BarisKonteks) -> list[TombolTriwulan]:
    return konteks.findChildren(TombolTriwulan)


def gambar(satu: TombolTriwulan) -> QImage:
    return satu.grab().toImage()


def test_a_quarter_shows_and_says_how_far_it_is(qtbot, konteks, sesi_contoh):
    dokumen = sesi_contoh.dokumen_aktif()
    assert dokumen is not None
    satu = tombol(konteks)[1]
    lebar, polos = satu.width(), gambar(satu)
    assert satu.accessibleName() == "Triwulan II"
    lain = []
    for status, kata in ((StatusIsian.SELESAI, "selesai"), (StatusIsian.DIKUNCI, "dikunci")):
        with qtbot.waitSignal(sesi_contoh.ringkasan_berubah):
            sesi_contoh.workspace.set_status(dokumen.id, 2, status)
        assert satu.status is status
        assert satu.accessibleName() == f"Triwulan II, {kata}"
        assert satu.toolTip() == f"Triwulan II, {kata} (Ctrl+2)"
        assert satu.width() == lebar, "the sign takes no room"
        lain.append(gambar(satu))
    assert polos not in lain
    assert lain[0] != lain[1], "told apart without colour"
    assert [t.status for t in tombol(konteks) if t is not satu] == [StatusIsian.TERBUKA] * 4


def test_another_year_has_signs_of_its_own(qtbot, konteks, sesi_contoh):
    dokumen = sesi_contoh.dokumen_aktif()
    assert dokumen is not None
    with qtbot.waitSignal(sesi_contoh.ringkasan_berubah):
        sesi_contoh.workspace.set_status(dokumen.id, 1, StatusIsian.SELESAI)
    sesi_contoh.set_tahun(dokumen.tahun + 1)
    assert tombol(konteks)[0].accessibleName() == "Triwulan I"
    sesi_contoh.set_tahun(dokumen.tahun)
    assert tombol(konteks)[0].accessibleName() == "Triwulan I, selesai"
