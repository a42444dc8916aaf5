"""The head of the preview: where one is, how large, what is beside the pages, and the way to paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from iki_desktop.ui.pratinjau.zoom import DAFTAR_PERSEN, HALAMAN_PENUH, LEBAR_HALAMAN, Zoom, persen
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil, warna

__all__ = ["KepalaPratinjau"]

_TENGGANG_KABAR = 150
"""Milliseconds after which it is worth saying that the pages are being made."""

_DAFTAR_ZOOM = (LEBAR_HALAMAN, HALAMAN_PENUH, *(persen(p) for p in DAFTAR_PERSEN))

_MENU = (
    ("Simpan sebagai &PDF …", "pdf"),
    ("Simpan sebagai &Word …", "docx"),
    ("Cetak ke p&encetak …", "cetak"),
)


class KepalaPratinjau(QWidget):
    """Signals

    halaman_diminta(int)
        the page of that number (from 0) is asked for.
    zoom_diminta(Zoom)
        another size is chosen.
    samping_diminta(str)
        the page beside is to be shown ("isi", "tata") or, empty, none.
    minta_cetak(str)
        "pdf", "docx" or "cetak".
    minta_halaman_uji()
        the test page is asked for.
    """

    halaman_diminta = Signal(int)
    zoom_diminta = Signal(object)
    samping_diminta = Signal(str)
    minta_cetak = Signal(str)
    minta_halaman_uji = Signal()

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.halaman = QSpinBox()
        self._dari = QLabel()
        self.zoom = QComboBox()
        self._kabar = label_kecil("Memperbarui …")
        self.samping = {"isi": QPushButton("Yang dicetak"), "tata": QPushButton("Tata letak")}
        self.cetak = QToolButton()
        self._tenggang = QTimer(self, singleShot=True, interval=_TENGGANG_KABAR)
        self._tenggang.timeout.connect(lambda: self._kabar.setVisible(True))
        self._siapkan()
        self._susun()
        self._gayakan()

    def _siapkan(self) -> None:
        self.halaman.setAccessibleName("Halaman")
        self.halaman.setKeyboardTracking(False)
        self.halaman.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.halaman.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.halaman.valueChanged.connect(lambda nomor: self.halaman_diminta.emit(nomor - 1))
        self.zoom.setAccessibleName("Besar tampilan")
        self.zoom.setMinimumContentsLength(len(LEBAR_HALAMAN.kata))
        self.zoom.addItems([z.kata for z in _DAFTAR_ZOOM])
        self.zoom.activated.connect(lambda nomor: self.zoom_diminta.emit(_DAFTAR_ZOOM[nomor]))
        self._kabar.setWordWrap(False)
        self._kabar.setMinimumWidth(1)  # where there is no room for it, it must not make any
        tetap = self._kabar.sizePolicy()
        tetap.setRetainSizeWhenHidden(True)
        self._kabar.setSizePolicy(tetap)
        self._kabar.hide()
        for nama, tombol in self.samping.items():
            tombol.setCheckable(True)
            tombol.setObjectName("sampingPratinjau")
            tombol.setAutoDefault(False)
            tombol.clicked.connect(lambda nyala, n=nama: self._samping(n if nyala else ""))
        self._siapkan_cetak()

    def _siapkan_cetak(self) -> None:
        menu = QMenu(self.cetak)
        for kata, jenis in _MENU:
            menu.addAction(kata).triggered.connect(partial(self._minta, jenis))
        menu.addSeparator()
        menu.addAction("Cetak &halaman uji …").triggered.connect(self.minta_halaman_uji)
        self.cetak.setText("Cetak …")
        self.cetak.setMenu(menu)
        self.cetak.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.cetak.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.cetak.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cetak.setObjectName("cetakPratinjau")

    def _susun(self) -> None:
        letak = QHBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK)
        label = QLabel("&Halaman")
        label.setBuddy(self.halaman)
        for bagian in (label, self.halaman, self._dari):
            letak.addWidget(bagian)
        letak.addSpacing(JARAK_LEBAR)
        letak.addWidget(self.zoom)
        letak.addSpacing(JARAK)
        letak.addWidget(self._kabar)
        letak.addStretch(1)
        for tombol in self.samping.values():
            letak.addWidget(tombol)
        letak.addSpacing(JARAK_RAPAT)
        letak.addWidget(self.cetak)

    def _gayakan(self) -> None:
        """Style what the palette cannot: the one primary button, and which page stands beside."""
        w = warna()
        gaya = (
            "#cetakPratinjau { padding: 5px 24px 5px 16px; border-radius: 4px; font-weight: 600;"
            f" background: {w.aksen.name()}; color: {w.di_atas_aksen.name()};"
            f" border: 1px solid {w.aksen.name()}; }}"
            "#cetakPratinjau::menu-indicator { subcontrol-position: right center; right: 8px; }"
            f"#cetakPratinjau:focus {{ border: 2px solid {w.di_atas_aksen.name()}; }}"
            f"#cetakPratinjau:disabled {{ background: {w.kelompok.name()}; color: {w.redup.name()};"
            f" border: 1px solid {w.garis.name()}; }}"
            "#sampingPratinjau { padding: 4px 12px; border-radius: 4px;"
            f" border: 1px solid {w.garis.name()}; background: {w.kertas.name()}; }}"
            f"#sampingPratinjau:checked {{ background: {w.kelompok.name()};"
            f" border: 1px solid {w.aksen.name()}; border-bottom: 3px solid {w.aksen.name()}; }}"
            f"#sampingPratinjau:focus {{ border: 2px solid {w.aksen.name()}; }}"
        )
        if gaya != self.styleSheet():
            self.setStyleSheet(gaya)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._gayakan()

    # --- what is shown ------------------------------------------------------------------------

    def tampilkan_halaman(self, halaman: int, jumlah: int) -> None:
        """Say which page (from 0) is read, of how many."""
        with QSignalBlocker(self.halaman):
            self.halaman.setRange(min(jumlah, 1), jumlah)
            self.halaman.setSpecialValueText("" if jumlah else "–")
            self.halaman.setValue(halaman + 1)
        self._dari.setText(f"dari {jumlah}" if jumlah else "")

    def tampilkan_zoom(self, zoom: Zoom) -> None:
        """Say how large the pages are; a size between the steps is said as it is."""
        self.zoom.setPlaceholderText(zoom.kata)
        self.zoom.setCurrentIndex(next((n for n, z in enumerate(_DAFTAR_ZOOM) if z == zoom), -1))

    def tampilkan_sibuk(self, sibuk: bool) -> None:
        """Say that pages are being made, if it lasts."""
        if sibuk:
            self._tenggang.start()
        else:
            self._tenggang.stop()
            self._kabar.hide()

    def tampilkan_samping(self, nama: str) -> None:
        """Which page stands beside."""
        for satu, tombol in self.samping.items():
            tombol.setChecked(satu == nama)

    def _minta(self, jenis: str) -> None:
        self.minta_cetak.emit(jenis)

    def _samping(self, nama: str) -> None:
        self.tampilkan_samping(nama)
        self.samping_diminta.emit(nama)

    def set_ada(self, ada: bool) -> None:
        """Whether there are pages at all."""
        for bagian in (self.halaman, self.zoom, self.cetak, *self.samping.values()):
            bagian.setEnabled(ada)
