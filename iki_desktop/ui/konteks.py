"""The row above everything: which office, which year, which quarter, and the way to paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from iki_desktop.core.records import StatusIsian
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Periode, nama_periode, triwulan_periode
from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.realisasi.tanda_status import KATA_STATUS
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, huruf_judul, huruf_tebal, warna
from iki_desktop.ui.tombol_triwulan import TombolTriwulan

__all__ = ["BarisKonteks"]

_SETAHUN = 5


class BarisKonteks(QWidget):
    """Pickers that stay put, whatever page is shown beneath."""

    minta_tahun_baru = Signal()

    def __init__(self, sesi: Sesi, menu_cetak: QMenu, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._menggayakan = False
        self._kantor = LabelSebaris(huruf_judul())
        self._tahun = QComboBox()
        self._tahun.setAccessibleName("Tahun")
        self._tahun.activated.connect(self._tahun_dipilih)
        self._cetak = QToolButton()
        self._triwulan = QButtonGroup(self)
        self._triwulan.setExclusive(True)
        self._susun(menu_cetak)
        self._gayakan()
        sesi.konteks_berubah.connect(self._segarkan)
        sesi.ringkasan_berubah.connect(self._segarkan)
        sesi.pilihan_berubah.connect(lambda _id: self._segarkan())
        self._segarkan()

    def _susun(self, menu_cetak: QMenu) -> None:
        letak = QHBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK)
        letak.addWidget(self._kantor)
        letak.addSpacing(JARAK_LEBAR)
        label = QLabel("&Tahun")
        # The underlined letter is drawn apart, so the word is a little wider than Qt measures it.
        label.setMinimumWidth(label.sizeHint().width() + JARAK_RAPAT)
        label.setBuddy(self._tahun)
        letak.addWidget(label)
        letak.addWidget(self._tahun)
        letak.addSpacing(JARAK_LEBAR)
        letak.addWidget(QLabel("Triwulan"))
        letak.addLayout(self._baris_triwulan())
        letak.addStretch(1)
        letak.addWidget(self._tombol_cetak(menu_cetak))

    def _baris_triwulan(self) -> QHBoxLayout:
        baris = QHBoxLayout()
        baris.setSpacing(JARAK_RAPAT)
        for triwulan in (*SEMUA_TRIWULAN, _SETAHUN):
            tombol = TombolTriwulan(ROMAWI[triwulan - 1] if triwulan != _SETAHUN else "Setahun")
            tombol.setCheckable(True)
            tombol.setObjectName("triwulan")
            tombol.setProperty("setahun", triwulan == _SETAHUN)
            self._triwulan.addButton(tombol, triwulan)
            self._sebut(triwulan, StatusIsian.TERBUKA)
            baris.addWidget(tombol)
        self._triwulan.idClicked.connect(lambda nomor: self._sesi.set_periode(_periode(nomor)))
        return baris

    def _tombol_cetak(self, menu: QMenu) -> QToolButton:
        tombol = self._cetak
        tombol.setText("Cetak")
        tombol.setMenu(menu)
        tombol.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tombol.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        tombol.setObjectName("tombolCetak")
        return tombol

    def _gayakan(self) -> None:
        """Style what the palette cannot: the one primary button, and the quarter that is on."""
        w = warna()
        self.setStyleSheet(
            "#tombolCetak { padding: 5px 24px 5px 16px; border-radius: 4px; font-weight: 600;"
            f" background: {w.aksen.name()}; color: {w.di_atas_aksen.name()};"
            f" border: 1px solid {w.aksen.name()}; }}"
            "#tombolCetak::menu-indicator { subcontrol-position: right center; right: 8px; }"
            f"#tombolCetak:focus {{ border: 2px solid {w.di_atas_aksen.name()}; }}"
            "#tombolCetak[redam=true] {"
            f" background: {w.kertas.name()}; color: {w.aksen.name()}; border-color: {w.garis.name()}; }}"
            "#triwulan { padding: 4px 12px; border-radius: 4px; min-width: 1.6em;"
            f" border: 1px solid {w.garis.name()}; background: {w.kertas.name()}; }}"
            f"#triwulan:checked {{ font-weight: 600; background: {w.kelompok.name()};"
            f" border: 1px solid {w.aksen.name()}; border-bottom: 3px solid {w.aksen.name()}; }}"
            f"#triwulan[setahun=true] {{ min-width: {self._lebar_setahun()}px; }}"
            f"#triwulan:focus {{ border: 2px solid {w.aksen.name()}; }}"
        )

    @staticmethod
    def _lebar_setahun() -> int:
        """Room for the word in the weight that it has while it is on."""
        return QFontMetrics(huruf_tebal()).horizontalAdvance("Setahun") + JARAK_RAPAT

    def redam_cetak(self, redam: bool) -> None:
        """Step back where the page beneath has the way to paper itself: one primary button is enough."""
        self._cetak.setProperty("redam", redam)
        self._cetak.style().unpolish(self._cetak)
        self._cetak.style().polish(self._cetak)

    def changeEvent(self, event: QEvent) -> None:
        """The system turned dark or light: style anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._menggayakan:
            self._menggayakan = True
            self._gayakan()
            self._menggayakan = False

    def _tahun_dipilih(self, nomor: int) -> None:
        tahun = self._tahun.itemData(nomor)
        if tahun is None:
            self._segarkan()
            self.minta_tahun_baru.emit()
        else:
            self._sesi.set_tahun(tahun)

    def _segarkan(self) -> None:
        """Show where the session is; nothing is emitted for it."""
        kecamatan = self._sesi.kecamatan_aktif()
        self._kantor.setText(f"Kecamatan {kecamatan.nama}" if kecamatan else "Belum ada kecamatan")
        tahun = sorted({*self._sesi.daftar_tahun(), self._sesi.tahun}, reverse=True)
        if [self._tahun.itemData(i) for i in range(self._tahun.count())] != [*tahun, None]:
            self._tahun.clear()
            for satu in tahun:
                self._tahun.addItem(str(satu), satu)
            self._tahun.addItem("Tahun lain …", None)
        self._tahun.setCurrentIndex(tahun.index(self._sesi.tahun))
        self._triwulan.button(_nomor(self._sesi.periode)).setChecked(True)
        dokumen = self._sesi.dokumen_aktif()
        for triwulan in SEMUA_TRIWULAN:
            arsip = self._sesi.arsip
            ada = arsip.status_isian(dokumen.id, triwulan) if dokumen else StatusIsian.TERBUKA
            self._sebut(triwulan, ada)

    def _sebut(self, nomor: int, status: StatusIsian) -> None:
        """Sign and words of a button: which quarter it is, and how far that is where it was said."""
        tombol = self._triwulan.button(nomor)
        assert isinstance(tombol, TombolTriwulan)
        nama = nama_periode(_periode(nomor))
        if status is not StatusIsian.TERBUKA:
            nama = f"{nama}, {KATA_STATUS[status].lower()}"
        tombol.set_status(status)
        tombol.setAccessibleName(nama)
        tombol.setToolTip(f"{nama} (Ctrl+{nomor})")


def _periode(nomor: int) -> Periode:
    return None if nomor == _SETAHUN else nomor


def _nomor(periode: Periode) -> int:
    """The button of a period; the year up to a quarter is found at that quarter."""
    return _SETAHUN if periode is None else triwulan_periode(periode)[-1]
