"""What was issued as text and back: frozen from the records, read again as from outside.

The text lies within an office's file, which may come from anywhere: it is checked to its last field
before anything is printed from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import count

from iki_desktop.core.beda_kata import Pasangan
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import IkiError, ImportFileError, RuleError
from iki_desktop.core.kalimat import deretkan, satu_baris
from iki_desktop.core.penerbitan import DITETAPKAN, nama_versi, nomor_berikut
from iki_desktop.core.perbandingan_naskah import PerbandinganNaskah, bandingkan_naskah, pasangkan_jabatan
from iki_desktop.core.records import Keputusan, Terbitan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.tanggal import tanggal_panjang
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.iki_json import baca_iki_teks, naskah_beku

__all__ = [
    "RANCANGAN",
    "NaskahRusakError",
    "baca_terbitan",
    "beda_rancangan",
    "naskah_versi",
    "sebut_versi",
    "terbitkan_perubahan",
    "tetapkan",
    "uraian_versi",
]


RANCANGAN = -1
"""The version that is not issued yet: the document as it is now."""


class NaskahRusakError(IkiError):
    """What was issued can no longer be read."""


def tetapkan(workspace: Workspace, dokumen_id: int, keputusan: Keputusan, waktu: str) -> Edit | None:
    """Issue the decision of a document as it is now, with these last words of it; see ``core/penerbitan``.

    Raises
    ------
    RuleError
        where it may not be issued, or holds what no exchange file can.
    StoreError
        where it could not be written.
    """
    isi = _bekukan(workspace, dokumen_id, keputusan)
    return workspace.tetapkan(dokumen_id, keputusan, isi, waktu)


def terbitkan_perubahan(
    workspace: Workspace, dokumen_id: int, keputusan: Keputusan, waktu: str, alasan: str
) -> Edit | None:
    """Issue an amendment; raises as ``tetapkan``, and where its number was an earlier decision's.

    An earlier text that can no longer be read stands in no later one's way.
    """
    for lama in workspace.arsip.terbitan(dokumen_id):
        try:
            dulu = baca_terbitan(lama).dokumen.keputusan or Keputusan()
        except NaskahRusakError:
            continue
        if _nomor(dulu) == _nomor(keputusan):
            raise RuleError(
                f"Nomor {keputusan.nomor} sudah dipakai {nama_versi(lama.nomor)}.", "Isi nomor yang baru."
            )
        if dulu.tanggal is not None and keputusan.tanggal is not None and keputusan.tanggal < dulu.tanggal:
            raise RuleError(f"Tanggalnya mendahului {nama_versi(lama.nomor)}.", "Periksa kembali tanggalnya.")
    isi = _bekukan(workspace, dokumen_id, keputusan)
    return workspace.terbitkan_perubahan(dokumen_id, keputusan, isi, waktu, alasan=alasan)


def _nomor(keputusan: Keputusan) -> str:
    return " ".join((keputusan.nomor or "").split()).casefold()


def _bekukan(workspace: Workspace, dokumen_id: int, keputusan: Keputusan) -> str:
    """The text of a document with that decision; read again at once, so that none is kept in vain."""
    kini = workspace.snapshot(dokumen_id)
    sah = replace(kini, dokumen=replace(kini.dokumen, keputusan=replace(keputusan, status=DITETAPKAN)))
    isi = naskah_beku(sah)
    try:
        terbaca = _urai(isi)
    except ImportFileError as salah:
        sebab = f" {salah.temuan[0]}" if salah.temuan else ""
        raise RuleError(
            f"Naskah ini belum dapat dibekukan.{sebab}", "Lengkapi bagian itu, lalu tetapkan."
        ) from salah
    assert bandingkan_naskah(sah, terbaca).sama
    return isi


# --- back ----------------------------------------------------------------------------------------


def baca_terbitan(terbitan: Terbitan, kini: Snapshot | None = None) -> Snapshot:
    """What was issued, as a document that can be composed and compared.

    Posts that are still there in ``kini`` bear their ids, the others numbers below 0.

    Raises
    ------
    NaskahRusakError
        where the text is not what was frozen once.
    """
    try:
        beku = _urai(terbitan.isi)
    except ImportFileError as salah:
        raise NaskahRusakError(
            f"Naskah {nama_versi(terbitan.nomor)} di berkas ini tidak terbaca utuh.",
            "Buka cadangan yang lebih lama untuk mencetaknya.",
        ) from salah
    kecamatan = replace(beku.kecamatan, id=kini.kecamatan.id if kini else 0)
    dokumen = replace(beku.dokumen, id=terbitan.dokumen_id, kecamatan_id=kecamatan.id)
    pasangan = pasangkan_jabatan(beku.jabatan, kini.jabatan if kini else ())
    nomor = _nomor_jabatan(pasangan, kini)
    jabatan = tuple(
        replace(u, jabatan=replace(u.jabatan, id=nomor(n), dokumen_id=dokumen.id))
        for n, u in enumerate(beku.jabatan)
    )
    return Snapshot(kecamatan, dokumen, jabatan)


def _nomor_jabatan(pasangan: list[Pasangan], kini: Snapshot | None) -> Callable[[int], int]:
    ada = {a: kini.jabatan[b].jabatan.id for a, b in pasangan if kini and a is not None and b is not None}
    asing = count(-1, -1)
    return lambda tempat: ada[tempat] if tempat in ada else next(asing)


@lru_cache(maxsize=32)
def _urai(isi: str) -> Snapshot:
    """The one document of a text; the last ones that were asked for are kept, for they never change."""
    dokumen = baca_iki_teks(isi).dokumen
    if len(dokumen) != 1:
        raise ImportFileError("Naskah ini tidak memuat tepat satu tahun.")
    return dokumen[0]


def naskah_versi(workspace: Workspace, dokumen_id: int, versi: int | None = None) -> Snapshot:
    """The document as it is to be printed: of a number that was issued, else what was issued last.

    ``RANCANGAN`` is the document as it is now: a draft, where something was issued.

    Raises
    ------
    IkiError
        where there is no such version, or it cannot be read.
    """
    kini = workspace.snapshot(dokumen_id)
    terbitan = {t.nomor: t for t in workspace.arsip.terbitan(dokumen_id)}
    if versi is None:
        versi = max(terbitan, default=RANCANGAN)
    if versi == RANCANGAN:
        return _draf(kini) if terbitan else kini
    if versi not in terbitan:
        ada = deretkan([f"{n} ({nama_versi(n)})" for n in sorted(terbitan)])
        saran = f"Yang ada: {ada}." if ada else "Dokumen ini belum ditetapkan."
        raise IkiError(f"Versi {versi} tidak ada.", saran)
    return baca_terbitan(terbitan[versi], kini)


def uraian_versi(terbitan: Terbitan) -> str:
    """Number and date of what was issued: ``Nomor 07 TAHUN 2026, 2 Januari 2026``; or that it is damaged."""
    try:
        keputusan = baca_terbitan(terbitan).dokumen.keputusan or Keputusan()
    except NaskahRusakError:
        return "naskahnya tidak terbaca utuh"
    nomor = satu_baris(keputusan.nomor or "")
    tanggal = tanggal_panjang(keputusan.tanggal) if keputusan.tanggal else ""
    return ", ".join(filter(None, (f"Nomor {nomor}" if nomor else "", tanggal)))


def sebut_versi(workspace: Workspace, dokumen_id: int, nomor: int) -> str:
    """A version in one line: ``Keputusan (Nomor 07 TAHUN 2026, 2 Januari 2026)``."""
    if nomor == RANCANGAN:
        return f"Rancangan {nama_versi(nomor_berikut(workspace.arsip, dokumen_id))}"
    ada = {t.nomor: t for t in workspace.arsip.terbitan(dokumen_id)}
    uraian = uraian_versi(ada[nomor])
    return f"{nama_versi(nomor)} ({uraian})" if uraian else nama_versi(nomor)


def _draf(kini: Snapshot) -> Snapshot:
    keputusan = replace(kini.dokumen.keputusan or Keputusan(), status=None)
    return replace(kini, dokumen=replace(kini.dokumen, keputusan=keputusan))


def beda_rancangan(workspace: Workspace, dokumen_id: int) -> PerbandinganNaskah:
    """What differs in the document from what was issued last; nothing where nothing was issued.

    A new letterhead alone is no draft of an amendment.

    Raises
    ------
    NaskahRusakError
        where what was issued cannot be read.
    """
    terbitan = workspace.arsip.terbitan(dokumen_id)
    if not terbitan:
        return PerbandinganNaskah(())
    return bandingkan_naskah(baca_terbitan(terbitan[-1]), workspace.snapshot(dokumen_id)).tanpa_kop
