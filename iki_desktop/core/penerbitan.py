"""The decision as it was issued: frozen when it is signed, amended with a reason, taken back with one.

A decision takes effect on the day it is determined (UU 30/2014 Pasal 57) and is changed by another
decision that says why (Pasal 63).  So what was issued stays as text; the records go on as a draft of
the next amendment (Perubahan).  The figures that are entered are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Keputusan,
    Node,
    Record,
    Sasaran,
    Terbitan,
)
from iki_desktop.core.rules import bersihkan_teks

__all__ = [
    "DITETAPKAN",
    "NAMA_BELUM_ADA",
    "TERCETAK",
    "Rencana",
    "batalkan",
    "kekurangan",
    "menyentuh_naskah",
    "nama_versi",
    "nomor_berikut",
    "terbitkan_perubahan",
    "tetapkan",
]

NAMA_BELUM_ADA = "NAMA CAMAT"
"""What stands in the place of the name of whoever signs until a new office has written it there."""

DITETAPKAN = "ditetapkan"
"""The status of a decision that is numbered and signed."""

TERCETAK: dict[type, frozenset[str]] = {
    Kecamatan: frozenset(
        ("nama", "jenis_daerah", "nama_daerah", "alamat", "telepon", "kode_pos", "laman", "surel", "logo_png")
    ),
    Dokumen: frozenset(("tahun", "judul", "periode", "keputusan", "bab", "visi", "misi", "iku")),
    Jabatan: frozenset(("urutan", "nama", "tugas", "fungsi", "judul_kolom")),
    Sasaran: frozenset(("urutan", "teks")),
    Indikator: frozenset(("urutan", "teks", "satuan", "target", "penanggung_jawab")),
    Formulasi: frozenset(
        (
            *("urutan", "jenis", "teks", "pembilang", "penyebut", "penyebut_tetap", "rumus", "variabel"),
            *("butir", "sumber_data", "catatan", "target"),
        )
    ),
}
"""The fields of each record whose change is a change of the paper's words."""

Rencana = tuple[str, list[Change]]
"""The name and the changes of one edit."""


def nama_versi(nomor: int) -> str:
    """What was issued, by its number: ``Keputusan``, ``Perubahan ke-1``."""
    return f"Perubahan ke-{nomor}" if nomor else "Keputusan"


def nomor_berikut(arsip: Arsip, dokumen_id: int) -> int:
    """The number of what is issued next: 0 the decision, 1 … its amendments."""
    return max((t.nomor for t in arsip.terbitan(dokumen_id)), default=-1) + 1


def kekurangan(keputusan: Keputusan | None) -> tuple[str, ...]:
    """What a decision still lacks to be issued, in words; nothing where it is complete."""
    isi = keputusan or Keputusan()
    wajib = (
        ("nomor", (isi.nomor or "").strip()),
        ("tanggal", isi.tanggal),
        ("penanda tangan", isi.penandatangan),
        ("nama penanda tangan", isi.penandatangan is None or isi.penandatangan.nama != NAMA_BELUM_ADA),
    )
    return tuple(nama for nama, nilai in wajib if not nilai)


def tetapkan(arsip: Arsip, dokumen_id: int, keputusan: Keputusan, isi: str, waktu: str) -> Rencana:
    """Issue the decision: it bears its status, and its words are frozen; both in one edit.

    ``isi`` is the document with this very decision in the exchange format, ``waktu`` the moment in
    ISO 8601.  One that an older file already calls ditetapkan is frozen as it is.

    Raises
    ------
    RuleError
        where it has been issued before, or lacks what an issued one has.
    """
    dokumen = _dokumen(arsip, dokumen_id)
    if arsip.terbitan(dokumen_id):
        raise RuleError("Keputusan ini sudah ditetapkan.", "Perubahannya diterbitkan dengan Perubahan.")
    lama = dokumen.keputusan
    kata = "bekukan naskah" if lama is not None and lama.ditetapkan else "tetapkan"
    if kata == "tetapkan":
        _wajib_lengkap(keputusan)
    return f"{kata} Keputusan tahun {dokumen.tahun}", [
        *_dengan_keputusan(dokumen, keputusan),
        Change(None, Terbitan(dokumen_id, 0, waktu, isi)),
    ]


def terbitkan_perubahan(
    arsip: Arsip, dokumen_id: int, keputusan: Keputusan, isi: str, waktu: str, *, alasan: str
) -> Rencana:
    """Issue an amendment: its words and its reason are frozen behind what was issued before.

    Raises
    ------
    RuleError
        where nothing was issued yet, the reason is missing, or what an issued one has.
    """
    dokumen = _dokumen(arsip, dokumen_id)
    nomor = nomor_berikut(arsip, dokumen_id)
    if nomor == 0:
        raise RuleError("Keputusan ini belum ditetapkan.", "Tetapkan dahulu, lalu susun perubahannya.")
    alasan = _alasan(alasan, "perubahan")
    _wajib_lengkap(keputusan)
    return f"tetapkan Perubahan ke-{nomor} Keputusan tahun {dokumen.tahun}", [
        *_dengan_keputusan(dokumen, keputusan),
        Change(None, Terbitan(dokumen_id, nomor, waktu, isi, alasan)),
    ]


def batalkan(arsip: Arsip, dokumen_id: int, alasan: str) -> Rencana:
    """Take the last issue back: it is a draft again; the reason is the edit's name in the journal.

    Raises
    ------
    RuleError
        where the reason is missing, or nothing was issued.
    """
    dokumen = _dokumen(arsip, dokumen_id)
    terbitan = arsip.terbitan(dokumen_id)
    lama = dokumen.keputusan
    if not terbitan and not (lama is not None and lama.ditetapkan):
        raise RuleError("Keputusan ini belum ditetapkan.", "Tidak ada yang perlu dibatalkan.")
    alasan = _alasan(alasan, "pembatalan")
    nama = nama_versi(terbitan[-1].nomor if terbitan else 0)
    draf = replace(lama, status=None) if lama is not None else Keputusan()
    return f"batalkan penetapan {nama} tahun {dokumen.tahun}: {alasan}", [
        Change(dokumen, replace(dokumen, keputusan=draf)),
        *(Change(t, None) for t in terbitan[-1:]),
    ]


def _dokumen(arsip: Arsip, dokumen_id: int) -> Dokumen:
    dokumen = arsip[dokumen_id]
    assert isinstance(dokumen, Dokumen)
    return dokumen


def _dengan_keputusan(dokumen: Dokumen, keputusan: Keputusan) -> Iterator[Change]:
    yield Change(dokumen, replace(dokumen, keputusan=replace(keputusan, status=DITETAPKAN)))


def _wajib_lengkap(keputusan: Keputusan) -> None:
    kurang = kekurangan(keputusan)
    if kurang:
        raise RuleError(f"Keputusan belum memiliki {deretkan(kurang)}.", "Lengkapi dahulu, lalu tetapkan.")


def _alasan(alasan: str, kata: str) -> str:
    bersih = bersihkan_teks(alasan)
    if not bersih:
        raise RuleError(f"Alasan {kata} belum ditulis.", "Tuliskan dahulu, lalu ulangi.")
    return bersih


# --- what an edit touches -------------------------------------------------------------------------


def menyentuh_naskah(arsip: Arsip, edit: Edit) -> frozenset[int]:
    """The issued documents whose printed words an edit changes; ``arsip`` is as it is after the edit.

    An edit that issues, or takes back what was issued, is none.  Letterheads are those of every
    document of the office.
    """
    if any(isinstance(c.record, Terbitan) for c in edit.changes):
        return frozenset()
    tersentuh = {d for c in edit.changes if _tercetak(c) for d in _milik(arsip, c.record)}
    return frozenset(d for d in tersentuh if arsip.terbitan(d))


def _tercetak(change: Change) -> bool:
    kolom = TERCETAK.get(type(change.record))
    if kolom is None:
        return False
    satu, dua = change.before, change.after
    if satu is None or dua is None:
        return True
    return any(_kata(satu, nama) != _kata(dua, nama) for nama in kolom)


def _kata(record: Record, nama: str) -> object:
    """The field; of the decision without its status, which stands on no paper."""
    nilai = getattr(record, nama)
    return replace(nilai, status=None) if isinstance(nilai, Keputusan) else nilai


def _milik(arsip: Arsip, record: Record) -> Iterable[int]:
    """The documents on whose paper a record stands."""
    if isinstance(record, Kecamatan):
        return [d.id for d in arsip.dokumen(record.id)] if record.id in arsip else []
    assert isinstance(record, Node)
    tempat = record.id if record.id in arsip else induk_id(record)
    dokumen = arsip.dokumen_dari(tempat) if tempat in arsip else None
    return [dokumen.id] if dokumen is not None else []
