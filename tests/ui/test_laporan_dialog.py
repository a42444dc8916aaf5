"""Which period a report is of: proposed from the window, picked in the dialog, kept from kind to kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iki_desktop.core.progress import TANPA_KEMAJUAN
from iki_desktop.core.triwulan import SEMUA_PERIODE, Periode, Sampai
from iki_desktop.ui.cetakan import PesananLaporan, cetakan_laporan
from iki_desktop.ui.dialog.laporan import PilihLaporan
from iki_desktop.ui.sesi import Sesi


@pytest.fixture
def dialog(qtbot, sesi_contoh: Sesi) -> PilihLaporan:
    sesi_contoh.set_periode(2)
    dialog = PilihLaporan(sesi_contoh)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pilih(dialog: PilihLaporan, jenis: str) -> None:
    baris = range(dialog.jenis.count())
    dialog.jenis.setCurrentRow(
        next(n for n in baris if dialog.jenis.item(n).data(Qt.ItemDataRole.UserRole) == jenis)
    )


def pesanan(dialog: PilihLaporan) -> PesananLaporan:
    dialog.accept()
    pesanan = dialog.pesanan()
    assert pesanan is not None
    return pesanan


def test_the_windows_period_is_proposed(dialog: PilihLaporan) -> None:
    assert dialog.masa.currentText() == "Triwulan II 2026"
    semua = [dialog.masa.itemText(n) for n in range(dialog.masa.count())]
    assert [t.removesuffix(" 2026") for t in semua if t] == [
        "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV",
        "s.d. Triwulan I", "s.d. Triwulan II", "s.d. Triwulan III", "s.d. Triwulan IV", "Setahun",
    ]  # fmt: skip
    assert pesanan(dialog).triwulan == 2


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
def test_every_period_can_be_had(qtbot, sesi_contoh: Sesi, periode: Periode) -> None:
    sesi_contoh.set_periode(periode)
    dialog = PilihLaporan(sesi_contoh)
    qtbot.addWidget(dialog)
    assert pesanan(dialog).triwulan == periode


def test_what_was_picked_stays_while_another_kind_is_looked_at(dialog: PilihLaporan) -> None:
    dialog.masa.setFocus()
    for _ in range(4):
        QTest.keyClick(dialog.masa, Qt.Key.Key_Down)
    assert dialog.masa.currentText() == "s.d. Triwulan II 2026"
    pilih(dialog, "rencana-aksi")
    assert not dialog.masa.isEnabled()
    assert dialog.masa.currentText() == "Setahun 2026"
    pilih(dialog, "rekap")
    assert dialog.masa.isEnabled()
    assert pesanan(dialog).triwulan == Sampai(2)


def test_a_plan_is_of_the_year(dialog: PilihLaporan) -> None:
    pilih(dialog, "lkjip")
    assert pesanan(dialog).triwulan is None


def test_pengukuran_can_say_how_it_came_about(dialog: PilihLaporan) -> None:
    pilih(dialog, "pengukuran")
    assert dialog.penjelasan.isEnabled()
    dialog.penjelasan.setChecked(True)
    assert pesanan(dialog).penjelasan


def test_the_file_is_named_after_the_period(sesi_contoh: Sesi, tmp_path: Path) -> None:
    dokumen = sesi_contoh.dokumen_aktif()
    assert dokumen is not None
    snapshot = sesi_contoh.workspace.snapshot(dokumen.id)
    cetakan = cetakan_laporan(PesananLaporan("esakip", "pdf", Sampai(2)), snapshot)
    assert cetakan.usulan == "Lembar salin e-SAKIP s.d. TW II Kecamatan Biatan 2026.pdf"
    cetakan.tulis(tmp_path / cetakan.usulan, TANPA_KEMAJUAN)
    assert (tmp_path / cetakan.usulan).read_bytes()[:4] == b"%PDF"
