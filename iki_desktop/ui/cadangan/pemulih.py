"""Bringing a backup back where no file is open: every backup there is, what it holds, and a new file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.cadangan import Cadangan
from iki_desktop.core.errors import IkiError
from iki_desktop.core.isi_cadangan import IsiCadangan, Simpanan
from iki_desktop.core.progress import Progress
from iki_desktop.keluaran import nama_lain
from iki_desktop.ui.cadangan.baris import renggangkan
from iki_desktop.ui.cadangan.baris_cadangan import (
    JALAN,
    JEDA_HASIL,
    baris_cadangan,
    nilai_baris,
    pemeriksaan,
)
from iki_desktop.ui.cadangan.isi import sebut_isi
from iki_desktop.ui.cadangan.kata import sebut_waktu
from iki_desktop.ui.pintu import Pintu
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, huruf_tebal, label_polos
from iki_desktop.ui.tugas import Tugas
from iki_desktop.ui.tujuan import tanya_tujuan

__all__ = ["DialogPulihkan"]

_KOLOM = ("Cadangan", "Sebab", "Ukuran", "Hasil uji")
_CONTOH = ("Kecamatan Contoh · 30 September 2026 00.00", "sebelum penghapusan", "999,9 MB", "")
"""The longest text of each column."""
_JEDA_PILIH = 120
"""Milliseconds that a row is selected until one looks into it: the arrows run past many."""


class DialogPulihkan(QDialog):
    """``berkas`` is the new file, where it was accepted.

    ``tujuan`` is proposed for it: where the file lay that is gone.  Without it a name beside the
    file that the backup was made of.
    """

    def __init__(
        self,
        pintu: Pintu,
        simpanan: Sequence[Simpanan],
        folder: Path,
        *,
        tujuan: Path | None = None,
        induk: QWidget | None = None,
    ) -> None:
        super().__init__(induk)
        self.setWindowTitle("Pulihkan dari cadangan")
        self._pintu = pintu
        self._folder = folder
        self._tujuan = tujuan
        self.berkas: Path | None = None
        self._asal: dict[str, Path | None] = {}
        self._pemeriksa: Tugas | None = None
        self._hasil: list[Cadangan] = []
        self._terlihat: list[tuple[str, IsiCadangan | str]] = []
        self._jam = QTimer(self, interval=JEDA_HASIL)
        self._jam.timeout.connect(self._tuai)
        self._jeda = QTimer(self, singleShot=True, interval=_JEDA_PILIH)
        self._jeda.timeout.connect(self._intip)
        self.daftar = self._buat_daftar()
        self.isi = QPlainTextEdit()
        self.isi.setReadOnly(True)
        self.isi.setAccessibleName("Isi cadangan")
        self.kabar = label_polos()
        self.tombol_cari = QPushButton("&Cari berkas cadangan …")
        self.tombol_batal = QPushButton("&Batal")
        self.tombol_pulihkan = QPushButton("&Pulihkan sebagai berkas baru …")
        self._susun()
        self.tombol_cari.clicked.connect(self.cari)
        self.tombol_batal.clicked.connect(self.reject)
        self.tombol_pulihkan.clicked.connect(self.pulihkan)
        self.daftar.currentItemChanged.connect(lambda _kini, _lama: self._ganti_pilihan())
        self._isi(simpanan)

    # --- layout ---------------------------------------------------------------------------

    def _susun(self) -> None:
        judul = label_polos("Cadangan mana yang dipulihkan?")
        judul.setFont(huruf_judul())
        belah = QSplitter(Qt.Orientation.Vertical)
        belah.addWidget(self.daftar)
        belah.addWidget(self.isi)
        belah.setStretchFactor(0, 3)
        belah.setStretchFactor(1, 2)
        belah.setChildrenCollapsible(False)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(*(JARAK_LEBAR,) * 4)
        letak.setSpacing(JARAK)
        letak.addWidget(judul)
        letak.addWidget(belah, 1)
        letak.addWidget(self.kabar)
        baris = QHBoxLayout()
        for tombol in (self.tombol_cari, self.tombol_batal, self.tombol_pulihkan):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.insertStretch(1)
        letak.addLayout(baris)
        self.tombol_pulihkan.setDefault(True)
        lebar = self.fontMetrics().averageCharWidth() * 120
        self.resize(lebar, lebar * 62 // 100)

    def _buat_daftar(self) -> QTreeWidget:
        daftar = QTreeWidget()
        daftar.setHeaderLabels(_KOLOM)
        daftar.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        daftar.setAccessibleName("Daftar cadangan semua berkas")
        for kolom, contoh in enumerate(_CONTOH):
            lebar = daftar.fontMetrics().horizontalAdvance(contoh) + JARAK_LEBAR * (4 if kolom == 0 else 2)
            daftar.header().resizeSection(kolom, lebar)
        daftar.header().setStretchLastSection(True)
        return daftar

    # --- the list -------------------------------------------------------------------------

    def _isi(self, simpanan: Sequence[Simpanan]) -> None:
        kini = datetime.now()
        for satu in simpanan:
            induk = _baris_berkas(satu)
            self.daftar.addTopLevelItem(induk)
            for cadangan in satu.cadangan:
                self._asal[str(cadangan.path)] = satu.asal
                waktu = f"{cadangan.kantor} · {sebut_waktu(cadangan.waktu, kini)}"
                induk.addChild(baris_cadangan(cadangan, waktu))
            induk.setFirstColumnSpanned(True)
        if simpanan:
            self._pilih_pertama()
            self._periksa([c for satu in simpanan for c in satu.cadangan])
        else:
            self.kabar.setText("Belum ada cadangan di folder cadangan. Cari berkasnya di tempat lain.")
        self._ganti_pilihan()

    def _pilih_pertama(self) -> None:
        """The newest backup of the file that is gone, else the newest of all."""
        semua = [self.daftar.topLevelItem(n) for n in range(self.daftar.topLevelItemCount())]
        induk = next((i for i in semua if i is not None and i.data(0, JALAN) == str(self._tujuan)), semua[0])
        assert induk is not None
        induk.setExpanded(True)
        if (terbaru := induk.child(0)) is not None:
            self.daftar.setCurrentItem(terbaru)
            self.daftar.scrollToItem(terbaru, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _baris(self) -> Iterator[QTreeWidgetItem]:
        for n in range(self.daftar.topLevelItemCount()):
            induk = self.daftar.topLevelItem(n)
            anak = (induk.child(m) for m in range(induk.childCount())) if induk is not None else ()
            yield from (satu for satu in anak if satu is not None)

    def _periksa(self, semua: list[Cadangan]) -> None:
        self._pemeriksa = self._tugas(pemeriksaan(semua, self._pintu.periksa_cadangan, self._hasil))
        self._jam.start()

    def _tugas(self, kerja: Callable[[Progress], object]) -> Tugas:
        tugas = Tugas(kerja, self.parent())
        for akhir in (tugas.selesai, tugas.gagal, tugas.dibatalkan):
            akhir.connect(tugas.deleteLater)
        tugas.mulai()
        return tugas

    def _tuai(self) -> None:
        """Show what the workers have found since."""
        while self._hasil:
            nilai_baris(self._baris(), self._hasil.pop(0))
        while self._terlihat:
            nama, isi = self._terlihat.pop(0)
            if nama == str(self.terpilih()):
                self.isi.setPlainText(isi if isinstance(isi, str) else sebut_isi(isi))

    # --- what one holds -------------------------------------------------------------------

    def terpilih(self) -> Path | None:
        """The backup that is selected."""
        baris = self.daftar.currentItem()
        return Path(baris.data(0, JALAN)) if baris is not None and baris.parent() is not None else None

    def _ganti_pilihan(self) -> None:
        self.tombol_pulihkan.setEnabled(self.terpilih() is not None)
        self.isi.setPlainText("Membaca …" if self.terpilih() is not None else "")
        self._jeda.start()

    def _intip(self) -> None:
        path = self.terpilih()
        if path is None:
            return
        intip, terlihat = self._pintu.intip, self._terlihat

        def kerja(_kemajuan: Progress) -> None:
            try:
                terlihat.append((str(path), intip(path)))
            except IkiError as galat:
                terlihat.append((str(path), str(galat)))

        self._tugas(kerja)
        self._jam.start()

    def done(self, hasil: int) -> None:
        """Whatever still looks through the disk stops with the page."""
        self._jam.stop()
        self._jeda.stop()
        if self._pemeriksa is not None:
            self._pemeriksa.batalkan()
            self._pemeriksa = None
        super().done(hasil)

    # --- doing ----------------------------------------------------------------------------

    def cari(self) -> None:
        """Take a backup from anywhere."""
        nama, _ = QFileDialog.getOpenFileName(
            self, "Cari berkas cadangan", str(self._folder), "Berkas IKI (*.iki)"
        )
        if nama:
            self._pulihkan(Path(nama), None)

    def pulihkan(self) -> None:
        """Make a new file of the selected backup."""
        cadangan = self.terpilih()
        if cadangan is not None:
            self._pulihkan(cadangan, self._asal.get(str(cadangan)))

    def _pulihkan(self, cadangan: Path, asal: Path | None) -> None:
        tujuan = tanya_tujuan(
            self, "Simpan berkas yang dipulihkan", self._usulan(cadangan, asal), "Berkas IKI"
        )
        if tujuan is None:
            return
        try:
            self._pintu.pulihkan(cadangan, tujuan)
        except IkiError as galat:
            self.kabar.setText(str(galat))
            return
        self.berkas = tujuan
        self.accept()

    def _usulan(self, cadangan: Path, asal: Path | None) -> Path:
        """Where the file lay, if its place is free; else a name that tells what it is."""
        if asal is not None and not asal.exists() and asal.parent.is_dir():
            return asal
        folder = asal.parent if asal is not None and asal.parent.is_dir() else self._folder
        nama = asal.stem if asal is not None else cadangan.stem
        baru = folder / f"{nama[:80]} (dipulihkan {datetime.now():%Y-%m-%d %H.%M}).iki"
        return nama_lain(baru) if baru.exists() else baru


def _baris_berkas(simpanan: Simpanan) -> QTreeWidgetItem:
    tempat = str(simpanan.asal) if simpanan.asal is not None else "tempat asal tidak diketahui"
    baris = QTreeWidgetItem([f"{simpanan.kantor} · {tempat}"])
    baris.setFont(0, huruf_tebal())
    baris.setData(0, JALAN, str(simpanan.asal))
    renggangkan(baris)
    return baris
