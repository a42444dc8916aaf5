"""Choosing another formula of the same document: all of them by post, found while typing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.records import Formulasi
from iki_desktop.core.sebutan import NAMA_JENIS
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_judul, label_kecil, label_polos

__all__ = ["PilihFormulasi", "kata_formulasi", "sebut_formulasi"]

_TERPANJANG = 90
"""Letters of each of the names in a line."""


def kata_formulasi(formulasi: Formulasi) -> str:
    """A formula in its own words, in those of its parts, or else what kind it is."""
    bagian = (formulasi.teks, formulasi.pembilang, formulasi.penyebut, formulasi.rumus)
    return next((" ".join(b.split()) for b in bagian if b), NAMA_JENIS[formulasi.jenis])


def sebut_formulasi(arsip: Arsip, formulasi: Formulasi) -> str:
    """A formula with where it stands: ``Camat › Nilai SKM › Hasil survei``."""
    jalan = [n for n in arsip.leluhur(formulasi.id) if n.id != formulasi.id]
    indikator, _, jabatan, *_ = jalan
    nama = (getattr(jabatan, "nama", ""), getattr(indikator, "teks", ""), kata_formulasi(formulasi))
    return " › ".join(singkatkan(" ".join(n.split()), _TERPANJANG) for n in nama)


class PilihFormulasi(QDialog):
    """A list of the document's formulas that keep their own entries, but for one."""

    def __init__(self, arsip: Arsip, formulasi: Formulasi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Samakan dengan formulasi lain")
        judul = label_polos("Formulasi mana yang sama?")
        judul.setFont(huruf_judul())
        self.cari = QLineEdit()
        self.cari.setPlaceholderText("Cari jabatan, indikator, atau formulasi")
        self.cari.setAccessibleName("Cari formulasi")
        self.daftar = QListWidget()
        self.daftar.setAccessibleName("Daftar formulasi")
        self.daftar.setWordWrap(True)
        self.daftar.setSpacing(JARAK_RAPAT // 2)
        self.daftar.setAlternatingRowColors(True)
        for satu in _calon(arsip, formulasi):
            baris = QListWidgetItem(sebut_formulasi(arsip, satu), self.daftar)
            baris.setData(Qt.ItemDataRole.UserRole, satu.id)
        self.tombol = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.tombol.button(QDialogButtonBox.StandardButton.Ok).setText("Samakan")
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        for bagian in (judul, label_kecil("Bunyi dan realisasinya dipakai bersama, cukup diisi satu kali.")):
            letak.addWidget(bagian)
        letak.addWidget(self.cari)
        letak.addWidget(self.daftar, 1)
        letak.addWidget(self.tombol)
        self.cari.textChanged.connect(self._saring)
        for satu_tempat in (self.cari, self.daftar):
            satu_tempat.installEventFilter(self)
        self.daftar.itemSelectionChanged.connect(self._atur)
        self.daftar.itemActivated.connect(lambda _baris: self.accept())
        self.tombol.accepted.connect(self.accept)
        self.tombol.rejected.connect(self.reject)
        self._atur()
        lebar = self.fontMetrics().averageCharWidth() * 100
        self.resize(lebar, lebar * 3 // 5)

    def terpilih(self) -> int | None:
        """The id of the chosen formula; ``None`` while there is none."""
        baris = self.daftar.currentItem()
        if not self.daftar.selectedItems() or baris.isHidden():
            return None
        nomor = baris.data(Qt.ItemDataRole.UserRole)
        assert isinstance(nomor, int)
        return nomor

    def eventFilter(self, sumber: QObject, event: QEvent) -> bool:
        """Arrow down leads from the search into the list, whose first line is then chosen."""
        if sumber is self.cari and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.daftar.setFocus()
                self._pilih_pertama()
                return True
        elif sumber is self.daftar and event.type() == QEvent.Type.FocusIn:
            self._pilih_pertama()
        return super().eventFilter(sumber, event)

    def _tampak(self) -> list[QListWidgetItem]:
        semua = (self.daftar.item(nomor) for nomor in range(self.daftar.count()))
        return [baris for baris in semua if not baris.isHidden()]

    def _pilih_pertama(self) -> None:
        if self.terpilih() is None and (tampak := self._tampak()):
            self.daftar.setCurrentItem(tampak[0])

    def _saring(self, teks: str) -> None:
        """Show what has all the words; the only one left is chosen, so that Enter takes it."""
        kata = teks.casefold().split()
        for nomor in range(self.daftar.count()):
            baris = self.daftar.item(nomor)
            isi = baris.text().casefold()
            baris.setHidden(not all(k in isi for k in kata))
        if len(self._tampak()) == 1:
            self._pilih_pertama()
        self._atur()

    def _atur(self) -> None:
        self.tombol.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.terpilih() is not None)


def _calon(arsip: Arsip, formulasi: Formulasi) -> Iterator[Formulasi]:
    dokumen = arsip.dokumen_dari(formulasi.id)
    assert dokumen is not None
    for record in arsip.turunan(dokumen.id):
        if isinstance(record, Formulasi) and record.sumber_id is None and record.id != formulasi.id:
            yield record
