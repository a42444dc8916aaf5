"""Says once, quietly, that an edit goes into the draft of an amendment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from iki_desktop.core.changes import Edit
from iki_desktop.core.records import Kecamatan
from iki_desktop.ui.sesi import Sesi

__all__ = ["PengingatPenetapan"]


class PengingatPenetapan(QObject):
    """Follows the edits of a session; for each document and amendment it speaks once."""

    def __init__(self, sesi: Sesi, induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._disebut: set[tuple[int, int, bool]] = set()
        sesi.berubah.connect(self._ikuti)

    def _ikuti(self, edit: Edit) -> None:
        from iki_desktop.core.penerbitan import (  # noqa: PLC0415  (start-up)
            menyentuh_naskah,
            nama_versi,
            nomor_berikut,
        )

        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None or dokumen.id not in menyentuh_naskah(self._sesi.arsip, edit):
            return
        nomor = nomor_berikut(self._sesi.arsip, dokumen.id)
        kop = all(isinstance(c.record, Kecamatan) for c in edit.changes)
        if (dokumen.id, nomor, kop) in self._disebut:
            return
        self._disebut.add((dokumen.id, nomor, kop))
        self._sesi.pesan.emit(
            "Keputusan yang sudah ditetapkan tetap tercetak dengan kop semula."
            if kop
            else f"Keputusan sudah ditetapkan. Perubahan ini masuk rancangan {nama_versi(nomor)}.",
            "",
        )
