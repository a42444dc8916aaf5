"""The records of a document that came from an exchange file, each with its id and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from iki_desktop.core.records import Node, Realisasi, Record
from iki_desktop.core.snapshot import IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot, Tempat
from iki_desktop.exchange.isi_iki import cari_atasan

__all__ = ["records_dari"]


def records_dari(
    snapshot: Snapshot, kecamatan_id: int, urutan: int, id_baru: Callable[[], int]
) -> Iterator[Record]:
    """Every record of a document with its id, parents before children."""
    dokumen = replace(snapshot.dokumen, id=id_baru(), kecamatan_id=kecamatan_id, urutan=urutan)
    yield dokumen
    yield from (replace(s, dokumen_id=dokumen.id) for s in snapshot.status)
    yield from (replace(t, dokumen_id=dokumen.id) for t in snapshot.terbitan)
    id_jabatan = [id_baru() for _ in snapshot.jabatan]
    atasan = cari_atasan([u.jabatan.nama for u in snapshot.jabatan], [u.atasan for u in snapshot.jabatan])
    penomor = _Penomor(id_baru, {})
    for posisi, (utuh, di_atas) in enumerate(zip(snapshot.jabatan, atasan, strict=True)):
        yield replace(
            utuh.jabatan,
            id=id_jabatan[posisi],
            dokumen_id=dokumen.id,
            atasan_id=None if di_atas is None else id_jabatan[di_atas],
        )
        yield from _tabel(utuh, posisi, id_jabatan[posisi], penomor)


@dataclass(frozen=True, slots=True)
class _Penomor:
    """Ids for what comes in; a formula may be named by another one before its turn."""

    id_baru: Callable[[], int]
    formulasi: dict[Tempat, int]

    def di(self, tempat: Tempat) -> int:
        if tempat not in self.formulasi:
            self.formulasi[tempat] = self.id_baru()
        return self.formulasi[tempat]


def _tabel(utuh: JabatanUtuh, j: int, jabatan_id: int, penomor: _Penomor) -> Iterator[Node | Realisasi]:
    for s, sasaran in enumerate(utuh.sasaran):
        baru = replace(sasaran.sasaran, id=penomor.id_baru(), jabatan_id=jabatan_id)
        yield baru
        yield from _isi_sasaran(sasaran, (j, s), baru.id, penomor)


def _isi_sasaran(
    utuh: SasaranUtuh, di: tuple[int, int], sasaran_id: int, penomor: _Penomor
) -> Iterator[Node | Realisasi]:
    for i, indikator in enumerate(utuh.indikator):
        baru = replace(indikator.indikator, id=penomor.id_baru(), sasaran_id=sasaran_id)
        yield baru
        yield from _isi_indikator(indikator, (*di, i), baru.id, penomor)


def _isi_indikator(
    utuh: IndikatorUtuh, di: tuple[int, int, int], indikator_id: int, penomor: _Penomor
) -> Iterator[Node | Realisasi]:
    for f, satu in enumerate(utuh.formulasi):
        sumber_id = None if satu.sama_dengan is None else penomor.di(satu.sama_dengan)
        formulasi = replace(
            satu.formulasi, id=penomor.di((*di, f)), indikator_id=indikator_id, sumber_id=sumber_id
        )
        yield formulasi
        if sumber_id is None:
            yield from (replace(r, formulasi_id=formulasi.id) for r in satu.realisasi if r is not None)
