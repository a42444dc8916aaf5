"""What the command line asks to print, as the composer's choice."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from iki_desktop.cli import keluhkan, kunci
from iki_desktop.cli.dokumen import masa
from iki_desktop.cli.kata_cetakan import BAGIAN, TANDA_TANGAN
from iki_desktop.core.errors import IkiError, Temuan
from iki_desktop.core.records import Jabatan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.laporan import JENIS_LAPORAN
from iki_desktop.naskah.pilihan import Pilihan, bagian_ada

__all__ = ["baca_laporan", "baca_pilihan", "cari_jabatan"]


def baca_pilihan(diminta: Namespace, snapshot: Snapshot) -> tuple[Pilihan, tuple[Temuan, ...]]:
    """The choice, and which of the parts that were asked for the document does not have.

    Raises
    ------
    IkiError
        where it has none of the parts, or not a jabatan that was asked for; it lists what there is.
    """
    bagian, temuan = _bagian(diminta.bagian, bagian_ada(snapshot))
    jabatan = None
    if diminta.jabatan:
        jabatan = cari_jabatan(diminta.jabatan, [j.jabatan for j in snapshot.jabatan])
        if "lampiran" not in bagian:
            keluhkan("Pilihan --jabatan tidak berpengaruh tanpa bagian lampiran.")
    dicetak: dict[str, Any] = {bidang: bidang in bagian for bidang in BAGIAN.values()}
    pilihan = Pilihan(
        **dicetak,
        jabatan=jabatan,
        tanda_draf=not diminta.tanpa_tanda_draf,
        tanda_tangan=CaraTandaTangan(TANDA_TANGAN[diminta.tanda_tangan or "basah"]),
    )
    return pilihan, temuan


def baca_laporan(diminta: Namespace, snapshot: Snapshot) -> dict[str, Any]:
    """The choices of a report, by the names that ``ekspor_laporan`` has for them.

    Raises
    ------
    IkiError
        where the document has no such jabatan, or several of that name.
    """
    laporan = JENIS_LAPORAN[diminta.jenis]
    percuma = {
        "--triwulan": diminta.triwulan is not None and not laporan.bertriwulan,
        "--sampai": diminta.sampai is not None and not laporan.bertriwulan,
        "--jabatan": diminta.jabatan is not None and not laporan.satu_jabatan,
        "--penjelasan": diminta.penjelasan and not laporan.berpenjelasan,
        "--grafik": diminta.grafik and not laporan.bergrafik,
    }
    for nama, sia_sia in percuma.items():
        if sia_sia:
            keluhkan(f"Pilihan {nama} tidak berpengaruh pada laporan {diminta.jenis}.")
    jabatan_id = None
    if diminta.jabatan is not None:
        jabatan_id = _satu_jabatan(diminta.jabatan, [j.jabatan for j in snapshot.jabatan])
    return {
        "triwulan": masa(diminta),
        "jabatan_id": jabatan_id,
        "tanggal": diminta.tanggal,
        "tempat": diminta.tempat,
        "penjelasan": diminta.penjelasan,
        "grafik": diminta.grafik,
    }


def _satu_jabatan(nama: str, semua: list[Jabatan]) -> int:
    cocok = cari_jabatan([nama], semua)
    if len(cocok) > 1:
        pesan = f"Ada {len(cocok)} jabatan bernama “{nama}”."
        raise IkiError(pesan, "Bedakan namanya dahulu, atau tulis semua jabatan.")
    return next(iter(cocok))


def _bagian(diminta: list[str] | None, ada: tuple[str, ...]) -> tuple[set[str], tuple[Temuan, ...]]:
    """The fields of the parts to print; without a wish all of them."""
    if diminta is None:
        return set(BAGIAN.values()), ()
    dipilih = {BAGIAN[nama] for nama in diminta}
    if not dipilih & set(ada):
        tersedia = ", ".join(nama for nama, bidang in BAGIAN.items() if bidang in ada) or "tidak satu pun"
        raise IkiError("Dokumen ini tidak memiliki bagian yang diminta.", f"Yang ada: {tersedia}.")
    tiada = [nama for nama, bidang in BAGIAN.items() if bidang in dipilih and bidang not in ada]
    return dipilih, tuple(Temuan(nama, f"Bagian {nama} tidak ada di dokumen ini.") for nama in tiada)


def cari_jabatan(diminta: Iterable[str], semua: list[Jabatan]) -> frozenset[int]:
    """The ids of everyone with these names; posts may bear the same one.

    Raises
    ------
    IkiError
        where nobody has one of them; it lists the names there are.
    """
    terpilih: set[int] = set()
    for nama in diminta:
        cocok = {j.id for j in semua if nama == j.nama or (kunci(nama) and kunci(nama) == kunci(j.nama))}
        if not cocok:
            ada = "; ".join(dict.fromkeys(j.nama for j in semua)) or "tidak satu pun"
            raise IkiError(f"Jabatan “{nama}” tidak ada di dokumen ini.", f"Yang ada: {ada}.")
        terpilih |= cocok
    return frozenset(terpilih)
