"""What is chosen to be printed, remembered for each file.

What is left out is remembered, not what is printed: a part or a post that comes later is printed
until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from iki_desktop.core.records import Dokumen, Jabatan
from iki_desktop.naskah.keputusan import Pilihan
from iki_desktop.ui.setelan import Setelan

__all__ = ["BAGIAN", "PilihanCetak", "bagian_ada"]

BAGIAN = {
    "sampul": "Sampul",
    "bab": "Bab",
    "visi_misi": "Visi dan misi",
    "iku": "IKU",
    "keputusan": "Keputusan",
    "lampiran": "Lampiran",
}
"""The parts of a document in the order of the paper, with their names."""


def bagian_ada(dokumen: Dokumen, *, ada_jabatan: bool) -> list[str]:
    """The parts that a document has."""
    ada = {
        "sampul": dokumen.judul,
        "bab": dokumen.bab,
        "visi_misi": dokumen.visi or dokumen.misi,
        "iku": dokumen.iku,
        "keputusan": dokumen.keputusan,
        "lampiran": ada_jabatan,
    }
    return [nama for nama in BAGIAN if ada[nama]]


class PilihanCetak:
    """The choice for one file.  Ids of posts are those of the file, over all its years."""

    def __init__(self, setelan: Setelan, berkas: Path) -> None:
        self._setelan = setelan
        self._kunci = f"pratinjau/berkas-{crc32(str(berkas).encode(errors='surrogateescape')):08x}"
        self._tanpa_bagian = set(setelan.daftar_teks(f"{self._kunci}/tanpa_bagian")) & BAGIAN.keys()
        self._tanpa_jabatan = set(setelan.daftar_angka(f"{self._kunci}/tanpa_jabatan"))

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
            jabatan=None if len(dipilih) == len(semua_id) else dipilih,
        )


def _atur(tanpa: set[str] | set[int], nama: Iterable[str] | Iterable[int], dicetak: bool) -> None:
    if dicetak:
        tanpa.difference_update(nama)
    else:
        tanpa.update(nama)  # type: ignore[arg-type]  # both of text or both of numbers
