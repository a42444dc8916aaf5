""" "Yang dicetak": which parts of the document go to paper, and which posts of the annex."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.records import Jabatan
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.pilihan import JANGKAR_BAWAAN, Pilihan, bagian_ada
from iki_desktop.ui.formulir.ketikan import BarisTeks, KotakPilihan
from iki_desktop.ui.pratinjau.centang import KotakCentang, bingkai_centang
from iki_desktop.ui.pratinjau.ingatan import PilihanCetak
from iki_desktop.ui.pratinjau.pemilih_versi import PemilihVersi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, huruf_tebal, label_kecil, label_polos

__all__ = ["YangDicetak"]

_ID = Qt.ItemDataRole.UserRole

_BAGIAN = {
    "sampul": "Sampul",
    "bab": "Bab",
    "visi_misi": "Visi dan misi",
    "iku": "IKU",
    "keputusan": "Keputusan",
    "lampiran": "Lampiran",
}

_CARA = {
    CaraTandaTangan.BASAH: "Tanda tangan basah",
    CaraTandaTangan.ELEKTRONIK_JANGKAR: "Elektronik, dengan tanda jangkar",
    CaraTandaTangan.ELEKTRONIK_KOTAK: "Elektronik, dengan kotak kosong",
}


class _PelukisBaris(QStyledItemDelegate):
    """Rows as high as their words: the list's own reckoning forgets the width of the tick."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        daftar = self.parent()
        assert isinstance(daftar, QListWidget)
        self.initStyleOption(option, index)
        bagian = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        bingkai_centang(painter, daftar.style().subElementRect(bagian, option, daftar))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        daftar = self.parent()
        assert isinstance(daftar, QListWidget)
        gaya = daftar.style()
        tepi = gaya.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        centang = gaya.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        lebar = daftar.viewport().width() - centang - 6 * tepi - 2 * daftar.spacing()
        metrik = daftar.fontMetrics()
        ruang = QRect(0, 0, max(lebar, metrik.averageCharWidth()), 0)
        teks = metrik.boundingRect(ruang, Qt.TextFlag.TextWordWrap.value, str(index.data()))
        return QSize(lebar, teks.height() + JARAK_RAPAT)


class YangDicetak(QWidget):
    """Checkboxes over the document of the year.  ``berubah()``: something else is to be printed."""

    berubah = Signal()

    def __init__(self, sesi: Sesi, setelan: Setelan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._ingatan = PilihanCetak(setelan, sesi.path)
        self.naskah = PemilihVersi(sesi)
        self.naskah.berubah.connect(self._kabarkan)
        self._centang: dict[str, KotakCentang] = {}
        self._draf = KotakCentang("Tanda “DRAF” selama belum ditetapkan")
        self._cara = KotakPilihan()
        self._jangkar = BarisTeks()
        self._baris_jangkar = QWidget()
        self._penandatanganan = QWidget()
        self._daftar = QListWidget()
        self._jabatan = QWidget()
        self._isi_kosong = label_kecil("Tidak ada yang dipilih. Lembar kosong yang tercetak.")
        self._susun()
        sesi.berubah.connect(lambda _edit: self.segarkan())
        sesi.konteks_berubah.connect(self.segarkan)
        sesi.pilihan_berubah.connect(lambda _id: self.segarkan())
        self.segarkan()

    # --- layout -----------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK)
        letak.addWidget(self.naskah)
        for nama, kata in _BAGIAN.items():
            centang = KotakCentang(kata)
            centang.clicked.connect(lambda dicetak, n=nama: self._set_bagian(n, dicetak))
            self._centang[nama] = centang
            letak.addWidget(centang)
        letak.addWidget(self._isi_kosong)
        letak.addWidget(self._penandatanganan)
        letak.addWidget(self._jabatan, 1)
        letak.addStretch(0)
        self._susun_penandatanganan()
        self._susun_jabatan()

    def _susun_penandatanganan(self) -> None:
        """What a paper that is to be signed looks like before it is."""
        self._draf.clicked.connect(self._set_draf)
        self._cara.setAccessibleName("Cara menandatangani")
        self._cara.addItems(list(_CARA.values()))
        self._cara.activated.connect(self._set_cara)
        self._jangkar.setMaxLength(1)
        self._jangkar.setPlaceholderText(JANGKAR_BAWAAN)
        self._jangkar.setMaximumWidth(self._jangkar.fontMetrics().averageCharWidth() * 6)
        self._jangkar.editingFinished.connect(self._set_jangkar)
        label = QLabel("Tanda jangkar")
        label.setBuddy(self._jangkar)
        baris = QHBoxLayout(self._baris_jangkar)
        baris.setContentsMargins(0, 0, 0, 0)
        for bagian in (label, self._jangkar):
            baris.addWidget(bagian)
        baris.addStretch(1)
        letak = QVBoxLayout(self._penandatanganan)
        letak.setContentsMargins(0, JARAK_LEBAR - JARAK, 0, 0)
        letak.setSpacing(JARAK)
        for isi in (self._cara, self._baris_jangkar, self._draf):
            letak.addWidget(isi)

    def _susun_jabatan(self) -> None:
        judul = label_polos("Jabatan dalam lampiran")
        judul.setFont(huruf_tebal())
        semua, kosong = QPushButton("Semua"), QPushButton("Tidak satu pun")
        semua.clicked.connect(lambda: self._set_semua(True))
        kosong.clicked.connect(lambda: self._set_semua(False))
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        for tombol in (semua, kosong):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.addStretch(1)
        self._siapkan_daftar()
        letak = QVBoxLayout(self._jabatan)
        letak.setContentsMargins(0, JARAK_LEBAR - JARAK, 0, 0)
        letak.setSpacing(JARAK)
        letak.addWidget(judul)
        letak.addLayout(baris)
        letak.addWidget(self._daftar, 1)

    def _siapkan_daftar(self) -> None:
        daftar = self._daftar
        daftar.setAccessibleName("Jabatan yang dicetak")
        daftar.setFrameShape(QFrame.Shape.NoFrame)
        daftar.setWordWrap(True)
        daftar.setItemDelegate(_PelukisBaris(daftar))
        daftar.setResizeMode(QListWidget.ResizeMode.Adjust)
        daftar.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        daftar.setSpacing(JARAK_RAPAT // 2)
        daftar.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        daftar.itemChanged.connect(self._set_jabatan)

    # --- following the session ----------------------------------------------------------------

    def _semua_jabatan(self) -> list[Jabatan]:
        snapshot = self.naskah.snapshot_terbaca()
        return [utuh.jabatan for utuh in snapshot.jabatan] if snapshot else []

    def segarkan(self) -> None:
        """Show the parts and posts that there are now; what nobody looks at waits."""
        if not self.isVisible():
            return
        self.naskah.segarkan()
        snapshot = self.naskah.snapshot_terbaca()
        jabatan = [utuh.jabatan for utuh in snapshot.jabatan] if snapshot else []
        ada = bagian_ada(snapshot) if snapshot else ()
        for nama, centang in self._centang.items():
            centang.setVisible(nama in ada)
            centang.setChecked(self._ingatan.bagian(nama))
        self._penandatanganan.setVisible("keputusan" in ada)
        self._segarkan_penandatanganan()
        self._jabatan.setVisible("lampiran" in ada and self._ingatan.bagian("lampiran"))
        self._segarkan_daftar(jabatan)
        self._isi_kosong.setVisible(bool(ada) and not self._ada_isi(ada, jabatan))

    def _segarkan_penandatanganan(self) -> None:
        cara = self._ingatan.tanda_tangan
        self._draf.setChecked(self._ingatan.tanda_draf)
        self._cara.setCurrentIndex(list(_CARA).index(cara))
        self._baris_jangkar.setVisible(cara is CaraTandaTangan.ELEKTRONIK_JANGKAR)
        if not self._jangkar.hasFocus():
            self._jangkar.pasang("" if self._ingatan.jangkar == JANGKAR_BAWAAN else self._ingatan.jangkar)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.segarkan()

    def _ada_isi(self, ada: Sequence[str], jabatan: list[Jabatan]) -> bool:
        dicetak = {nama for nama in ada if self._ingatan.bagian(nama)}
        if not any(self._ingatan.jabatan(j.id) for j in jabatan):
            dicetak.discard("lampiran")
        return bool(dicetak)

    def _segarkan_daftar(self, semua: list[Jabatan]) -> None:
        """Rows that are there stay, so that focus and scrolling do too."""
        with QSignalBlocker(self._daftar):
            while self._daftar.count() > len(semua):
                self._daftar.takeItem(self._daftar.count() - 1)
            while self._daftar.count() < len(semua):
                self._daftar.addItem(QListWidgetItem())
            for nomor, jabatan in enumerate(semua):
                baris = self._daftar.item(nomor)
                baris.setData(_ID, jabatan.id)
                baris.setText(jabatan.nama)
                dicetak = self._ingatan.jabatan(jabatan.id)
                baris.setCheckState(Qt.CheckState.Checked if dicetak else Qt.CheckState.Unchecked)

    # --- choosing -----------------------------------------------------------------------------

    def pilihan(self) -> Pilihan:
        """What is chosen, as the composer takes it."""
        return self._ingatan.pilihan(self._semua_jabatan())

    def simpan(self) -> None:
        """Take over what is being typed."""
        if (
            self._jangkar.isVisible()
            and (self._jangkar.text().strip() or JANGKAR_BAWAAN) != self._ingatan.jangkar
        ):
            self._set_jangkar()

    def _set_bagian(self, nama: str, dicetak: bool) -> None:
        self._ingatan.set_bagian(nama, dicetak)
        self._kabarkan()

    def _set_jabatan(self, baris: QListWidgetItem) -> None:
        self._ingatan.set_jabatan([baris.data(_ID)], baris.checkState() == Qt.CheckState.Checked)
        self._kabarkan()

    def _set_semua(self, dicetak: bool) -> None:
        self._ingatan.set_jabatan([j.id for j in self._semua_jabatan()], dicetak)
        self._kabarkan()

    def _set_draf(self, dicetak: bool) -> None:
        self._ingatan.set_tanda_draf(dicetak)
        self._kabarkan()

    def _set_cara(self, nomor: int) -> None:
        self._ingatan.set_tanda_tangan(list(_CARA)[nomor])
        self._kabarkan()

    def _set_jangkar(self) -> None:
        self._ingatan.set_jangkar(self._jangkar.text().strip())
        self._kabarkan()

    def _kabarkan(self) -> None:
        self.segarkan()
        self.berubah.emit()
