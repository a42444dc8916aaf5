"""The head of the page of a decision: how far it is, the next step, and its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.penerbitan import nama_versi
from iki_desktop.core.records import Dokumen, Kecamatan, Keputusan
from iki_desktop.exchange.terbitan import RANCANGAN, baca_terbitan, terbitkan_perubahan, tetapkan
from iki_desktop.ui.penetapan.alasan import TanyaAlasan
from iki_desktop.ui.penetapan.bandingkan import Bandingkan
from iki_desktop.ui.penetapan.tetapkan import Tetapkan
from iki_desktop.ui.penetapan.versi import Keadaan, Tahap, Versi, keadaan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, huruf_tebal, label_kecil, label_polos

__all__ = ["PanelPenetapan"]

_KALIMAT = {
    Tahap.DRAF: (
        "Keputusan ini masih draf.",
        "Bila sudah bernomor dan ditandatangani, tetapkan. Bunyinya lalu dibekukan.",
    ),
    Tahap.BELUM_BEKU: (
        "Keputusan sudah ditetapkan, naskahnya belum dibekukan.",
        "Naskah beku tercetak sama, walau camat, kop, atau data kemudian berganti.",
    ),
    Tahap.TETAP: (
        "Keputusan sudah ditetapkan.",
        "Data boleh terus diubah. Yang tercetak tetap naskah yang ditetapkan.",
    ),
    Tahap.RANCANGAN: ("Ada rancangan {berikut}.", "Berbeda dari yang ditetapkan: {ringkas}"),
    Tahap.PERUBAHAN: ("Naskah {berikut} sedang disusun.", "Berbeda dari yang ditetapkan: {ringkas}"),
}

_LANGKAH = {
    Tahap.DRAF: "Tetapkan Keputusan …",
    Tahap.BELUM_BEKU: "Bekukan naskah seperti sekarang",
    Tahap.RANCANGAN: "Susun naskah {berikut} …",
    Tahap.PERUBAHAN: "Tetapkan {berikut} …",
}


class PanelPenetapan(QWidget):
    """State, step and versions of the decision of one document.

    ``simpan`` commits what is typed on the page, and says whether nothing was refused.

    Signals
    -------
    lihat(int)
        a version is to be shown on paper.
    cetak(int)
        a version is to be printed.
    minta_berkas(object)
        a file is to be made: a function that gives a ``Cetakan``.
    """

    lihat = Signal(int)
    cetak = Signal(int)
    minta_berkas = Signal(object)

    def __init__(self, sesi: Sesi, simpan: Callable[[], bool]) -> None:
        super().__init__()
        self._sesi = sesi
        self._simpan = simpan
        self._dokumen_id = 0
        self._tampil: Keadaan | None = None
        self._judul = label_polos()
        self._judul.setFont(huruf_tebal())
        self._uraian = label_kecil()
        self.langkah = QPushButton()
        self.langkah.clicked.connect(lambda: self._lakukan())  # noqa: PLW0108  (drops the checked state)
        self.pembatalan = QPushButton("Batalkan penetapan …")
        self.pembatalan.clicked.connect(lambda: self.batalkan())  # noqa: PLW0108
        self._versi = QWidget()
        self._kisi = QGridLayout(self._versi)
        self._isi_kisi: list[QWidget] = []
        self._susun()

    def _susun(self) -> None:
        tombol = QHBoxLayout()
        tombol.setSpacing(JARAK)
        for satu in (self.langkah, self.pembatalan):
            satu.setAutoDefault(False)
            tombol.addWidget(satu)
        tombol.addStretch(1)
        self._kisi.setContentsMargins(0, JARAK, 0, 0)
        self._kisi.setHorizontalSpacing(JARAK)
        self._kisi.setVerticalSpacing(JARAK_RAPAT)
        self._kisi.setColumnStretch(1, 1)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, JARAK_LEBAR)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(self._judul)
        letak.addWidget(self._uraian)
        letak.addSpacing(JARAK_RAPAT)
        letak.addLayout(tombol)
        letak.addWidget(self._versi)

    # --- as a part of a page --------------------------------------------------------------------

    def buka(self, dokumen_id: int) -> None:
        """Show the state of a document."""
        self._dokumen_id = dokumen_id
        self.segarkan()

    def segarkan(self) -> None:
        """Show the state as it is now."""
        if self._dokumen_id not in self._sesi.arsip:
            return
        kini = keadaan(self._sesi, self._dokumen())
        if kini == self._tampil:
            return
        lama, self._tampil = self._tampil, kini
        judul, uraian = _KALIMAT[kini.tahap]
        self._judul.setText(self._isi(judul))
        self._uraian.setText(self._isi(uraian))
        langkah = _LANGKAH.get(kini.tahap, "")
        self.langkah.setText(self._isi(langkah))
        self.langkah.setVisible(bool(langkah))
        self.pembatalan.setVisible(kini.tahap is not Tahap.DRAF)
        self._versi.setVisible(bool(kini.versi))
        if lama is None or lama.versi != kini.versi:
            self._tampilkan_versi(kini.versi)

    def mulai(self) -> None:
        """Put the focus on the next step, else on the first version."""
        tombol = [self.langkah, *(isi for isi in self._isi_kisi if isinstance(isi, QPushButton))]
        for satu in tombol:
            if not satu.isHidden():
                satu.setFocus()
                return

    def simpan(self) -> bool:
        """Nothing is typed here."""
        return True

    def berubah(self) -> bool:
        """Nothing is typed here."""
        return False

    def tinggalkan(self) -> None:
        """Nothing is kept."""

    def _isi(self, teks: str) -> str:
        assert self._tampil is not None
        berikut = nama_versi(self._tampil.berikut)
        return teks.replace("{berikut}", berikut).replace("{ringkas}", self._tampil.ringkas)

    def _dokumen(self) -> Dokumen:
        dokumen = self._sesi.arsip[self._dokumen_id]
        assert isinstance(dokumen, Dokumen)
        return dokumen

    # --- the versions ---------------------------------------------------------------------------

    def _tampilkan_versi(self, semua: tuple[Versi, ...]) -> None:
        """A row for each; the focus stays where it was, if the row is still there."""
        nama = getattr(self.focusWidget(), "accessibleName", str)()
        for isi in self._isi_kisi:
            self._kisi.removeWidget(isi)
            isi.hide()
            isi.deleteLater()
        self._isi_kisi.clear()
        for baris, versi in enumerate(semua):
            self._tampilkan_satu(baris, versi, dapat_dibandingkan=len(semua) > 1)
        for isi in self._isi_kisi:
            if nama and isi.accessibleName() == nama:
                isi.show()  # what the layout has not shown yet takes no focus
                isi.setFocus()

    def _tampilkan_satu(self, baris: int, versi: Versi, *, dapat_dibandingkan: bool) -> None:
        judul = label_polos(versi.nama)
        judul.setWordWrap(False)
        uraian = label_kecil(versi.uraian)
        self._kisi.addWidget(judul, baris, 0)
        self._kisi.addWidget(uraian, baris, 1)
        self._isi_kisi += [judul, uraian]
        langkah: list[tuple[str, Callable[[], object]]] = [
            ("Lihat", lambda: self.lihat.emit(versi.nomor)),
            ("Cetak …", lambda: self.cetak.emit(versi.nomor)),
        ]
        if dapat_dibandingkan:
            langkah.append(("Bandingkan …", lambda: self.bandingkan(versi.nomor)))
        for kolom, (kata, perbuatan) in enumerate(langkah, 2):
            tombol = QPushButton(kata)
            tombol.setAutoDefault(False)
            tombol.setAccessibleName(f"{kata.removesuffix(' …')} {versi.nama}")
            tombol.clicked.connect(lambda _d, p=perbuatan: p())
            self._kisi.addWidget(tombol, baris, kolom, Qt.AlignmentFlag.AlignVCenter)
            self._isi_kisi.append(tombol)

    def bandingkan(self, nomor: int) -> None:
        """Show what differs between a version and the one before it."""
        assert self._tampil is not None
        urutan = [v.nomor for v in self._tampil.versi]
        tempat = urutan.index(nomor)
        lama, baru = (tempat + 1, tempat) if tempat + 1 < len(urutan) else (tempat, tempat - 1)
        jendela = Bandingkan(
            self._sesi, self._dokumen_id, self._tampil.versi, urutan[lama], urutan[baru], self
        )
        jendela.minta_berkas.connect(self.minta_berkas)
        jendela.show()

    # --- the steps ------------------------------------------------------------------------------

    def _lakukan(self) -> None:
        """The next step of the state that is shown; what is typed on the page goes before it."""
        if self._tampil is None or not self._simpan():
            return
        self.segarkan()
        match keadaan(self._sesi, self._dokumen()).tahap:
            case Tahap.DRAF | Tahap.PERUBAHAN:
                self.tetapkan()
            case Tahap.BELUM_BEKU:
                self.bekukan()
            case Tahap.RANCANGAN:
                self.susun_perubahan()

    def tetapkan(self) -> None:
        """Ask what is still missing, and issue the decision or its amendment."""
        from iki_desktop.naskah.perubahan import alasan_perubahan  # noqa: PLC0415  (start-up)

        assert self._tampil is not None
        nomor, dokumen = self._tampil.berikut, self._dokumen()
        keputusan = dokumen.keputusan or Keputusan()
        kecamatan = self._sesi.arsip[dokumen.kecamatan_id]
        assert isinstance(kecamatan, Kecamatan)

        def terbitkan(isi: Keputusan, alasan: str) -> object:
            if nomor:
                return terbitkan_perubahan(self._sesi.workspace, dokumen.id, isi, _kini(), alasan)
            return tetapkan(self._sesi.workspace, dokumen.id, isi, _kini())

        dialog = Tetapkan(
            kecamatan, keputusan, nomor, terbitkan, alasan=alasan_perubahan(keputusan), induk=self.window()
        )
        if dialog.exec():
            self._sesi.pesan.emit(f"{nama_versi(nomor)} sudah ditetapkan. Naskahnya dibekukan.", "")

    def bekukan(self) -> None:
        """Freeze a decision that an older file already calls issued."""
        dokumen = self._dokumen()
        beku = self._sesi.berhasil(
            lambda: tetapkan(self._sesi.workspace, dokumen.id, dokumen.keputusan or Keputusan(), _kini())
        )
        if beku:
            self._sesi.pesan.emit("Naskah sudah dibekukan seperti sekarang.", "")

    def susun_perubahan(self) -> None:
        """Propose the wording of the amendment in the form of the decision."""
        from iki_desktop.naskah.perubahan import usulan_perubahan  # noqa: PLC0415  (start-up)

        assert self._tampil is not None
        nama, dokumen = nama_versi(self._tampil.berikut), self._dokumen()
        dialog = TanyaAlasan(
            f"Susun naskah {nama}",
            "Isian Keputusan diganti dengan usulan naskah Perubahan. Bunyinya dapat diubah, "
            "dan langkah ini dapat diurungkan.",
            "Susun naskah",
            contoh="Misalnya: terdapat perubahan susunan organisasi kecamatan",
            induk=self.window(),
        )
        if not dialog.exec():
            return
        alasan, workspace = dialog.alasan(), self._sesi.workspace

        def ganti() -> object:
            terbit = [baca_terbitan(t) for t in self._sesi.arsip.terbitan(dokumen.id)]
            usulan = usulan_perubahan(terbit, workspace.snapshot(dokumen.id), alasan)
            return workspace.ubah(replace(dokumen, keputusan=usulan), f"susun naskah {nama} {dokumen.tahun}")

        if self._sesi.berhasil(ganti):
            self._sesi.pesan.emit(f"Naskah {nama} sudah disusun. Periksa bunyinya di bawah.", "urungkan")

    def batalkan(self) -> None:
        """Take back what was issued last, with a reason."""
        assert self._tampil is not None
        beku = [v.nama for v in self._tampil.versi if v.nomor != RANCANGAN]
        nama = beku[0] if beku else "Keputusan"
        dialog = TanyaAlasan(
            "Batalkan penetapan",
            f"{nama} kembali menjadi draf, dan naskah bekunya dilepas. "
            "Alasannya tercatat di riwayat. Isian tidak berubah.",
            "Batalkan penetapan",
            contoh="Misalnya: belum ditandatangani camat",
            induk=self.window(),
        )
        if dialog.exec():
            alasan = dialog.alasan()
            if self._sesi.berhasil(lambda: self._sesi.workspace.batalkan_penetapan(self._dokumen_id, alasan)):
                self._sesi.pesan.emit(f"Penetapan {nama} dibatalkan.", "")


def _kini() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
