"""Entry sheets from the command line: empty ones out, filled ones in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.cli import ADA_TEMUAN, SELESAI, keluhkan, satu_baris, sebut_dipegang
from iki_desktop.cli.dokumen import pilih_snapshot
from iki_desktop.core.angka import format_angka
from iki_desktop.core.errors import IkiError
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.triwulan import ROMAWI

if TYPE_CHECKING:
    from iki_desktop.core.ambil_isian import RencanaIsian
    from iki_desktop.core.arsip import Arsip

__all__ = ["PERINTAH"]

_BERKAS = (".xlsx", ".pdf", ".docx")
_PANJANG = 60
"""Characters of a text in a line."""


def _tulis(pilihan: Namespace) -> int:
    from iki_desktop.cli.cetakan import cari_jabatan  # noqa: PLC0415  (--help prints no document)
    from iki_desktop.export.berkas_isian import tulis_berkas_isian, tulis_satu_isian  # noqa: PLC0415
    from iki_desktop.layanan import terbaca  # noqa: PLC0415

    with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
        snapshot = pilih_snapshot(workspace.arsip, pilihan)
    jabatan = None
    if pilihan.jabatan:
        jabatan = cari_jabatan(pilihan.jabatan, [j.jabatan for j in snapshot.jabatan])
    keluaran: Path = pilihan.keluaran
    if keluaran.suffix.lower() not in _BERKAS:
        jadi = tulis_berkas_isian(
            snapshot, keluaran, akhiran=pilihan.bentuk, triwulan=pilihan.triwulan, jabatan_id=jabatan
        )
        print(f"{len(jadi)} lembar isian ditulis di {keluaran}.")
        return SELESAI
    if jabatan is not None and len(jabatan) > 1:
        raise IkiError("Satu berkas memuat satu jabatan atau semuanya.", "Sebutkan folder sebagai tujuan.")
    satu = next(iter(jabatan)) if jabatan else None
    tulis_satu_isian(snapshot, keluaran, triwulan=pilihan.triwulan, jabatan_id=satu)
    print(f"Berkas {keluaran} ditulis.")
    return SELESAI


def _ambil(pilihan: Namespace) -> int:
    from iki_desktop.core.ambil_isian import ambil  # noqa: PLC0415
    from iki_desktop.layanan import terbaca, terbuka  # noqa: PLC0415

    if pilihan.periksa:
        with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
            rencana = _rencana(workspace.arsip, pilihan)
        _tampilkan(rencana)
        for temuan in rencana.temuan:
            keluhkan(str(temuan))
        return ADA_TEMUAN if rencana.temuan else SELESAI
    with terbuka(pilihan.berkas) as workspace:
        rencana = _rencana(workspace.arsip, pilihan)
        kalimat = ambil(workspace, rencana)
    _tampilkan(rencana)
    if rencana.usulan:
        print(kalimat)
    return SELESAI


def _rencana(arsip: Arsip, pilihan: Namespace) -> RencanaIsian:
    from iki_desktop.core.ambil_isian import susun_rencana  # noqa: PLC0415
    from iki_desktop.exchange.lembar_isian import baca_lembar_isian, berkas_di  # noqa: PLC0415

    berkas = [b for satu in pilihan.lembar for b in (berkas_di(satu) if satu.is_dir() else [satu])]
    if not berkas:
        raise IkiError("Tidak ada lembar isian di folder itu.", "Pilih folder yang berisi berkas .xlsx.")
    return susun_rencana(arsip, baca_lembar_isian(berkas), pilihan.triwulan)


def _tampilkan(rencana: RencanaIsian) -> None:
    """What changes, a line each; then how much stays."""
    for baris in _baris(rencana):
        print(satu_baris(baris))
    for catatan in rencana.catatan:
        keluhkan(str(catatan))


def _baris(rencana: RencanaIsian) -> Iterator[str]:
    for u in rencana.usulan:
        selisih = " (diubah juga di berkas kantor)" if u.berselisih else ""
        indikator, isian = singkatkan(u.indikator, _PANJANG), singkatkan(u.isian, _PANJANG)
        yield (
            f"TW {ROMAWI[u.triwulan - 1]}, {u.jabatan}, {indikator}, {isian}:"
            f" {_nilai(u.sekarang)} → {_nilai(u.menjadi)}{selisih}"
        )
    if not rencana.usulan and not rencana.temuan:
        yield "Tidak ada yang berubah."
    yield f"Isian: {rencana.ringkasan}."


def _nilai(nilai: Decimal | str | None) -> str:
    if isinstance(nilai, Decimal):
        return format_angka(nilai)
    return "kosong" if nilai is None else f"“{singkatkan(nilai, _PANJANG)}”"


PERINTAH: dict[str, Callable[[Namespace], int]] = {"lembar-isian": _tulis, "ambil-isian": _ambil}
"""The commands by their names."""
