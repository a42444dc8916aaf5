"""Copy, paste and clear over the selection of the grid: each one edit, each told in a quiet notice."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from iki_desktop.core.angka import teks_sunting
from iki_desktop.ui.realisasi.isian import isi_sel, kosongkan
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.model import ModelRealisasi, kalimat_terkunci
from iki_desktop.ui.realisasi.navigasi import baris_isian
from iki_desktop.ui.realisasi.papan_klip import Blok, Tempelan, baca_blok, susun_tempelan, tulis_blok
from iki_desktop.ui.realisasi.sel import KunciSel
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi

__all__ = ["Penempel"]

Kotak = tuple[range, range]
"""Rows and columns of a block."""


class Penempel(QObject):
    """The clipboard's hand in the grid."""

    def __init__(self, sesi: Sesi, tabel: TabelRealisasi, model: ModelRealisasi) -> None:
        super().__init__(tabel)
        self._sesi = sesi
        self._tabel = tabel
        self._model = model

    # --- copying --------------------------------------------------------------------------------

    def salin(self) -> None:
        """The block around the selection, as a spreadsheet reads it."""
        kotak = self._kotak()
        if kotak is not None:
            QGuiApplication.clipboard().setText(self.teks(kotak))

    def _kotak(self) -> Kotak | None:
        terpilih = self._tabel.selectionModel().selection()
        if not terpilih.isEmpty():
            potongan = [terpilih.at(n) for n in range(terpilih.count())]
            atas = min(r.top() for r in potongan)
            bawah = max(r.bottom() for r in potongan)
            kiri = min(r.left() for r in potongan)
            kanan = max(r.right() for r in potongan)
            return range(atas, bawah + 1), range(kiri, kanan + 1)
        kini = self._tabel.currentIndex()
        if not kini.isValid():
            return None
        return range(kini.row(), kini.row() + 1), range(kini.column(), kini.column() + 1)

    def teks(self, kotak: Kotak) -> str:
        """The cells as text.  Without the words at the left, rows without inputs are left out:
        such a block pasted at its own place falls on its own cells."""
        baris, kolom = kotak
        nomor = list(baris)
        if JenisKolom.URAIAN not in {self._model.kolom[k].jenis for k in kolom}:
            nomor = [n for n in baris_isian(self._model, baris.start) if n in baris] or nomor
        return tulis_blok([[self._satu(n, k) for k in kolom] for n in nomor])

    def _satu(self, nomor: int, kolom: int) -> tuple[str, bool]:
        return self._model.sel(nomor, kolom).salin, self._model.kolom[kolom].jenis.angka

    # --- pasting --------------------------------------------------------------------------------

    def tempel(self) -> None:
        """Enter the clipboard's block from the first selected cell on, all of it or nothing."""
        blok = baca_blok(QGuiApplication.clipboard().text())
        kotak = self._kotak()
        if kotak is None or blok == [[""]] or not blok:
            return
        tempelan = self._susun(blok, kotak)
        if self._ditolak_kunci(tempelan.sel, "ditempel"):
            return
        if tempelan.salah:
            self._sesi.ditolak.emit(tempelan.penolakan())
        elif tempelan.ganda:
            self._tanyakan(tempelan, kotak)
        else:
            self._masukkan(tempelan, 0)

    def _ditolak_kunci(self, sel: Iterable[KunciSel], kata: str) -> bool:
        """Whether any of the cells is locked: then all stay as they are, and that is said."""
        terkunci = next((k for k in sel if self._model.terkunci(k)), None)
        if terkunci is None:
            return False
        self._sesi.ditolak.emit(f"Tidak ada yang {kata}. {kalimat_terkunci(terkunci.triwulan)}")
        return True

    def _susun(self, blok: Blok, kotak: Kotak) -> Tempelan:
        baris, kolom = kotak
        if len(blok) == len(blok[0]) == 1 and len(baris) * len(kolom) > 1:
            return self._susun_isian_sama(blok[0][0])
        tujuan = [
            [self._model.kunci(n, k) for k in range(kolom.start, len(self._model.kolom))]
            for n, _ in zip(baris_isian(self._model, baris.start), blok, strict=False)
        ]
        return susun_tempelan(blok, tujuan)

    def _susun_isian_sama(self, teks: str) -> Tempelan:
        """One value for every selected cell that can be entered."""
        return susun_tempelan([[teks] for _ in self._sel_terpilih()], [[k] for k in self._sel_terpilih()])

    def _sel_terpilih(self) -> list[KunciSel]:
        """The selected cells that can be entered, in reading order."""
        pilihan = self._tabel.selectionModel().selectedIndexes() or [self._tabel.currentIndex()]
        urut = sorted((i.row(), i.column()) for i in pilihan if i.isValid())
        return [k for k in (self._model.kunci(*tempat) for tempat in urut) if k is not None]

    def _tanyakan(self, tempelan: Tempelan, kotak: Kotak) -> None:
        _, teks, (ribuan, pecahan) = tempelan.ganda[0]
        kini = self._model.index(kotak[0].start, kotak[1].start)
        sel = self._tabel.visualRect(kini).translated(self._tabel.viewport().pos())
        banyak = len(tempelan.ganda)
        self._tabel.delegasi.pilihan.tawarkan(
            f"{banyak} sel dapat berarti dua angka, misalnya “{teks}”. Titik berarti:",
            [
                (f"ribuan: {teks_sunting(ribuan)}", lambda: self._masukkan(tempelan, 0)),
                (f"desimal: {teks_sunting(pecahan)}", lambda: self._masukkan(tempelan, 1)),
                ("Batal", lambda: None),
            ],
            QRect(sel),
            selesai=self._tabel.setFocus,
            milik_sendiri=True,
        )

    def _masukkan(self, tempelan: Tempelan, bacaan: int) -> None:
        angka = tempelan.terbaca(bacaan)
        banyak = len(angka) + len(tempelan.catatan)
        edit = self._sesi.coba(
            lambda: isi_sel(self._sesi.workspace, angka, tempelan.catatan, f"tempel {banyak} sel realisasi")
        )
        terisi = sum(nilai is not None for _, nilai in angka) + len(tempelan.catatan)
        kalimat = [f"{terisi} sel terisi."]
        if banyak > terisi:
            kalimat.append(f"{banyak - terisi} sel dikosongkan.")
        if tempelan.dilewati:
            kalimat.append(f"{tempelan.dilewati} nilai tidak mendapat tempat.")
        if edit is not None:
            self._sesi.pesan.emit(" ".join(kalimat), "urungkan")
        elif not banyak:
            self._sesi.pesan.emit("Tidak ada sel yang dapat diisi di sini.", "")

    # --- clearing -------------------------------------------------------------------------------

    def kosongkan(self) -> None:
        """Empty the selected cells."""
        sel = self._sel_terpilih()
        if self._ditolak_kunci(sel, "dikosongkan"):
            return
        edit = self._sesi.coba(lambda: kosongkan(self._sesi.workspace, sel)) if sel else None
        if edit is not None and len(sel) > 1:
            self._sesi.pesan.emit(f"{len(sel)} sel dikosongkan.", "urungkan")
