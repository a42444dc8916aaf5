"""The panel of a year's document: its parts in a short list, and the page of one of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from iki_desktop.core.records import Bab, Dokumen, Iku, Node
from iki_desktop.ui.formulir.bagian_naskah import (
    BAB,
    IKU,
    KEPUTUSAN,
    SAMPUL,
    VISI_MISI,
    Bagian,
    PenandaNaskah,
    deret_baru,
    nama_bagian,
    sebut_bagian,
)
from iki_desktop.ui.formulir.borang import Draf
from iki_desktop.ui.formulir.daftar_bagian import DaftarBagian, Perintah
from iki_desktop.ui.formulir.halaman import Halaman
from iki_desktop.ui.formulir.halaman_bab import HalamanBab
from iki_desktop.ui.formulir.halaman_dokumen import HalamanSampul, HalamanVisiMisi
from iki_desktop.ui.formulir.halaman_iku import HalamanIku
from iki_desktop.ui.formulir.halaman_keputusan import HalamanKeputusan
from iki_desktop.ui.formulir.panel import Gulungan, Panel
from iki_desktop.ui.tampilan import JARAK_LEBAR

__all__ = ["PanelKeputusan"]

_TUNGGAL: dict[str, type[Halaman]] = {
    SAMPUL: HalamanSampul,
    VISI_MISI: HalamanVisiMisi,
    KEPUTUSAN: HalamanKeputusan,
}

_BARU: dict[str, Callable[[], Bab | Iku]] = {BAB: lambda: Bab("Bab baru", ()), IKU: lambda: Iku(())}
_DIHAPUS = {BAB: "Bab dihapus.", IKU: "Tabel IKU dihapus."}


class PanelKeputusan(Panel):
    """The document of the year that is looked at: cover, chapters, visi and misi, IKU, decision.

    A page in which typing was refused is kept as it is while another one is shown.

    Signals
    -------
    lihat_versi(int), cetak_versi(int)
        a version of the document is to be shown on paper, or printed.
    minta_berkas(object)
        a file is to be made: a function that gives a ``Cetakan``.
    """

    lihat_versi = Signal(int)
    cetak_versi = Signal(int)
    minta_berkas = Signal(object)

    def susun(self) -> None:
        self._penanda = PenandaNaskah()
        self._dipilih: dict[int, Bagian] = {}
        self._draf_bagian: dict[str, Draf] = {jenis: {} for jenis in _TUNGGAL}
        self._jenis_terakhir = KEPUTUSAN
        perintah = Perintah(self._masuk, self.pindahkan_bagian, self.hapus_bagian)
        self.daftar = DaftarBagian(perintah, self.tambah_bab, self.tambah_iku)
        self.daftar.dipilih.connect(self._pilih)
        letak = QHBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_LEBAR // 2)
        letak.addWidget(self.daftar)
        letak.addLayout(self._tumpukan, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.daftar.sesuaikan_lebar(self.width())
        super().resizeEvent(event)

    # --- what is shown ---------------------------------------------------------------------

    def sasaran_isian(self) -> Node | None:
        return self.sesi.dokumen_aktif()

    def kalimat_kosong(self) -> str:
        return f"Belum ada dokumen tahun {self.sesi.tahun}."

    def bagian(self) -> list[Bagian]:
        """The parts of the document that is looked at."""
        dokumen = self.sesi.dokumen_aktif()
        return self._penanda.bagian(dokumen) if dokumen else []

    def bagian_aktif(self) -> Bagian | None:
        """The part that is shown."""
        dokumen = self.sesi.dokumen_aktif()
        return self._terpilih(dokumen) if dokumen else None

    def _terpilih(self, dokumen: Dokumen) -> Bagian:
        """The chosen part; where it is gone, one of its kind, else the decision."""
        semua = self._penanda.bagian(dokumen)
        dipilih = self._dipilih.get(dokumen.id)
        if dipilih not in semua:
            jenis = dipilih.jenis if dipilih else self._jenis_terakhir
            sejenis = [b for b in semua if b.jenis == jenis]
            dipilih = sejenis[-1] if sejenis else Bagian(KEPUTUSAN)
            self._dipilih[dokumen.id] = dipilih
        return dipilih

    def pilih_bagian(self, bagian: Bagian) -> None:
        """Show another part of the document that is looked at."""
        dokumen = self.sesi.dokumen_aktif()
        if dokumen is not None:
            self._dipilih[dokumen.id] = bagian
            self._jenis_terakhir = bagian.jenis
            self.sesuaikan()

    def _pilih(self, bagian: Bagian) -> None:
        self.pilih_bagian(bagian)

    def kunci_halaman(self, node: Node) -> Hashable:
        assert isinstance(node, Dokumen)
        return self._kunci(node, self._terpilih(node))

    def _kunci(self, dokumen: Dokumen, bagian: Bagian) -> Hashable:
        """A chapter or table has a page of its own; the page of another part serves every year."""
        return (dokumen.id if bagian.berderet else 0), bagian

    def buat_halaman(self, kunci: Hashable) -> Halaman:
        assert isinstance(kunci, tuple)
        dokumen_id, bagian = kunci
        if bagian.jenis in _TUNGGAL:
            halaman = _TUNGGAL[bagian.jenis](self.sesi, self._draf_bagian[bagian.jenis])
            if isinstance(halaman, HalamanKeputusan):
                halaman.penetapan.lihat.connect(self.lihat_versi)
                halaman.penetapan.cetak.connect(self.cetak_versi)
                halaman.penetapan.minta_berkas.connect(self.minta_berkas)
            return halaman
        tempat = self._penanda.tempat(dokumen_id, bagian)
        jenis = HalamanBab if bagian.jenis == BAB else HalamanIku
        return jenis(self.sesi, tempat, self.pindahkan_bagian, self.hapus_bagian)

    # --- following the session -------------------------------------------------------------

    def sesuaikan(self) -> None:
        super().sesuaikan()
        if not self._tertunda:
            self._perbarui_daftar()

    def _dapat_ditunda(self) -> bool:
        return not self.isVisible() and not self._tertahan()

    def _ganti(self, node: Node | None) -> None:
        """A page that was made before is found as it was left; for another year it is opened anew."""
        lama = self._gulungan.get(self.kunci_halaman(node)) if node is not None else None
        if lama is not None:
            self._lupakan_draf(lama.halaman)
        if node is None or lama is None or lama.halaman.node_id != node.id:
            if lama is not None:
                lama.halaman.tinggalkan()
            super()._ganti(node)
        else:
            self._aktif = lama
            lama.halaman.segarkan()
            self._tumpukan.setCurrentWidget(lama)
        self._pangkas(node)

    def _lupakan_draf(self, halaman: Halaman) -> None:
        """What a page holds itself needs no draft."""
        for kunci in [k for k in halaman.draf if k[0] == halaman.node_id]:
            del halaman.draf[kunci]

    def _pangkas(self, node: Node | None) -> None:
        """Chapters and tables of other documents, or gone ones, go, unless typing in them waits."""
        hidup: set[Hashable] = {(0, Bagian(jenis)) for jenis in _TUNGGAL}
        if isinstance(node, Dokumen):
            hidup |= {self._kunci(node, bagian) for bagian in self._penanda.bagian(node)}
        for kunci in [k for k, g in self._gulungan.items() if k not in hidup and not g.halaman.berubah()]:
            gulungan = self._gulungan.pop(kunci)
            self._tumpukan.removeWidget(gulungan)
            gulungan.hide()
            gulungan.deleteLater()

    def _perbarui_daftar(self) -> None:
        dokumen = self.sesi.dokumen_aktif()
        self.daftar.setVisible(dokumen is not None)
        if dokumen is not None:
            isi = [(b, *nama_bagian(self._penanda, dokumen, b)) for b in self._penanda.bagian(dokumen)]
            self.daftar.tampilkan(isi, self._terpilih(dokumen))

    # --- for the main window ---------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Commit what is being typed; ``False`` where something was refused and stays as typed."""
        tersimpan = [gulungan.halaman.simpan() for gulungan in list(self._gulungan.values())]
        return all(tersimpan) and not self._tertahan()

    def buka_tertolak(self) -> None:
        """Show the page whose typing was refused."""
        tertahan = self._tertahan()
        if not tertahan or (self._aktif is not None and self._aktif.halaman.berubah()):
            return
        dokumen_id, bagian = tertahan[0]
        self._dipilih[dokumen_id] = bagian
        self._ke(dokumen_id)
        self.sesuaikan()

    def ke_penetapan(self) -> None:
        """To the head of the decision's page: how far it is, the next step, its versions."""
        self.pilih_bagian(Bagian(KEPUTUSAN))
        QTimer.singleShot(0, self, self._masuk_penetapan)  # once the page is seen

    def _masuk_penetapan(self) -> None:
        gulungan = self._aktif
        if isinstance(gulungan, Gulungan) and isinstance(gulungan.halaman, HalamanKeputusan):
            gulungan.verticalScrollBar().setValue(0)
            gulungan.halaman.penetapan.mulai()

    def _tertahan(self) -> list[tuple[int, Bagian]]:
        """Where typing waits to be saved: on a page, or kept from one that shows another year now."""
        hasil: list[tuple[int, Bagian]] = []
        for kunci, gulungan in self._gulungan.items():
            assert isinstance(kunci, tuple)
            halaman, bagian = gulungan.halaman, kunci[1]
            if halaman.berubah():
                hasil.append((halaman.node_id, bagian))
            for node_id, _ in self._draf_bagian.get(bagian.jenis, ()):
                if node_id != halaman.node_id and node_id in self.sesi.arsip:
                    hasil.append((node_id, bagian))
        return hasil

    # --- steps on the parts ----------------------------------------------------------------

    def tambah_bab(self) -> None:
        """Put a new chapter behind the one that is shown, else behind the others."""
        self._tambah(BAB, "tambah bab")

    def tambah_iku(self) -> None:
        """Put a new table of IKU behind the one that is shown, else behind the others."""
        self._tambah(IKU, "tambah tabel IKU")

    def _tambah(self, jenis: str, teks: str) -> None:
        dokumen = self._setelah_simpan()
        if dokumen is None:
            return
        deret = list(getattr(dokumen, jenis) or ())
        aktif = self._terpilih(dokumen)
        tempat = self._penanda.nilai(dokumen, aktif)[0] + 1 if aktif.jenis == jenis else len(deret)
        deret.insert(tempat, _BARU[jenis]())
        baru = self._ubah(dokumen, jenis, deret, teks)
        if baru is not None:
            kunci = self._penanda.deret(baru.id, jenis).kunci(getattr(baru, jenis))
            self.pilih_bagian(Bagian(jenis, kunci[tempat]))
            QTimer.singleShot(0, self, self._masuk_baru)  # once the page is seen

    def pindahkan_bagian(self, arah: int) -> None:
        """Move the chapter or table that is shown before (-1) or behind (+1) its neighbour."""
        dokumen = self._setelah_simpan()
        bagian = self._terpilih(dokumen) if dokumen else None
        if dokumen is None or bagian is None or not bagian.berderet:
            return
        nomor, nilai = self._penanda.nilai(dokumen, bagian)
        deret = list(getattr(dokumen, bagian.jenis))
        if 0 <= nomor + arah < len(deret):
            deret.insert(nomor + arah, deret.pop(nomor))
            self._ubah(dokumen, bagian.jenis, deret, f"pindahkan {sebut_bagian(nilai, nomor)}")

    def hapus_bagian(self) -> None:
        """Delete the chapter or table that is shown; undo brings it back."""
        dokumen = self._setelah_simpan()
        bagian = self._terpilih(dokumen) if dokumen else None
        if dokumen is None or bagian is None or not bagian.berderet:
            return
        nomor, nilai = self._penanda.nilai(dokumen, bagian)
        deret = list(getattr(dokumen, bagian.jenis))
        del deret[nomor]
        if self._ubah(dokumen, bagian.jenis, deret, f"hapus {sebut_bagian(nilai, nomor)}") is not None:
            self.sesi.pesan.emit(_DIHAPUS[bagian.jenis], "urungkan")

    def _setelah_simpan(self) -> Dokumen | None:
        """The document, with what is typed on the page already in it."""
        if self._aktif is not None:
            self._aktif.halaman.simpan()
        return self.sesi.dokumen_aktif()

    def _ubah(self, dokumen: Dokumen, jenis: str, deret: list[Any], teks: str) -> Dokumen | None:
        baru = deret_baru(dokumen, jenis, deret)
        ubah = self.sesi.workspace.ubah
        if not self.sesi.berhasil(lambda: ubah(baru, f"{teks}, dokumen tahun {dokumen.tahun}")):
            return None
        return self.sesi.dokumen_aktif()

    def _masuk_baru(self) -> None:
        """The title that was put there for a start gives way to what is typed."""
        self._masuk()
        tempat = self.focusWidget()
        if isinstance(tempat, QLineEdit):
            tempat.selectAll()

    def _masuk(self) -> None:
        """Go from the list into the page that is shown."""
        if isinstance(self._aktif, Gulungan):
            self._aktif.halaman.mulai()
