"""What the pages of a chapter and of a table have in common: one of several, moved and deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from iki_desktop.core.records import Dokumen, Node
from iki_desktop.core.sebutan import sebutan
from iki_desktop.ui.formulir.bagian_naskah import Tempat, sebut_bagian
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.borang import Borang, Isian, Tabel
from iki_desktop.ui.formulir.halaman_dokumen import HalamanNaskah
from iki_desktop.ui.formulir.lensa import Lensa
from iki_desktop.ui.sesi import Sesi

__all__ = ["BorangNaskah", "HalamanBerderet"]


class BorangNaskah(Borang):
    """A form inside a chapter or table, which is named in the words of its edits.

    ``ada(document)`` says whether what it shows is still there; where it is not, there is nothing
    to show or to save.
    """

    def __init__(
        self,
        sesi: Sesi,
        tabel: Tabel,
        awalan: Lensa,
        tempat: Tempat,
        ada: Callable[[Dokumen], bool] | None = None,
    ) -> None:
        self._tempat = tempat
        self._ada = ada
        super().__init__(sesi, tabel, {}, awalan)

    def _record(self) -> Node | None:
        record = super()._record()
        if not isinstance(record, Dokumen) or self._tempat.nomor(record) is None:
            return None
        return record if self._ada is None or self._ada(record) else None

    def _teks(self, isian: Isian, record: Node) -> str:
        assert isinstance(record, Dokumen)
        nomor = self._tempat.nomor(record)
        assert nomor is not None
        nilai = getattr(record, self._tempat.bagian.jenis)[nomor]
        nama = isian.sebut or isian.label
        nama = nama if nama[:2].isupper() else nama[:1].lower() + nama[1:]
        return f"ubah {nama}, {sebut_bagian(nilai, nomor)}, {sebutan(record)}"


class HalamanBerderet(HalamanNaskah):
    """The page of one of several.  Once its place is gone, there is nothing on it to save."""

    def __init__(
        self,
        sesi: Sesi,
        tempat: Tempat,
        pindah: Callable[[int], object],
        hapus: Callable[[], object],
    ) -> None:
        self.tempat = tempat
        self._naik = tombol_teks("Naikkan", lambda: pindah(-1))
        self._turun = tombol_teks("Turunkan", lambda: pindah(1))
        self._hapus = tombol_teks("Hapus", hapus)
        super().__init__(sesi, {})
        self._letak.removeWidget(self._jalur)
        kepala = QHBoxLayout()
        kepala.setSpacing(0)
        kepala.addWidget(self._jalur, 1)
        for tombol in (self._naik, self._turun, self._hapus):
            kepala.addWidget(tombol)
        self._letak.insertLayout(0, kepala)

    def ada(self) -> bool:
        """Whether what the page shows is still in the document."""
        return self.node_id in self.sesi.arsip and self.tempat.nomor(self.dokumen()) is not None

    def nomor(self) -> int:
        """Its place among its kind."""
        nomor = self.tempat.nomor(self.dokumen())
        assert nomor is not None
        return nomor

    def nilai(self) -> Any:
        """The chapter or table as it is now."""
        return self.tempat.lensa().ambil(self.dokumen())

    def ubah_nilai(self, nilai: Any, teks: str) -> None:
        """One edit of the chapter or table; raises where it is refused."""
        dokumen = self.dokumen()
        sebut = f"{teks}, {sebut_bagian(self.nilai(), self.nomor())}, {sebutan(dokumen)}"
        self.sesi.workspace.ubah(self.tempat.lensa().pasang(dokumen, nilai), sebut)

    def segarkan(self) -> None:
        if self.ada():
            super().segarkan()

    def segarkan_kepala(self) -> None:
        super().segarkan_kepala()
        nomor = self.nomor()
        banyak = len(getattr(self.dokumen(), self.tempat.bagian.jenis))
        self._naik.setEnabled(nomor > 0)
        self._turun.setEnabled(nomor < banyak - 1)
        for tombol in (self._naik, self._turun, self._hapus):
            tombol.setAccessibleName(f"{tombol.text()} {self._judul.text()}")

    def simpan(self) -> bool:
        return not self.ada() or super().simpan()

    def berubah(self) -> bool:
        return self.ada() and super().berubah()

    def tinggalkan(self) -> None:
        """The page itself is kept while something on it is not saved."""
