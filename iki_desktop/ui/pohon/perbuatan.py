"""What a row of the tree can be asked to do, in terms of the verbs of the workspace.

Where a row stands in the tree is not where its record stands in the file: under an ``atasan``
the posts are in printed order still.  That translation is made here, and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iki_desktop.core.arsip import AKAR, induk_id
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Node, Sasaran
from iki_desktop.ui.pohon.model import ModelPohon
from iki_desktop.ui.pohon.susunan import PETUNJUK, NodePohon
from iki_desktop.ui.sesi import Sesi

__all__ = ["PerbuatanPohon"]

N = TypeVar("N", bound=Node)

Rencana = Callable[[], object]


class PerbuatanPohon:
    """Deeds by id; a refusal is a ``RuleError``."""

    def __init__(self, sesi: Sesi, model: ModelPohon) -> None:
        self._sesi = sesi
        self._model = model

    def _di_atas(self, node_id: int, jenis: type[N]) -> N | None:
        """The node itself or the one above it that is of this kind."""
        if node_id not in self._sesi.arsip:
            return None
        return next((n for n in self._sesi.arsip.leluhur(node_id) if isinstance(n, jenis)), None)

    # --- adding ---------------------------------------------------------------------------

    def tambah_jabatan(self, dekat: int) -> int:
        """A post behind that of the selection, under the same atasan; at the end where there is none."""
        jabatan = self._di_atas(dekat, Jabatan)
        dokumen = self._dokumen(dekat)
        if jabatan is None:
            return self._jabatan_baru(dokumen, len(self._sesi.arsip.anak_id(dokumen.id)), None)
        return self._jabatan_baru(dokumen, jabatan.urutan + 1, jabatan.atasan_id)

    def tambah_bawahan(self, dekat: int) -> int:
        """A post under that of the selection, behind those that are there."""
        jabatan = self._di_atas(dekat, Jabatan)
        if jabatan is None:
            return self.tambah_jabatan(dekat)
        terakhir = (self._sesi.arsip.bawahan(jabatan) or [jabatan])[-1]
        return self._jabatan_baru(self._dokumen(dekat), terakhir.urutan + 1, jabatan.id)

    def _jabatan_baru(self, dokumen: Dokumen, urutan: int, atasan_id: int | None) -> int:
        baru = Jabatan(0, dokumen.id, urutan, "Jabatan baru", atasan_id=atasan_id)
        return self._sesi.workspace.tambah(baru).id

    def _dokumen(self, dekat: int) -> Dokumen:
        kecamatan = self._di_atas(dekat, Kecamatan) or self._sesi.kecamatan_aktif()
        if kecamatan is None:
            raise RuleError("Belum ada kecamatan.", "Tambah kecamatan dahulu.")
        dokumen = self._sesi.dokumen_dari(kecamatan.id)
        if dokumen is None:
            raise RuleError(f"Belum ada dokumen {self._sesi.tahun}.", "Buat dokumennya dahulu.")
        return dokumen

    def tambah_sasaran(self, dekat: int) -> int:
        """A sasaran at the end of the selected post, or behind the selected one."""
        jabatan = self._di_atas(dekat, Jabatan)
        if jabatan is None:
            raise RuleError("Sasaran berada di bawah jabatan.", "Pilih jabatannya dahulu.")
        saudara = self._di_atas(dekat, Sasaran)
        posisi = saudara.urutan + 1 if saudara else len(self._sesi.arsip.anak_id(jabatan.id))
        return self._sesi.workspace.tambah(Sasaran(0, jabatan.id, posisi, "Sasaran baru")).id

    def tambah_indikator(self, dekat: int) -> int:
        """An indicator at the end of the selected sasaran, or behind the selected one."""
        sasaran = self._di_atas(dekat, Sasaran) or self._satu_satunya_sasaran(dekat)
        if sasaran is None:
            raise RuleError("Indikator berada di bawah sasaran.", "Pilih sasarannya dahulu.")
        saudara = self._di_atas(dekat, Indikator)
        posisi = saudara.urutan + 1 if saudara else len(self._sesi.arsip.anak_id(sasaran.id))
        return self._sesi.workspace.tambah(Indikator(0, sasaran.id, posisi, "Indikator baru")).id

    def _satu_satunya_sasaran(self, dekat: int) -> Sasaran | None:
        jabatan = self._di_atas(dekat, Jabatan)
        semua = self._sesi.arsip.sasaran(jabatan.id) if jabatan else []
        return semua[0] if len(semua) == 1 else None

    # --- moving up and down ---------------------------------------------------------------

    def saudara(self, node_id: int) -> list[int]:
        """The rows of the same kind beside a row, itself among them, in the order of the tree."""
        arsip = self._sesi.arsip
        induk = self._model.susunan.induk(node_id)
        if induk is None or node_id >= PETUNJUK:
            return []
        jenis = type(arsip[node_id])
        return [i for i in self._model.susunan.anak(induk) if i in arsip and isinstance(arsip[i], jenis)]

    def dapat_digeser(self, node_id: int, langkah: int) -> bool:
        """Whether there is a place one step up (-1) or down (1)."""
        saudara = self.saudara(node_id)
        return node_id in saudara and 0 <= saudara.index(node_id) + langkah < len(saudara)

    def geser(self, node_id: int, langkah: int) -> None:
        """Change places with the row above (-1) or below (1); nothing at the ends."""
        if not self.dapat_digeser(node_id, langkah):
            return
        saudara = self.saudara(node_id)
        acuan = saudara[saudara.index(node_id) + langkah]
        induk = induk_id(self._sesi.arsip[node_id])
        posisi = self._posisi(node_id, induk, acuan, setelah=langkah > 0)
        self._sesi.workspace.pindah(node_id, induk, posisi)

    def _posisi(self, node_id: int, induk: int, acuan: int, *, setelah: bool) -> int:
        """The place beside ``acuan`` among the records of a parent, counted without the node."""
        lain = [i for i in self._sesi.arsip.anak_id(induk) if i != node_id]
        return lain.index(acuan) + setelah

    # --- deleting -------------------------------------------------------------------------

    def pengganti(self, node_id: int) -> int:
        """Where the selection goes when a row is deleted: the next one, the one before, or above."""
        saudara = self.saudara(node_id)
        k = saudara.index(node_id)
        sisa = saudara[k + 1 :] or saudara[:k][::-1]
        return sisa[0] if sisa else self._model.susunan.induk(node_id) or AKAR

    # --- dropping -------------------------------------------------------------------------

    def jatuhkan(self, node_id: int, induk: int, baris: int, lakukan: bool) -> bool:
        """Whether a row may be dropped at ``baris`` under ``induk`` (-1: onto it); do it if asked."""
        rencana = self._rencana(node_id, induk, baris) if node_id in self._sesi.arsip else None
        if rencana is not None and lakukan:
            self._sesi.coba(rencana)
        return rencana is not None

    def _rencana(self, node_id: int, induk: int, baris: int) -> Rencana | None:
        arsip = self._sesi.arsip
        node = arsip[node_id]
        tujuan = arsip[induk] if induk != AKAR and induk in arsip else None
        match node, tujuan:
            case (Kecamatan(), None) if induk == AKAR and baris >= 0:
                return self._rencana_anak(node, AKAR, baris)
            case (Sasaran(), Jabatan()) | (Indikator(), Sasaran()):
                return self._rencana_anak(node, induk, baris)
            case (Jabatan(), Kecamatan() | Jabatan()):
                return self._rencana_jabatan(node, tujuan, baris)
        return None

    def _rencana_anak(self, node: Node, induk: int, baris: int) -> Rencana | None:
        """Rows that stand in the tree as their records do."""
        anak = self._sesi.arsip.anak_id(induk)
        if baris > max(len(anak), 1):
            return None  # among the posts behind the sasaran
        posisi = len(anak) if baris < 0 else min(baris, len(anak))
        if node.id in anak:
            posisi -= anak.index(node.id) < posisi
            if posisi == anak.index(node.id):
                return None  # there it is
        return lambda: self._sesi.workspace.pindah(node.id, induk, posisi)

    def _rencana_jabatan(self, jabatan: Jabatan, tujuan: NodePohon, baris: int) -> Rencana | None:
        susunan = self._model.susunan
        dokumen = self._model.dokumen(tujuan.id)
        if dokumen is None or dokumen.id != jabatan.dokumen_id:
            return None
        atas = tujuan.id if isinstance(tujuan, Jabatan) else None
        if atas is not None and not (susunan.menurut_atasan and self._bukan_bawahannya(atas, jabatan.id)):
            return None
        saudara = susunan.bawahan(dokumen.id, atas)
        if baris < 0:
            return None if jabatan.id in saudara else self._rencana_atasan(jabatan, atas, None)
        k = baris - (len(self._sesi.arsip.anak_id(tujuan.id)) if atas is not None else 0)
        if k < 0:
            return None  # among the sasaran before the posts
        return self._rencana_di_antara(jabatan, atas, saudara, k)

    def _rencana_di_antara(
        self, jabatan: Jabatan, atas: int | None, saudara: list[int], k: int
    ) -> Rencana | None:
        if jabatan.id in saudara:
            tempat = saudara.index(jabatan.id)
            k -= tempat < k
            if k == tempat:
                return None  # there it is
        lain = [i for i in saudara if i != jabatan.id]
        if not lain:
            return self._rencana_atasan(jabatan, atas, None)
        acuan, setelah = (lain[k], False) if k < len(lain) else (lain[-1], True)
        posisi = self._posisi(jabatan.id, jabatan.dokumen_id, acuan, setelah=setelah)
        return self._rencana_atasan(jabatan, atas, posisi)

    def _rencana_atasan(self, jabatan: Jabatan, atas: int | None, posisi: int | None) -> Rencana:
        if not self._model.susunan.menurut_atasan:
            atas = jabatan.atasan_id  # the flat order says nothing about it
        return lambda: self._sesi.workspace.pindah_jabatan(jabatan.id, atas, posisi)

    def _bukan_bawahannya(self, node_id: int, jabatan_id: int) -> bool:
        langkah: int | None = node_id
        while langkah is not None and langkah != AKAR:
            if langkah == jabatan_id:
                return False
            langkah = self._model.susunan.induk(langkah)
        return True
