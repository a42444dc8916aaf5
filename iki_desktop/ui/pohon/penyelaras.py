"""Brings the rows that Qt knows to the order of the records, by as few steps as can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol

from iki_desktop.core.arsip import AKAR
from iki_desktop.ui.pohon.cermin import Cermin
from iki_desktop.ui.pohon.susunan import SusunanPohon

__all__ = ["PengubahBaris", "Penyelaras", "deret_naik_terpanjang"]


class PengubahBaris(Protocol):
    """What the model offers: each call tells Qt before and after it changes the mirror."""

    def sisipkan(self, induk: int, posisi: int, ids: list[int]) -> None:
        """Insert rows."""

    def buang(self, induk: int, awal: int, akhir: int) -> None:
        """Remove rows."""

    def pindahkan(self, node_id: int, induk: int, posisi: int) -> None:
        """Move a row; ``posisi`` counts without the row itself."""


def deret_naik_terpanjang(deret: list[int]) -> set[int]:
    """The members of one longest rising run (not necessarily neighbours) of distinct numbers."""
    ujung: list[int] = []
    sebelum: dict[int, int | None] = {}
    for angka in deret:
        k = bisect_left(ujung, angka)
        sebelum[angka] = ujung[k - 1] if k else None
        ujung[k : k + 1] = [angka]
    hasil: set[int] = set()
    langkah = ujung[-1] if ujung else None
    while langkah is not None:
        hasil.add(langkah)
        langkah = sebelum[langkah]
    return hasil


class Penyelaras:
    """One synchronisation at a time: rows that change parents first, so that what is open under
    them stays open; then deletions, then order, then births."""

    def __init__(self, pengubah: PengubahBaris, cermin: Cermin, susunan: SusunanPohon) -> None:
        self._pengubah = pengubah
        self._cermin = cermin
        self._susunan = susunan

    def selaraskan(self, induk: Iterable[int]) -> None:
        """Bring the rows under these parents into order, those among them that Qt knows."""
        antre = {i for i in induk if self._cermin.termuat(i)}
        while antre:
            sasaran = {i: self._susunan.anak(i) for i in sorted(antre) if self._masih_ada(i)}
            self._tarik(sasaran)
            for i, anak in sasaran.items():
                if self._cermin.termuat(i):
                    self._buang_sisa(i, anak)
            for i, anak in sasaran.items():
                if self._cermin.termuat(i):
                    self._urutkan(i, anak)
                    self._sisipkan_baru(i, anak)
            antre = set(self._cermin.kurang)
            self._cermin.kurang.clear()

    def _masih_ada(self, node_id: int) -> bool:
        return node_id == AKAR or node_id in self._susunan.arsip

    def _tarik(self, sasaran: dict[int, list[int]]) -> None:
        """Move rows over from other parents; a row never goes under itself on the way."""
        tunda = [(i, anak) for i, semua in sasaran.items() for anak in semua]
        while tunda:
            lagi = [(i, anak) for i, anak in tunda if not self._tarik_satu(i, anak, sasaran[i])]
            if len(lagi) == len(tunda):
                return
            tunda = lagi

    def _tarik_satu(self, induk: int, anak: int, semua: list[int]) -> bool:
        """Whether nothing is left to do for this row."""
        if anak not in self._cermin or self._cermin.induk(anak) == induk:
            return True
        if self._cermin.di_bawah(induk, anak):
            return False
        self._pengubah.pindahkan(anak, induk, self._tempat(induk, anak, semua))
        return True

    def _tempat(self, induk: int, anak: int, semua: list[int]) -> int:
        """Right behind the nearest row before it in the order that is already there."""
        for pendahulu in reversed(semua[: semua.index(anak)]):
            if self._cermin.induk(pendahulu) == induk:
                baris = self._cermin.baris(pendahulu)
                sendiri = self._cermin.induk(anak) == induk and self._cermin.baris(anak) < baris
                return baris if sendiri else baris + 1
        return 0

    def _buang_sisa(self, induk: int, semua: list[int]) -> None:
        tetap = set(semua)
        akhir = len(self._cermin.anak(induk))
        while akhir:
            kini = self._cermin.anak(induk)
            awal = akhir
            while awal and kini[awal - 1] not in tetap:
                awal -= 1
            if awal < akhir:
                self._pengubah.buang(induk, awal, akhir)
            akhir = max(awal - 1, 0)

    def _urutkan(self, induk: int, semua: list[int]) -> None:
        urutan = {anak: k for k, anak in enumerate(semua)}
        kini = [urutan[anak] for anak in self._cermin.anak(induk)]
        tetap = deret_naik_terpanjang(kini)
        for k in sorted(set(kini) - tetap):
            self._pengubah.pindahkan(semua[k], induk, self._tempat(induk, semua[k], semua))

    def _sisipkan_baru(self, induk: int, semua: list[int]) -> None:
        baru: list[int] = []
        posisi = 0
        for anak in semua:
            if anak not in self._cermin:
                baru.append(anak)
            elif self._cermin.induk(anak) == induk:
                posisi = self._sisipkan(induk, posisi, baru) + 1
                baru = []
        self._sisipkan(induk, posisi, baru)

    def _sisipkan(self, induk: int, posisi: int, baru: list[int]) -> int:
        if baru:
            self._pengubah.sisipkan(induk, posisi, baru)
        return posisi + len(baru)
