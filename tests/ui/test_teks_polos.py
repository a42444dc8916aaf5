"""Names of files and texts of people are shown as they are, never read as markup."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton

from iki_desktop.ui.sambutan import HalamanSambutan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.status import BarisStatus
from iki_desktop.ui.tampilan import alat_polos

BERKAS = Path("/data <i>x") / "Biatan <b>& Co.iki"


def terbaca(tooltip: str) -> str:
    """What a tooltip shows."""
    assert tooltip.startswith("<p")
    dokumen = QTextDocument()
    dokumen.setHtml(tooltip)
    return dokumen.toPlainText()


def test_a_tooltip_shows_any_text_as_it_is(qapp):
    teks = "  <b>tebal</b>\n&lt; <img src='http://x'>"
    assert terbaca(alat_polos(teks)) == teks
    assert terbaca(alat_polos("satu", "dua")) == "satu\ndua"
    assert len(terbaca(alat_polos("x" * 10_000))) == 2_000


def test_the_foot_names_the_file_as_it_is(qtbot, sesi_contoh: Sesi):
    baris = BarisStatus()
    qtbot.addWidget(baris)
    sesi = Sesi(sesi_contoh.workspace, BERKAS)
    baris.ikuti(sesi)
    assert all(b.textFormat() is Qt.TextFormat.PlainText for b in baris.findChildren(QLabel))
    assert baris.tersimpan.text().endswith("Berkas Biatan <b>& Co.iki")
    assert terbaca(baris.tersimpan.toolTip()) == str(BERKAS)
    sesi.tutup()


def test_recent_files_are_named_as_they_are(qtbot, aplikasi):
    halaman = HalamanSambutan()
    qtbot.addWidget(halaman)
    halaman.tampilkan_terakhir([BERKAS])
    tombol = next(b for b in halaman.findChildren(QPushButton) if "Biatan" in b.text())
    assert re.sub("&&", "&", tombol.text()).startswith("Biatan <b>& Co.iki")
    assert terbaca(tombol.toolTip()) == str(BERKAS)
