"""A checklist: each item ticked with its date and a note; what is counted is what is ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QStyle, QStyleOptionButton, QWidget

from iki_desktop.core.angka import format_angka
from iki_desktop.core.errors import IkiError
from iki_desktop.core.formulasi_bersama import nama_butir
from iki_desktop.core.records import Centang, JenisFormulasi
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.triwulan import daftar_triwulan
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.formulir.ketikan import BarisTeks
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.rincian.tempat import Tempat
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, label_kecil, label_polos, warna

__all__ = ["BarisButir", "DaftarCentang", "berbutir"]

_TANGGAL_TERLEBAR = "30 September 2026WW"


def berbutir(sesi: Sesi, tempat: Tempat | None) -> bool:
    """Whether the entry is ticked item by item."""
    if tempat is None or not tempat.ada(sesi.arsip):
        return False
    formulasi = tempat.formulasi(sesi.arsip)
    return formulasi.jenis is JenisFormulasi.JUMLAH and bool(nama_butir(formulasi.butir))


class _Kotak(QCheckBox):
    """A box from which the arrows lead to the next one."""

    pindah = Signal(int)

    def paintEvent(self, e: QPaintEvent) -> None:
        """The style draws hardly any border in the dark: the same as around the fields."""
        super().paintEvent(e)
        opsi = QStyleOptionButton()
        self.initStyleOption(opsi)
        kotak = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, opsi, self)
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setPen(warna().aksen if self.hasFocus() else warna().redup)
        pelukis.drawRoundedRect(QRectF(kotak).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        pelukis.end()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        langkah = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(e.key()))
        if langkah is None:
            super().keyPressEvent(e)
        else:
            self.pindah.emit(langkah)


class BarisButir:
    """The widgets of one item; ``ubah`` is told when one of them was changed by hand."""

    def __init__(self, butir: str, ubah: Callable[[], object]) -> None:
        self.butir = butir
        self.kotak = _Kotak()
        self.kotak.setAccessibleName(butir)
        self.teks = label_polos(butir)
        self.lalu = label_kecil()
        self.tanggal = BarisTeks()
        self.tanggal.setPlaceholderText("tanggal")
        self.tanggal.setAccessibleName(f"Tanggal: {butir}")
        self.tanggal.setFixedWidth(self.tanggal.fontMetrics().horizontalAdvance(_TANGGAL_TERLEBAR))
        self.catatan = BarisTeks()
        self.catatan.setPlaceholderText("catatan")
        self.catatan.setAccessibleName(f"Catatan: {butir}")
        self.kotak.clicked.connect(lambda _ya: ubah())
        self.tanggal.editingFinished.connect(ubah)
        self.catatan.editingFinished.connect(ubah)
        for isian in (self.tanggal, self.catatan):  # ticking must not push the items below it down
            ukuran = isian.sizePolicy()
            ukuran.setRetainSizeWhenHidden(True)
            isian.setSizePolicy(ukuran)
        self._awal = ("", "")

    def widget(self) -> tuple[QWidget, ...]:
        """All of them, from left to right."""
        return self.kotak, self.teks, self.lalu, self.tanggal, self.catatan

    def tampilkan(self, centang: Centang | None, lalu: str, *, terkunci: bool) -> None:
        """Show the item as it stands; ``lalu`` names the quarters in which it was ticked before."""
        self.kotak.setChecked(centang is not None)
        self.kotak.setEnabled(not terkunci)
        self.lalu.setText(f"sudah di {lalu}" if lalu else "")
        self.lalu.setVisible(bool(lalu))
        tanggal = tanggal_panjang(centang.tanggal) if centang and centang.tanggal else ""
        for isian, teks in ((self.tanggal, tanggal), (self.catatan, (centang and centang.catatan) or "")):
            isian.pasang(teks)
            isian.setVisible(centang is not None)
            isian.setReadOnly(terkunci)
        self._awal = (self.tanggal.text(), self.catatan.text())

    def berubah(self) -> bool:
        """Whether date or note were typed over."""
        return (self.tanggal.text(), self.catatan.text()) != self._awal

    def nilai(self, lama: Centang | None) -> Centang | None:
        """What the widgets say; ``None`` where the item is not ticked.

        Raises
        ------
        RuleError
            where the date is none.
        """
        if not self.kotak.isChecked():
            return None
        if lama is None:
            return Centang(self.butir, date.today())
        tanggal = baca_tanggal(self.tanggal.text())
        return replace(lama, tanggal=tanggal, catatan=bersihkan_teks(self.catatan.text()) or None)


class DaftarCentang(QWidget):
    """The items of the formula that is shown, one below the other; ``di_butir`` says where the keys are."""

    di_butir = Signal(QWidget)

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._tempat: Tempat | None = None
        self._menampilkan = False
        self.baris: list[BarisButir] = []
        self.judul = label_kecil()
        self._letak = QGridLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setHorizontalSpacing(JARAK)
        self._letak.setVerticalSpacing(JARAK_RAPAT)
        self._letak.setColumnStretch(1, 3)
        self._letak.setColumnStretch(4, 2)
        self._letak.addWidget(self.judul, 0, 0, 1, 5)

    def tampilkan(self, tempat: Tempat | None) -> None:
        """Show the items of an entry, and which are ticked."""
        if not berbutir(self._sesi, tempat):
            self._tempat = None
            self._buang_baris()
            return
        assert tempat is not None
        if tempat != self._tempat:
            self.simpan()
        self._tempat = tempat
        nama = list(dict.fromkeys(nama_butir(tempat.formulasi(self._sesi.arsip).butir)))
        if [b.butir for b in self.baris] != nama:
            self._susun(nama)
        self._segarkan(tempat)

    def _susun(self, nama: list[str]) -> None:
        self._buang_baris()
        for nomor, butir in enumerate(nama):
            baris = BarisButir(butir, self._diubah)
            baris.kotak.pindah.connect(lambda langkah, n=nomor: self._pindah(n + langkah))
            for kolom, widget in enumerate(baris.widget()):
                self._letak.addWidget(widget, nomor + 1, kolom, Qt.AlignmentFlag.AlignVCenter)
                widget.show()  # else only at the next turn, and until then it takes no keys
            self.baris.append(baris)

    def _buang_baris(self) -> None:
        for baris in self.baris:
            for widget in baris.widget():
                self._letak.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.baris.clear()

    def _segarkan(self, tempat: Tempat) -> None:
        arsip, terkunci = self._sesi.arsip, tempat.terkunci(self._sesi.arsip)
        kini = self._centang()
        self._menampilkan = True
        for baris in self.baris:
            sebelum = [
                t
                for t in range(1, tempat.triwulan)
                if (r := tempat.isian(arsip, t)) is not None
                and baris.butir in {c.butir for c in r.centang or ()}
            ]
            sama = (baris.butir in kini) is baris.kotak.isChecked()
            if not (sama and baris.berubah()):
                baris.tampilkan(kini.get(baris.butir), daftar_triwulan(sebelum), terkunci=terkunci)
        self._menampilkan = False
        self.judul.setText(self._kalimat(len(kini)))

    def _kalimat(self, banyak: int) -> str:
        isian = self._tempat.isian(self._sesi.arsip) if self._tempat else None
        if isian is not None and isian.nilai is not None and not isian.centang:
            return f"Angka {format_angka(isian.nilai)} diketik langsung. Mencentang akan menggantinya."
        return f"Butir: {banyak} dari {len(self.baris)} dicentang"

    def _centang(self) -> dict[str, Centang]:
        isian = self._tempat.isian(self._sesi.arsip) if self._tempat else None
        return {c.butir: c for c in (isian.centang if isian else None) or ()}

    def _pindah(self, nomor: int) -> None:
        if 0 <= nomor < len(self.baris):
            kotak = self.baris[nomor].kotak
            kotak.setFocus(Qt.FocusReason.TabFocusReason)
            self.di_butir.emit(kotak)

    def mulai(self) -> None:
        """Put the keys to the first item."""
        self._pindah(0)

    def simpan(self) -> bool:
        """Save dates and notes that are still being typed; ``False`` where one is refused."""
        return not any(b.berubah() for b in self.baris) or self._diubah()

    def _diubah(self) -> bool:
        tempat = self._tempat
        if self._menampilkan or tempat is None or not tempat.ada(self._sesi.arsip):
            return True
        lama = self._centang()
        try:
            baru = [c for b in self.baris if (c := b.nilai(lama.get(b.butir))) is not None]
            if baru != list(lama.values()):
                self._sesi.workspace.set_centang(tempat.formulasi_id, tempat.triwulan, baru)
        except IkiError as galat:
            self._sesi.ditolak.emit(str(galat))
            self._menampilkan = True
            for b in self.baris:
                b.kotak.setChecked(b.butir in lama)
            self._menampilkan = False
            return False
        self._segarkan(tempat)
        return True
