"""The pages: for each kind of record a column with its title, its form, and what belongs to it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QWidget

from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.records import Jabatan, Kecamatan, Node, Sasaran
from iki_desktop.ui.formulir.barisan import Barisan
from iki_desktop.ui.formulir.bidang import letak_rapat
from iki_desktop.ui.formulir.borang import Borang, Draf, Lembaran, Tabel
from iki_desktop.ui.formulir.daftar_pejabat import DaftarPejabat
from iki_desktop.ui.formulir.dokumen import TABEL_DOKUMEN
from iki_desktop.ui.formulir.jabatan import TABEL_JABATAN
from iki_desktop.ui.formulir.kecamatan import TABEL_KECAMATAN
from iki_desktop.ui.formulir.sasaran import TABEL_SASARAN
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, huruf_tebal, label_kecil, label_polos

__all__ = ["Halaman", "HalamanJabatan", "HalamanKecamatan", "HalamanSasaran", "nama_kecamatan", "nomor_kunci"]

_JUDUL_TERPANJANG = 140
_JALUR_TERPANJANG = 60
"""Letters of a title, and of each name in the line above it."""


class Halaman(QWidget):
    """A page for one kind of record: where one is, the title, then forms."""

    def __init__(self, sesi: Sesi, draf: Draf) -> None:
        super().__init__()
        self.sesi = sesi
        self.draf = draf
        self.node_id = 0
        self._lembaran: list[Lembaran] = []
        self._jalur = label_kecil()
        self._judul = label_polos()
        self._judul.setFont(huruf_judul())
        self._letak = letak_rapat(self, JARAK)
        self._letak.addWidget(self._jalur)
        self._letak.addWidget(self._judul)
        self._letak.addSpacing(JARAK)
        self.susun()
        self._letak.addStretch(1)

    def susun(self) -> None:
        """Put the forms of the page in."""
        raise NotImplementedError

    def borang(self, tabel: Tabel) -> Borang:
        """Add a form to the page."""
        borang = Borang(self.sesi, tabel, self.draf)
        self._letak.addWidget(borang)
        self._lembaran.append(borang)
        return borang

    def subjudul(self, teks: str) -> None:
        """Add a heading of a section."""
        judul = label_polos(teks)
        judul.setFont(huruf_tebal())
        judul.setContentsMargins(0, JARAK_LEBAR, 0, 0)
        self._letak.addWidget(judul)

    def barisan(self, barisan: Barisan) -> Barisan:
        """Add a row of forms to the page."""
        self._letak.addWidget(barisan)
        self._lembaran.append(barisan)
        return barisan

    def buka(self, node_id: int) -> None:
        """Show a record from the start."""
        self.node_id = node_id
        for lembaran in self._lembaran:
            self.buka_lembaran(lembaran)
        self.segarkan_kepala()

    def buka_lembaran(self, lembaran: Lembaran) -> None:
        """Show the record in one of the page's forms."""
        if isinstance(lembaran, Borang):
            lembaran.buka(self.node_id)
        elif isinstance(lembaran, Barisan):
            lembaran.buka()

    def segarkan(self) -> None:
        """Show the records as they are now; typing that is not saved stays."""
        if self.node_id not in self.sesi.arsip:
            return
        for lembaran in self._lembaran:
            lembaran.segarkan()
        self.segarkan_kepala()

    def segarkan_kepala(self) -> None:
        """The title and the line above it follow the record."""
        node = self.sesi.arsip[self.node_id]
        self._jalur.setText(self.jalur(node))
        self._judul.setText(singkatkan(self.judul(node), _JUDUL_TERPANJANG))

    def judul(self, node: Node) -> str:
        """The name of what is shown."""
        return str(getattr(node, "nama", None) or getattr(node, "teks", ""))

    def jalur(self, node: Node) -> str:
        """What it is and where it stands."""
        atas = [n for n in self.sesi.arsip.leluhur(node.id) if isinstance(n, Jabatan | Sasaran)]
        nama = [singkatkan(_nama(n), _JALUR_TERPANJANG) for n in reversed(atas) if n.id != node.id]
        return " › ".join([*nama, type(node).__name__])

    def mulai(self) -> None:
        """Put the cursor into the first field."""
        for lembaran in self._lembaran:
            if isinstance(lembaran, Borang):
                lembaran.mulai()
                return

    def simpan(self) -> bool:
        """Commit what is typed."""
        tersimpan = [lembaran.simpan() for lembaran in self._lembaran]
        return all(tersimpan)

    def berubah(self) -> bool:
        """Whether something typed is not saved."""
        return any(lembaran.berubah() for lembaran in self._lembaran)

    def tinggalkan(self) -> None:
        """Keep what was refused."""
        for lembaran in self._lembaran:
            lembaran.tinggalkan()


def _nama(node: Jabatan | Sasaran) -> str:
    return node.nama if isinstance(node, Jabatan) else node.teks


class HalamanJabatan(Halaman):
    """A post."""

    def susun(self) -> None:
        self.borang(TABEL_JABATAN)


class HalamanSasaran(Halaman):
    """A sasaran."""

    def susun(self) -> None:
        self.borang(TABEL_SASARAN)


class HalamanKecamatan(Halaman):
    """An office, its register of signatories, and how capaian is computed in the year's document."""

    def susun(self) -> None:
        self.borang(TABEL_KECAMATAN)
        self.subjudul("Pejabat")
        self.pejabat = DaftarPejabat(self.sesi, self.draf)
        self._letak.addWidget(self.pejabat)
        self._lembaran.append(self.pejabat)
        self._judul_dokumen = label_polos()
        self._judul_dokumen.setFont(huruf_judul())
        self._judul_dokumen.setContentsMargins(0, 2 * JARAK_LEBAR, 0, 0)
        self._letak.addWidget(self._judul_dokumen)
        self._dokumen = self.borang(TABEL_DOKUMEN)

    def judul(self, node: Node) -> str:
        return f"Kecamatan {nama_kecamatan(node)}"

    def jalur(self, node: Node) -> str:
        return f"{node.jenis_daerah} {node.nama_daerah}" if isinstance(node, Kecamatan) else ""

    def buka_lembaran(self, lembaran: Lembaran) -> None:
        if lembaran is self._dokumen:
            dokumen = self.sesi.dokumen_dari(self.node_id)
            self._dokumen.buka(dokumen.id if dokumen else 0)
        elif lembaran is self.pejabat:
            self.pejabat.buka(self.node_id)
        else:
            super().buka_lembaran(lembaran)

    def segarkan(self) -> None:
        """Another year may be looked at, or its document may have come or gone."""
        dokumen = self.sesi.dokumen_dari(self.node_id) if self.node_id in self.sesi.arsip else None
        if (dokumen.id if dokumen else 0) != self._dokumen.node_id:
            self._dokumen.tinggalkan()
            self._dokumen.buka(dokumen.id if dokumen else 0)
        super().segarkan()

    def segarkan_kepala(self) -> None:
        super().segarkan_kepala()
        ada = self._dokumen.node_id != 0
        self._dokumen.setVisible(ada)
        self._judul_dokumen.setText(
            f"Dokumen tahun {self.sesi.tahun}" if ada else f"Belum ada dokumen tahun {self.sesi.tahun}"
        )


def nama_kecamatan(node: Node) -> str:
    """The name of an office."""
    assert isinstance(node, Kecamatan)
    return node.nama


def nomor_kunci(kunci: Hashable) -> int:
    """The number by which a member of a row of forms is known."""
    assert isinstance(kunci, int)
    return kunci
