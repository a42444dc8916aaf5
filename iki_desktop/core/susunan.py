"""Which records change when the tree does: a node comes, goes, moves, or is copied.

Siblings stand at the places 0, 1, 2 …; whoever comes or goes moves those behind.  Nothing is
changed here: the changes are for ``Workspace`` to make.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from iki_desktop.core.arsip import AKAR, Arsip, dengan_induk, induk_id
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi_bersama import wariskan
from iki_desktop.core.records import Dokumen, Formulasi, Jabatan, Kecamatan, N, Node
from iki_desktop.core.sebutan import sebutan
from iki_desktop.core.tahun import untuk_tahun

__all__ = ["gandakan", "hapus", "pindahkan", "pindahkan_jabatan", "salin_tahun", "tambahkan"]


def tambahkan(arsip: Arsip, baru: N) -> tuple[N, list[Change]]:
    """Put a new node among its siblings at ``urutan``; the node as it then stands comes first."""
    saudara = arsip.anak_id(induk_id(baru))
    posisi = _sisipkan(saudara, baru.id, baru.urutan)
    baru = replace(baru, urutan=posisi)
    return baru, [Change(None, baru), *_urutkan(arsip, saudara, kecuali=baru.id)]


def hapus(arsip: Arsip, node_id: int) -> list[Change]:
    """Take a node away with everything under it; those under a deleted post come under the one above.

    A formula elsewhere that shared entries with one that goes keeps them.
    """
    node = arsip[node_id]
    pergi = list(arsip.turunan(node_id))
    changes = wariskan(arsip, [r.id for r in pergi if isinstance(r, Formulasi)])
    changes += [Change(r, None) for r in reversed(pergi)]
    if isinstance(node, Jabatan):
        lepas = [Change(b, replace(b, atasan_id=node.atasan_id)) for b in arsip.bawahan(node)]
        changes = lepas + changes
    saudara = [i for i in arsip.anak_id(induk_id(node)) if i != node_id]
    terubah = {c.after.id: c.after for c in changes if isinstance(c.after, Jabatan)}
    return _rangkai(changes, _urutkan(arsip, saudara, terubah=terubah))


def pindahkan(arsip: Arsip, node_id: int, induk_baru: int, posisi: int) -> list[Change]:
    """Move a node to ``posisi`` among the children of ``induk_baru``, counted without itself.

    Raises
    ------
    RuleError
        where the node cannot stand there: another kind of parent, or another document.
    """
    node = arsip[node_id]
    lama = induk_id(node)
    _periksa_tujuan(arsip, node, lama, induk_baru)
    saudara = [i for i in arsip.anak_id(induk_baru) if i != node_id]
    urutan = _sisipkan(saudara, node_id, posisi)
    pindahan = dengan_induk(replace(node, urutan=urutan), induk_baru)
    changes = [Change(node, pindahan), *_urutkan(arsip, saudara, kecuali=node_id)]
    if lama != induk_baru:
        changes += _urutkan(arsip, [i for i in arsip.anak_id(lama) if i != node_id])
    return changes


def _periksa_tujuan(arsip: Arsip, node: Node, lama: int, baru: int) -> None:
    sejenis = lama == baru or (AKAR not in (lama, baru) and type(arsip[lama]) is type(arsip[baru]))
    kata = sebutan(node)
    kata = f"{kata[0].upper()}{kata[1:]}"
    if not sejenis or (isinstance(node, Dokumen | Jabatan) and lama != baru):
        raise RuleError(f"{kata} tidak dapat dipindahkan ke sana.")
    if baru != AKAR and arsip.dokumen_dari(baru) != arsip.dokumen_dari(node.id) and _berbagi(arsip, node):
        raise RuleError(f"{kata} memakai formulasi bersama.", "Pisahkan formulasinya, lalu pindahkan.")


def _berbagi(arsip: Arsip, node: Node) -> bool:
    """Whether a formula under the node shares entries with one that is not under it."""
    formulasi = [f for f in arsip.turunan(node.id) if isinstance(f, Formulasi)]
    ikut = {f.id for f in formulasi}
    terkait = {i.id for f in formulasi for i in arsip.pemakai(f.id)}
    return not terkait | {f.sumber_id for f in formulasi if f.sumber_id is not None} <= ikut


def pindahkan_jabatan(
    arsip: Arsip, jabatan: Jabatan, atasan_id: int | None, posisi: int | None
) -> list[Change]:
    """Put a post under another one, and at ``posisi`` in printed order where that is given."""
    saudara = arsip.anak_id(jabatan.dokumen_id)
    if posisi is not None:
        saudara.remove(jabatan.id)
        _sisipkan(saudara, jabatan.id, posisi)
    pindahan = replace(jabatan, atasan_id=atasan_id, urutan=saudara.index(jabatan.id))
    return [Change(jabatan, pindahan), *_urutkan(arsip, saudara, kecuali=jabatan.id)]


def gandakan(arsip: Arsip, node_id: int, id_baru: Callable[[], int]) -> tuple[Node, list[Change]]:
    """Copy a node with everything under it, without what was entered, right behind it; the copy first.

    Raises
    ------
    RuleError
        for an office or a document: there is but one of a name, and one of a year.
    """
    asal = arsip[node_id]
    if isinstance(asal, Kecamatan | Dokumen):
        raise RuleError("Hanya jabatan, sasaran, indikator, dan formulasi yang dapat digandakan.")
    kepala, *isi = _salin(arsip, asal, induk_id(asal), id_baru)
    saudara = arsip.anak_id(induk_id(asal))
    kepala = replace(kepala, urutan=_sisipkan(saudara, kepala.id, saudara.index(node_id) + 1))
    if isinstance(kepala, Jabatan):
        kepala = replace(kepala, nama=f"{kepala.nama} (salinan)")
    changes = [Change(None, n) for n in (kepala, *isi)]
    return kepala, changes + _urutkan(arsip, saudara, kecuali=kepala.id)


def salin_tahun(
    arsip: Arsip, asal: Dokumen, tahun: int, id_baru: Callable[[], int]
) -> tuple[Dokumen, list[Change]]:
    """Another year from a document, without what was entered, behind the others; its document first."""
    kepala, *isi = _salin(arsip, asal, asal.kecamatan_id, id_baru)
    assert isinstance(kepala, Dokumen)
    saudara = arsip.anak_id(asal.kecamatan_id)
    kepala = replace(untuk_tahun(kepala, tahun), urutan=len(saudara))
    changes = [Change(None, n) for n in (kepala, *isi)]
    return kepala, changes + _urutkan(arsip, saudara)


def _salin(arsip: Arsip, node: Node, induk: int, id_baru: Callable[[], int]) -> list[Node]:
    """Copies with new ids, the head first; what points at a copied node points at the copy."""
    baru: dict[int, int] = {}
    salinan: list[Node] = []
    for n in arsip.turunan(node.id):
        if not isinstance(n, Node):
            continue
        baru[n.id] = id_baru()
        salinan.append(dengan_induk(replace(n, id=baru[n.id]), baru.get(induk_id(n), induk)))
    return [_ke_salinan(n, baru) for n in salinan]


def _ke_salinan(node: Node, baru: dict[int, int]) -> Node:
    if isinstance(node, Jabatan) and node.atasan_id is not None:
        return replace(node, atasan_id=baru.get(node.atasan_id, node.atasan_id))
    if isinstance(node, Formulasi) and node.sumber_id is not None:
        return replace(node, sumber_id=baru.get(node.sumber_id, node.sumber_id))
    return node


def _sisipkan(saudara: list[int], node_id: int, posisi: int) -> int:
    """Put an id into the list at the nearest place there is; returns the place."""
    posisi = min(max(posisi, 0), len(saudara))
    saudara.insert(posisi, node_id)
    return posisi


def _urutkan(
    arsip: Arsip,
    urutan: Sequence[int],
    *,
    kecuali: int | None = None,
    terubah: dict[int, Jabatan] | None = None,
) -> list[Change]:
    """Changes that give these siblings the places 0, 1, 2 …"""
    changes = []
    for posisi, node_id in enumerate(urutan):
        if node_id == kecuali:
            continue
        node = (terubah or {}).get(node_id) or arsip[node_id]
        if node.urutan != posisi:
            changes.append(Change(node, replace(node, urutan=posisi)))
    return changes


def _rangkai(awal: Sequence[Change], lanjut: Sequence[Change]) -> list[Change]:
    """Two runs of changes as one, each record changed once: what both touch is joined."""
    lanjutan = {c.before: c.after for c in lanjut}
    gabungan = [Change(c.before, lanjutan.pop(c.after, c.after)) if c.after else c for c in awal]
    return gabungan + [Change(b, a) for b, a in lanjutan.items()]
