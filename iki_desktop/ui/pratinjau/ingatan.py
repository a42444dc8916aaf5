"""What is chosen to be printed, remembered for each file.

What is left out is remembered, not what is printed: a part or a post that comes later is printed
until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from iki_desktop.core.records import Jabatan
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.pilihan import BAGIAN, JANGKAR_BAWAAN, Pilihan
from iki_desktop.ui.setelan import Setelan

__all__ = ["PilihanCetak"]

_YA, _TIDAK = 1, 0


class PilihanCetak:
    """The choice for one file.  Ids of posts are those of the file, over all its years."""

    def __init__(self, setelan: Setelan, berkas: Path) -> None:
        self._setelan = setelan
        self._kunci = f"pratinjau/berkas-{crc32(str(berkas).encode(errors='surrogateescape')):08x}"
        self._tanpa_bagian = set(setelan.daftar_teks(f"{self._kunci}/tanpa_bagian")) & set(BAGIAN)
        self._tanpa_jabatan = set(setelan.daftar_angka(f"{self._kunci}/tanpa_jabatan"))

    @property
    def tanda_draf(self) -> bool:
        """Whether a draft is marked as one."""
        return self._setelan.angka(f"{self._kunci}/tanda_draf", _YA) != _TIDAK

    def set_tanda_draf(self, dicetak: bool) -> None:
        """Mark drafts, or do not."""
        self._setelan.simpan(f"{self._kunci}/tanda_draf", _YA if dicetak else _TIDAK)

    @property
    def tanda_tangan(self) -> CaraTandaTangan:
        """How the paper is signed."""
        nilai = self._setelan.teks(f"{self._kunci}/tanda_tangan")
        return next((c for c in CaraTandaTangan if c.value == nilai), CaraTandaTangan.BASAH)

    def set_tanda_tangan(self, cara: CaraTandaTangan) -> None:
        """Sign in another way."""
        self._setelan.simpan(f"{self._kunci}/tanda_tangan", cara.value)

    @property
    def jangkar(self) -> str:
        """The one character at which a signing application puts its picture."""
        return self._setelan.teks(f"{self._kunci}/jangkar")[:1].strip() or JANGKAR_BAWAAN

    def set_jangkar(self, jangkar: str) -> None:
        """Look for another character; nothing stands for the usual one."""
        self._setelan.simpan(f"{self._kunci}/jangkar", jangkar)

    def bagian(self, nama: str) -> bool:
        """Whether a part is printed."""
        return nama not in self._tanpa_bagian

    def jabatan(self, jabatan_id: int) -> bool:
        """Whether a post is printed."""
        return jabatan_id not in self._tanpa_jabatan

    def set_bagian(self, nama: str, dicetak: bool) -> None:
        """Print a part, or leave it out."""
        _atur(self._tanpa_bagian, (nama,), dicetak)
        self._setelan.simpan(f"{self._kunci}/tanpa_bagian", sorted(self._tanpa_bagian))

    def set_jabatan(self, jabatan_id: Iterable[int], dicetak: bool) -> None:
        """Print posts, or leave them out."""
        _atur(self._tanpa_jabatan, jabatan_id, dicetak)
        self._setelan.simpan(f"{self._kunci}/tanpa_jabatan", sorted(self._tanpa_jabatan))

    def pilihan(self, semua: Iterable[Jabatan]) -> Pilihan:
        """The choice as the composer takes it, among the posts of a document."""
        semua_id = {j.id for j in semua}
        dipilih = frozenset(semua_id - self._tanpa_jabatan)
        return Pilihan(
            sampul=self.bagian("sampul"),
            bab=self.bagian("bab"),
            visi_misi=self.bagian("visi_misi"),
            iku=self.bagian("iku"),
            keputusan=self.bagian("keputusan"),
            lampiran=self.bagian("lampiran"),
            tanda_draf=self.tanda_draf,
            tanda_tangan=self.tanda_tangan,
            jangkar=self.jangkar,
            jabatan=None if len(dipilih) == len(semua_id) else dipilih,
        )


def _atur(tanpa: set[str] | set[int], nama: Iterable[str] | Iterable[int], dicetak: bool) -> None:
    if dicetak:
        tanpa.difference_update(nama)
    else:
        tanpa.update(nama)  # type: ignore[arg-type]  # both of text or both of numbers
