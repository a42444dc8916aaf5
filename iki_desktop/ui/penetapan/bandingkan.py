"""Two versions of a document beside each other: what stood there, what stands there now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextLength, QTextTableFormat
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.beda_kata import Cara, Potongan, beda_kata
from iki_desktop.core.errors import IkiError
from iki_desktop.core.perbandingan_naskah import BagianBeda, Beda, PerbandinganNaskah, bandingkan_naskah
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.exchange.terbitan import naskah_versi
from iki_desktop.ui.penetapan.matriks import cetakan_matriks
from iki_desktop.ui.penetapan.versi import Versi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_tebal, label_polos, warna

__all__ = ["BEDA_TERBANYAK", "Bandingkan"]

BEDA_TERBANYAK = 400
"""So many differences are shown; the matrix as a file holds all of them."""

_BENTUK = (("PDF", "pdf"), ("Word", "docx"), ("Excel", "xlsx"))
_TANDA = {Cara.DIHAPUS: "−", Cara.DITAMBAH: "+"}
_BAGIAN = {Cara.DITAMBAH: " — ditambahkan", Cara.DIHAPUS: " — dihapus"}


class Bandingkan(QDialog):
    """A window beside the page, in which any two versions can be compared.

    Signals
    -------
    minta_berkas(object)
        the matrix is wanted as a file: a function that gives a ``Cetakan``.
    """

    minta_berkas = Signal(object)

    def __init__(  # noqa: PLR0917  (two versions of one document)
        self,
        sesi: Sesi,
        dokumen_id: int,
        versi: tuple[Versi, ...],
        semula: int,
        menjadi: int,
        induk: QWidget | None = None,
    ) -> None:
        super().__init__(induk)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Bandingkan versi")
        self._sesi = sesi
        self._dokumen_id = dokumen_id
        self._versi = versi
        self._beda = PerbandinganNaskah(())
        self.semula, self.menjadi = self._pemilih(semula, "Semula"), self._pemilih(menjadi, "Menjadi")
        self.ringkas = label_polos()
        self.ringkas.setFont(huruf_tebal())
        self.isi = QTextEdit()
        self.isi.setReadOnly(True)
        self.isi.setAccessibleName("Perbedaan kedua naskah")
        self.isi.setTabChangesFocus(True)
        self.simpan = QPushButton("Simpan matriks")
        self._susun()
        self.segarkan()
        sesi.ringkasan_berubah.connect(self._ikuti)

    def _pemilih(self, nomor: int, nama: str) -> QComboBox:
        kotak = QComboBox()
        kotak.setAccessibleName(nama)
        for satu in self._versi:
            kotak.addItem(satu.sebutan, satu.nomor)
        kotak.setCurrentIndex(kotak.findData(nomor))
        kotak.activated.connect(lambda _nomor: self.segarkan())
        return kotak

    def _susun(self) -> None:
        atas = QHBoxLayout()
        atas.setSpacing(JARAK)
        for kata, kotak in (("&Semula", self.semula), ("&Menjadi", self.menjadi)):
            label = QLabel(kata)
            label.setBuddy(kotak)
            atas.addWidget(label)
            atas.addWidget(kotak, 1)
            atas.addSpacing(JARAK)
        menu = QMenu(self.simpan)
        for nama, akhiran in _BENTUK:
            menu.addAction(nama).triggered.connect(lambda _d, a=akhiran: self._minta(a))
        self.simpan.setMenu(menu)
        self.simpan.setAutoDefault(False)
        kotak_bawah = QDialogButtonBox()
        kotak_bawah.addButton(self.simpan, QDialogButtonBox.ButtonRole.ActionRole)
        kotak_bawah.addButton(QDialogButtonBox.StandardButton.Close)
        kotak_bawah.rejected.connect(self.close)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR // 2)
        letak.addLayout(atas)
        letak.addWidget(self.ringkas)
        letak.addWidget(self.isi, 1)
        letak.addWidget(kotak_bawah)
        lebar = self.fontMetrics().averageCharWidth() * 150
        self.resize(lebar, lebar * 60 // 100)

    # --- what is compared -----------------------------------------------------------------------

    def _naskah(self) -> tuple[Snapshot, Snapshot]:
        """Both versions.

        Raises
        ------
        IkiError
            where one of them cannot be read.
        """
        lama, baru = (
            naskah_versi(self._sesi.workspace, self._dokumen_id, kotak.currentData())
            for kotak in (self.semula, self.menjadi)
        )
        return lama, baru

    def segarkan(self) -> None:
        """Compare the two that are chosen."""
        try:
            beda = bandingkan_naskah(*self._naskah())
        except IkiError as galat:
            self._beda = PerbandinganNaskah(())
            self.ringkas.setText(str(galat))
            self.isi.clear()
            self.simpan.setEnabled(False)
            return
        self.ringkas.setText(beda.ringkas)
        self.simpan.setEnabled(True)
        if beda != self._beda:
            self._beda = beda
            self._tulis()

    def _ikuti(self) -> None:
        """The draft goes on while it is compared; what is read stays where it is."""
        gulungan = self.isi.verticalScrollBar()
        tempat = gulungan.value()
        self.segarkan()
        gulungan.setValue(tempat)

    def _minta(self, akhiran: str) -> None:
        semula, menjadi = self.semula.currentText(), self.menjadi.currentText()
        self.minta_berkas.emit(
            lambda: cetakan_matriks(akhiran, *self._naskah(), semula=semula, menjadi=menjadi)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._beda.sama:
            self._tulis()

    # --- as text: nothing of it is markup -------------------------------------------------------

    def _tulis(self) -> None:
        # A document that is not seen yet is not laid out with every word that comes into it.
        naskah = QTextDocument(self.isi)
        naskah.setDefaultFont(self.isi.font())
        kursor = QTextCursor(naskah)
        kursor.beginEditBlock()
        sisa = BEDA_TERBANYAK
        for bagian in self._beda.bagian:
            if sisa <= 0:
                break
            self._tulis_bagian(kursor, bagian, bagian.beda[:sisa])
            sisa -= len(bagian.beda)
        if sisa < 0:
            kursor.insertText(f"{-sisa} perbedaan lagi ada di matriks yang disimpan.", _format())
        kursor.endEditBlock()
        self.isi.setDocument(naskah)

    def _tulis_bagian(self, kursor: QTextCursor, bagian: BagianBeda, beda: tuple[Beda, ...]) -> None:
        nama = f"Jabatan {bagian.nama}" if bagian.jabatan else bagian.nama
        kursor.insertText(f"{nama}{_BAGIAN.get(bagian.cara, '')}", _format(tebal=True))
        tabel = kursor.insertTable(len(beda) + 1, 3, _bentuk_tabel())
        for kolom, judul in enumerate(("Ketentuan", "Semula", "Menjadi")):
            tabel.cellAt(0, kolom).firstCursorPosition().insertText(judul, _format(redup=True))
        for baris, satu in enumerate(beda, 1):
            potongan = beda_kata(satu.semula, satu.menjadi)
            tabel.cellAt(baris, 0).firstCursorPosition().insertText(satu.tempat, _format())
            _tulis_teks(tabel.cellAt(baris, 1).firstCursorPosition(), potongan, Cara.DITAMBAH)
            _tulis_teks(tabel.cellAt(baris, 2).firstCursorPosition(), potongan, Cara.DIHAPUS)
        kursor.movePosition(QTextCursor.MoveOperation.End)
        kursor.insertBlock()


def _bentuk_tabel() -> QTextTableFormat:
    bentuk = QTextTableFormat()
    bentuk.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    bentuk.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, n) for n in (26, 37, 37)]
    )
    bentuk.setHeaderRowCount(1)
    bentuk.setCellPadding(JARAK // 2)
    bentuk.setCellSpacing(0)
    bentuk.setBorder(0)
    bentuk.setBottomMargin(JARAK_LEBAR)
    return bentuk


def _tulis_teks(kursor: QTextCursor, potongan: tuple[Potongan, ...], tanpa: Cara) -> None:
    """One side: words that are its alone bear a sign and a line, through them or under them."""
    for satu in potongan:
        if satu.cara is tanpa:
            continue
        if satu.cara not in _TANDA:
            kursor.insertText(satu.teks, _format())
            continue
        sebelum, inti, sesudah = satu.bertepi
        kursor.insertText(f"{sebelum}{_TANDA[satu.cara]}", _format(cara=satu.cara, bergaris=False))
        kursor.insertText(inti, _format(cara=satu.cara))
        kursor.insertText(sesudah, _format())


def _format(
    *, tebal: bool = False, redup: bool = False, cara: Cara = Cara.SAMA, bergaris: bool = True
) -> QTextCharFormat:
    bentuk = QTextCharFormat()
    bentuk.setFontWeight(QFont.Weight.DemiBold if tebal else QFont.Weight.Normal)
    bentuk.setFontStrikeOut(bergaris and cara is Cara.DIHAPUS)
    bentuk.setFontUnderline(bergaris and cara is Cara.DITAMBAH)
    if redup:
        bentuk.setForeground(warna().redup)
    if cara is Cara.DIHAPUS:
        bentuk.setForeground(warna().salah)
    if cara is Cara.DITAMBAH:
        bentuk.setForeground(warna().kategori[0])
    return bentuk
