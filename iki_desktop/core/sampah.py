"""What was deleted and is still kept: put by, brought back, thrown away for good.

What comes back stands under its old parent at its old place, or under another one of the same kind.
Numbers are kept where they are free; where one is taken the record has a new one, and whatever
pointed at it points there.  Nothing is changed here: the changes are for ``Workspace`` to make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from iki_desktop.core.arsip import AKAR, Arsip, dengan_induk, induk_id
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi_bersama import dengan_kata
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.pertalian import ID_TERBESAR, JENIS_INDUK
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    IsiSampah,
    Jabatan,
    Kecamatan,
    Node,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.sebutan import sebutan

__all__ = [
    "buang",
    "himpun",
    "kembalikan",
    "kepala",
    "kosongkan",
    "muat_di",
    "pulangkan",
    "rincian",
    "terbaca",
]

_SEBUTAN = (
    (Dokumen, "dokumen tahun"),
    (Jabatan, "jabatan"),
    (Sasaran, "sasaran"),
    (Indikator, "indikator"),
    (Formulasi, "formulasi"),
    (Realisasi, "isian"),
)

R = TypeVar("R", bound=Record)


def buang(arsip: Arsip, node_id: int, waktu: datetime | None) -> Change | None:
    """What keeps a node and everything under it before it goes; ``None`` for an office."""
    node = arsip[node_id]
    if isinstance(node, Kecamatan):
        return None
    nomor = max((s.nomor for s in arsip.sampah()), default=0) + 1
    saat = waktu.astimezone().isoformat(timespec="seconds") if waktu else ""
    return Change(None, Sampah(nomor, saat, sebutan(node), himpun(arsip.turunan(node_id))))


def himpun(records: Iterable[Record]) -> IsiSampah:
    """Records that belong together, each kind apart, in the order given."""
    semua = list(records)

    def milik(jenis: type[R]) -> tuple[R, ...]:
        return tuple(r for r in semua if isinstance(r, jenis))

    return IsiSampah(
        milik(Dokumen),
        milik(Jabatan),
        milik(Sasaran),
        milik(Indikator),
        milik(Formulasi),
        milik(Realisasi),
        milik(StatusTriwulan),
        milik(Terbitan),
    )


def kepala(isi: IsiSampah) -> Node:
    """The node that was deleted, with everything else under it."""
    return next(r for r in isi.semua if isinstance(r, Node))


def terbaca(isi: IsiSampah) -> bool:
    """Whether there is a node in it, and no number beyond all counting."""
    nomor = [r.id for r in isi.semua if isinstance(r, Node)]
    return bool(nomor) and all(AKAR < n <= ID_TERBESAR for n in nomor)


def _lengkap(isi: IsiSampah) -> bool:
    """Whether it is one node with what stood under it: a file from elsewhere may hold anything."""
    nodes = [r for r in isi.semua if isinstance(r, Node)]
    jenis = {n.id: type(n) for n in nodes}
    return len(jenis) == len(nodes) and all(
        jenis.get(induk_id(r)) is JENIS_INDUK[type(r)] for r in isi.semua if r is not nodes[0]
    )


def rincian(isi: IsiSampah) -> str:
    """How much is kept beside the head itself: ``3 sasaran, 12 indikator, dan 40 isian``; empty for none."""
    jenis_kepala = type(kepala(isi))
    hitung = [
        (sum(isinstance(r, jenis) for r in isi.semua) - (jenis is jenis_kepala), kata)
        for jenis, kata in _SEBUTAN
    ]
    return deretkan([f"{banyak} {kata}" for banyak, kata in hitung if banyak])


def muat_di(arsip: Arsip, node: Node, induk: int) -> bool:
    """Whether the node may stand under that one today."""
    return induk in arsip and isinstance(arsip[induk], JENIS_INDUK[type(node)])


def kembalikan(
    arsip: Arsip, sampah: Sampah, id_baru: Callable[[], int], induk: int | None = None
) -> tuple[str, list[Change]]:
    """Bring something deleted back: the words and the changes of that edit.

    ``induk``: under which node; without it, under the one where it stood.

    Raises
    ------
    RuleError
        where that one is gone or of another kind, the year is there already, or it was not kept whole.
    """
    changes = pulangkan(arsip, sampah.isi, id_baru, induk)
    return f"kembalikan {sampah.teks} dari tempat sampah", [*changes, Change(sampah, None)]


def kosongkan(semua: Sequence[Sampah]) -> tuple[str, list[Change]]:
    """Throw these away for good: the words and the changes of that edit."""
    kata = f"hapus {semua[0].teks} selamanya" if len(semua) == 1 else f"hapus {len(semua)} isi tempat sampah"
    return kata, [Change(s, None) for s in semua]


def pulangkan(
    arsip: Arsip, isi: IsiSampah, id_baru: Callable[[], int], induk: int | None = None
) -> list[Change]:
    """Let records that belong together come back; see ``kembalikan``."""
    if not _lengkap(isi):
        raise RuleError("Yang dihapus ini tidak tersimpan utuh.", "Ambil dari cadangan bila perlu.")
    node = kepala(isi)
    tujuan = induk_id(node) if induk is None else induk
    if not muat_di(arsip, node, tujuan):
        raise RuleError("Tempat asalnya sudah tidak ada.", "Pilih tempat lain.")
    _periksa_tahun(arsip, node, tujuan)
    nodes = [r for r in isi.semua if isinstance(r, Node)]
    nomor = {n.id: id_baru() if n.id in arsip else n.id for n in nodes}
    saudara = arsip.anak(tujuan)
    posisi = min(max(node.urutan, 0), len(saudara))
    tempat = _Tempat(arsip, nomor, arsip.dokumen_dari(tujuan))
    pulang = [tempat.node(replace(n, urutan=posisi) if n is node else n, tujuan) for n in nodes]
    samping = [_samping(r, nomor) for r in isi.semua if not isinstance(r, Node)]
    geser = [Change(n, replace(n, urutan=k)) for k, n in _di_belakang(saudara, posisi)]
    return [Change(None, r) for r in (*pulang, *samping)] + geser


def _periksa_tahun(arsip: Arsip, node: Node, kecamatan_id: int) -> None:
    if isinstance(node, Dokumen) and any(d.tahun == node.tahun for d in arsip.dokumen(kecamatan_id)):
        raise RuleError(f"Dokumen tahun {node.tahun} sudah ada.", "Hapus dahulu yang ada, lalu ulangi.")


def _di_belakang(saudara: Sequence[Node], posisi: int) -> list[tuple[int, Node]]:
    """Those siblings whose place changes once one comes to ``posisi``, with their new one."""
    return [(k + (k >= posisi), n) for k, n in enumerate(saudara) if n.urutan != k + (k >= posisi)]


def _samping(record: Record, nomor: dict[int, int]) -> Record:
    """What stands beside the tree, with its node's number of today."""
    match record:
        case Realisasi():
            return replace(record, formulasi_id=nomor[record.formulasi_id])
        case StatusTriwulan() | Terbitan():
            return replace(record, dokumen_id=nomor[record.dokumen_id])
    return record


@dataclass(frozen=True, slots=True)
class _Tempat:
    """Where records come back to: their new numbers, and the document (``None``: it comes itself)."""

    arsip: Arsip
    nomor: dict[int, int]
    dokumen: Dokumen | None

    def node(self, node: Node, tujuan: int) -> Node:
        """The node as it stands there; ``tujuan`` is for the one whose parent does not come along."""
        baru = replace(node, id=self.nomor[node.id])
        baru = dengan_induk(baru, self.nomor.get(induk_id(node), tujuan))
        if isinstance(baru, Jabatan):
            return replace(baru, atasan_id=self._atasan(baru.atasan_id))
        if isinstance(baru, Formulasi) and baru.sumber_id is not None:
            return self._berbagi(baru, baru.sumber_id)
        return baru

    def _atasan(self, atasan_id: int | None) -> int | None:
        """The post above: one that comes along, or the one outside where it is still there."""
        if atasan_id is None or atasan_id in self.nomor:
            return None if atasan_id is None else self.nomor[atasan_id]
        ada = atasan_id in self.arsip and isinstance(self.arsip[atasan_id], Jabatan)
        return atasan_id if ada and self._serumah(self.arsip[atasan_id]) else None

    def _berbagi(self, formulasi: Formulasi, sumber_id: int) -> Formulasi:
        """A formula that shared entries: with what comes along, with what is still there, or alone."""
        if sumber_id in self.nomor:
            return replace(formulasi, sumber_id=self.nomor[sumber_id])
        sumber = self.arsip[self.arsip.sumber_isian(sumber_id)] if sumber_id in self.arsip else None
        if isinstance(sumber, Formulasi) and self._serumah(sumber):
            return replace(dengan_kata(formulasi, sumber), sumber_id=sumber.id)
        return replace(formulasi, sumber_id=None)

    def _serumah(self, node: Node) -> bool:
        """Whether a node outside stands in the document to which these come back."""
        return self.dokumen is not None and self.arsip.dokumen_dari(node.id) == self.dokumen
