"""The pages of the cover, and of visi and misi."""

from __future__ import annotations

from iki_desktop.core.records import Dokumen, Node
from iki_desktop.ui.formulir.dokumen import TABEL_SAMPUL, TABEL_VISI_MISI
from iki_desktop.ui.formulir.halaman import Halaman, nama_kecamatan

__all__ = ["HalamanNaskah", "HalamanSampul", "HalamanVisiMisi"]


class HalamanNaskah(Halaman):
    """A page on a part of a year's document."""

    def dokumen(self) -> Dokumen:
        """The document as it is now."""
        node = self.sesi.arsip[self.node_id]
        assert isinstance(node, Dokumen)
        return node

    def jalur(self, node: Node) -> str:
        assert isinstance(node, Dokumen)
        kecamatan = nama_kecamatan(self.sesi.arsip[node.kecamatan_id])
        return f"Kecamatan {kecamatan} › Dokumen tahun {node.tahun}"


class HalamanSampul(HalamanNaskah):
    """What stands on the cover."""

    def susun(self) -> None:
        self.borang(TABEL_SAMPUL)

    def judul(self, _node: Node) -> str:
        return "Sampul"


class HalamanVisiMisi(HalamanNaskah):
    """Visi and misi of the region."""

    def susun(self) -> None:
        self.borang(TABEL_VISI_MISI)

    def judul(self, _node: Node) -> str:
        return "Visi dan misi"
