"""What a screen reader says of the fields of a form."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from iki_desktop.core.records import Indikator
from iki_desktop.ui.formulir import PanelSusunan


def test_fields_of_a_target_say_that_they_are(qtbot, sesi_contoh):
    dokumen = sesi_contoh.dokumen_aktif()
    indikator = next(r for r in sesi_contoh.arsip.turunan(dokumen.id) if isinstance(r, Indikator))
    panel = PanelSusunan(sesi_contoh)
    qtbot.addWidget(panel)
    panel.show()
    sesi_contoh.pilih(indikator.id)
    halaman = panel.halaman()
    assert halaman is not None
    nama = [baris.accessibleName() for baris in halaman.findChildren(QLineEdit)]
    mulai = nama.index("Target setahun")
    assert nama[mulai : mulai + 5] == [
        "Target setahun", "Target TW I", "Target TW II", "Target TW III", "Target TW IV",
    ]  # fmt: skip
    assert "Penanggung jawab" in nama
    assert not [n for n in nama if n[:1].islower()]
