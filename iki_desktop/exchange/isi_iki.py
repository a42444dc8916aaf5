"""The content of an exchange file between JSON and the office's file: one office and its documents.

Documents are snapshots whose records carry no ids yet (all 0); a post names its atasan.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Realisasi,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.snapshot import (
    EmpatTriwulan,
    FormulasiUtuh,
    IndikatorUtuh,
    JabatanUtuh,
    SasaranUtuh,
    Snapshot,
    Tempat,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.exchange.bentuk import VERSI_TERBARU, baca_field, tulis_field

__all__ = ["IsiIki", "cari_atasan", "isi_dari_pohon", "pohon_dari_isi"]

_BELUM = 0
"""The id of what has none yet."""


@dataclass(frozen=True, slots=True)
class IsiIki:
    """What an exchange file says, before it has a place in an office's file."""

    kecamatan: Kecamatan
    dokumen: tuple[Snapshot, ...]


def cari_atasan(nama: Sequence[str], atasan: Sequence[str | None]) -> list[int | None]:
    """For each post the place of its atasan among the posts; both lists run in printed order.

    Where several bear the name: the nearest one before it, else the first other one.  ``None``
    where it names no atasan, and where there is no other post of that name.
    """
    letak: dict[str, list[int]] = {}
    for posisi, n in enumerate(nama):
        letak.setdefault(n, []).append(posisi)

    def cari(posisi: int, cari_nama: str) -> int | None:
        calon = letak.get(cari_nama, [])
        sebelum = bisect_left(calon, posisi)
        if sebelum:
            return calon[sebelum - 1]
        return next((c for c in calon if c != posisi), None)

    return [None if a is None else cari(posisi, a) for posisi, a in enumerate(atasan)]


# --- from JSON ------------------------------------------------------------------------------


def isi_dari_pohon(pohon: dict[str, Any]) -> IsiIki:
    """Build the content from parsed JSON that fulfils the schema."""
    kecamatan = Kecamatan(_BELUM, 0, **baca_field(Kecamatan, pohon["kecamatan"]))
    return IsiIki(kecamatan, tuple(_dokumen(kecamatan, i, d) for i, d in enumerate(pohon["dokumen"])))


def _dokumen(kecamatan: Kecamatan, urutan: int, objek: dict[str, Any]) -> Snapshot:
    dokumen = Dokumen(_BELUM, _BELUM, urutan, **baca_field(Dokumen, objek))
    jabatan = tuple(_jabatan(i, j) for i, j in enumerate(objek["jabatan"]))
    status = enumerate(objek.get("status_triwulan") or (), 1)
    return Snapshot(
        kecamatan,
        dokumen,
        jabatan,
        tuple(StatusTriwulan(_BELUM, t, **baca_field(StatusTriwulan, s)) for t, s in status if s is not None),
        tuple(Terbitan(_BELUM, **baca_field(Terbitan, t)) for t in objek.get("terbitan") or ()),
    )


def _jabatan(urutan: int, objek: dict[str, Any]) -> JabatanUtuh:
    anak = objek.get("sasaran")
    jabatan = Jabatan(_BELUM, _BELUM, urutan, **baca_field(Jabatan, objek), daftar_tertulis=anak == [])
    return JabatanUtuh(jabatan, objek.get("atasan"), tuple(_sasaran(i, s) for i, s in enumerate(anak or ())))


def _sasaran(urutan: int, objek: dict[str, Any]) -> SasaranUtuh:
    anak = objek.get("indikator")
    sasaran = Sasaran(_BELUM, _BELUM, urutan, **baca_field(Sasaran, objek), daftar_tertulis=anak == [])
    return SasaranUtuh(sasaran, tuple(_indikator(i, n) for i, n in enumerate(anak or ())))


def _indikator(urutan: int, objek: dict[str, Any]) -> IndikatorUtuh:
    anak = objek.get("formulasi")
    indikator = Indikator(_BELUM, _BELUM, urutan, **baca_field(Indikator, objek), daftar_tertulis=anak == [])
    return IndikatorUtuh(indikator, tuple(_formulasi(i, f) for i, f in enumerate(anak or ())))


def _formulasi(urutan: int, objek: dict[str, Any]) -> FormulasiUtuh:
    tertulis = objek.get("realisasi")
    satu, dua, tiga, empat = (
        None if r is None else Realisasi(_BELUM, triwulan, **baca_field(Realisasi, r))
        for triwulan, r in enumerate(tertulis or (None,) * 4, 1)
    )
    realisasi: EmpatTriwulan = (satu, dua, tiga, empat)
    kosong = tertulis is not None and realisasi == (None,) * 4
    formulasi = Formulasi(_BELUM, _BELUM, urutan, **baca_field(Formulasi, objek), daftar_tertulis=kosong)
    return FormulasiUtuh(formulasi, realisasi, _tempat(objek.get("sama_dengan")))


def _tempat(nomor: Sequence[Any] | None) -> Tempat | None:
    if nomor is None:
        return None
    jabatan, sasaran, indikator, formulasi = (int(n) - 1 for n in nomor)
    return jabatan, sasaran, indikator, formulasi


# --- to JSON --------------------------------------------------------------------------------


def pohon_dari_isi(isi: IsiIki, versi: int = VERSI_TERBARU) -> dict[str, Any]:
    """The content as an object that fulfils the schema of a version.

    Version 1 leaves away what it has no place for; see ``ke_versi_1``.
    """
    return {
        "format": "iki",
        "versi": versi,
        "kecamatan": tulis_field(isi.kecamatan, versi),
        "dokumen": [_tulis_dokumen(d, versi) for d in isi.dokumen],
    }


def _tulis_dokumen(snapshot: Snapshot, versi: int) -> dict[str, Any]:
    objek = tulis_field(snapshot.dokumen, versi)
    if versi > 1:
        objek |= _tulis_samping(snapshot)
    return {**objek, "jabatan": [_tulis_jabatan(j, versi) for j in snapshot.jabatan]}


def _tulis_samping(snapshot: Snapshot) -> dict[str, Any]:
    objek: dict[str, Any] = {}
    if snapshot.status:
        status = {s.triwulan: tulis_field(s) for s in snapshot.status}
        objek["status_triwulan"] = [status.get(t) for t in SEMUA_TRIWULAN]
    if snapshot.terbitan:
        objek["terbitan"] = [tulis_field(t) for t in snapshot.terbitan]
    return objek


def _tulis_jabatan(utuh: JabatanUtuh, versi: int) -> dict[str, Any]:
    objek = tulis_field(utuh.jabatan, versi)
    if utuh.atasan is not None:
        objek["atasan"] = utuh.atasan
    if utuh.sasaran or utuh.jabatan.daftar_tertulis:
        objek["sasaran"] = [_tulis_sasaran(s, versi) for s in utuh.sasaran]
    return objek


def _tulis_sasaran(utuh: SasaranUtuh, versi: int) -> dict[str, Any]:
    objek = tulis_field(utuh.sasaran, versi)
    if utuh.indikator or utuh.sasaran.daftar_tertulis:
        objek["indikator"] = [_tulis_indikator(i, versi) for i in utuh.indikator]
    return objek


def _tulis_indikator(utuh: IndikatorUtuh, versi: int) -> dict[str, Any]:
    objek = tulis_field(utuh.indikator, versi)
    if utuh.formulasi or utuh.indikator.daftar_tertulis:
        objek["formulasi"] = [_tulis_formulasi(f, versi) for f in utuh.formulasi]
    return objek


def _tulis_formulasi(utuh: FormulasiUtuh, versi: int) -> dict[str, Any]:
    objek = tulis_field(utuh.formulasi, versi)
    if versi > 1 and utuh.sama_dengan is not None:
        return {**objek, "sama_dengan": [n + 1 for n in utuh.sama_dengan]}
    if utuh.realisasi != (None,) * 4 or utuh.formulasi.daftar_tertulis:
        objek["realisasi"] = [None if r is None else tulis_field(r, versi) for r in utuh.realisasi]
    return objek
