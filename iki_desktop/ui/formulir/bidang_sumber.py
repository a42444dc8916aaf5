"""The line of a formula that says whether it is the same as another one, and changes that."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from iki_desktop.core.records import Formulasi
from iki_desktop.ui.dialog.pilih_formulasi import PilihFormulasi, sebut_formulasi
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, label_kecil

__all__ = ["BidangSumber"]


class BidangSumber(Bidang):
    """Nothing to type: a sentence, and the step to share another formula's entries or to part again."""

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._formulasi: Formulasi | None = None
        self.keterangan = label_kecil()
        self.tombol = QPushButton()
        self.tombol.clicked.connect(lambda *_: self._ubah())
        letak = letak_rapat(self)
        letak.addWidget(self.keterangan)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        baris.addWidget(self.tombol)
        baris.addStretch(1)
        letak.addLayout(baris)

    def kenali(self, record: Any) -> None:
        assert isinstance(record, Formulasi)
        self._formulasi = record
        sama = self._kata(record)
        self.keterangan.setText(sama)
        self.keterangan.setVisible(bool(sama))
        self.tombol.setText("Pisahkan" if record.sumber_id is not None else "Samakan dengan formulasi lain …")

    def _kata(self, formulasi: Formulasi) -> str:
        arsip = self._sesi.arsip
        sumber = arsip.sumber_isian(formulasi.id)
        lain = [f for f in (arsip[sumber], *arsip.pemakai(sumber)) if f.id != formulasi.id]
        nama = [sebut_formulasi(arsip, f) for f in lain if isinstance(f, Formulasi)]
        return f"Isian dipakai bersama: {'; '.join(nama)}." if nama else ""

    def _ubah(self) -> None:
        formulasi, ruang = self._formulasi, self._sesi.workspace
        if formulasi is None:
            return
        if formulasi.sumber_id is not None:
            if self._sesi.coba(lambda: ruang.lepaskan(formulasi.id)) is not None:
                self._sesi.pesan.emit("Formulasi dipisahkan, isiannya disalin.", "urungkan")
            return
        dialog = PilihFormulasi(self._sesi.arsip, formulasi, self)
        if dialog.exec() and (sumber := dialog.terpilih()) is not None:
            berisi = any(r is not None for r in self._sesi.arsip.empat_triwulan(formulasi.id))
            if self._sesi.coba(lambda: ruang.bagikan(formulasi.id, sumber)) is not None:
                hilang = " Realisasinya sendiri diganti." if berisi else ""
                self._sesi.pesan.emit(f"Formulasi kini dipakai bersama.{hilang}", "urungkan")

    # --- a field that holds nothing of its own ----------------------------------------------------

    def tampilkan(self, nilai: Any) -> None:
        """The sentence follows the record alone."""

    def nilai(self) -> int | None:
        return None if self._formulasi is None else self._formulasi.sumber_id

    def berubah(self) -> bool:
        return False

    def draf(self) -> None:
        return None

    def pulihkan(self, draf: Any) -> None:
        """There is no typing to bring back."""

    def tempat_ketik(self) -> QWidget:
        return self.tombol

    def namai(self, label: str) -> None:
        """The button's own words are its name."""
