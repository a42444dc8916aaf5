"""Entry sheets: what an empty form asks of a jabatan in a quarter, and how each of its rows is known again.

A sheet leaves the office's file, is filled in on another computer, sorted, renamed, saved by another
program, and comes back.  So each row carries a key that says whose figure it is, fingerprints of the
words that were asked for, and what stood there when the sheet was made: what is still the same when
it comes back says nothing, and never overwrites what was entered meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from iki_desktop.core.angka import format_angka, wajar
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi import isi, masukan
from iki_desktop.core.kalimat import kutip, satu_baris
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Kecamatan, Realisasi
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.snapshot import IndikatorUtuh, JabatanUtuh, Snapshot
from iki_desktop.core.target import target_periode

__all__ = [
    "BIDANG_KATA",
    "JUDUL_ANGKA",
    "JUDUL_KUNCI",
    "TANDA_LEMBAR",
    "AlamatLembar",
    "BarisLembar",
    "BidangKata",
    "FormulasiLembar",
    "KunciBaris",
    "baca_kunci",
    "formulasi_lembar",
    "sidik_formulasi",
    "sidik_jabatan",
    "sidik_kantor",
    "sidik_kata",
]

TANDA_LEMBAR = "IKI-ISIAN-1"
"""What every key begins with: the form of the keys, so that later ones can be told from these."""

JUDUL_ANGKA, JUDUL_KUNCI = "Angka", "Kunci baris (jangan diubah)"
"""Headings by which the columns of a sheet are found again, wherever they have gone."""

_ANGKA = re.compile(r"-?\d+(\.\d+)?")
_TEMPAT = re.compile(r"\d+(\.\d+){3}")
_SIDIK = re.compile(r"[0-9a-f]{6,64}")
_PISAH = "|"


@dataclass(frozen=True, slots=True)
class BidangKata:
    """Words that are entered beside the figures of a formula: the field's name, heading and place."""

    bidang: str
    judul: str
    urutan: int


BIDANG_KATA = (
    BidangKata("catatan", "Catatan", 0),
    BidangKata("kendala", "Kendala", 1),
    BidangKata("tindak_lanjut", "Tindak lanjut", 2),
)
"""In the order in which a sheet has them."""


@dataclass(frozen=True, slots=True)
class AlamatLembar:
    """Which sheet: whose, of which year and quarter (1–4), of which jabatan.

    ``kantor`` and ``jabatan`` are fingerprints of their names.
    """

    kantor: str
    tahun: int
    triwulan: int
    jabatan: str


@dataclass(frozen=True, slots=True)
class KunciBaris:
    """What a row of a sheet asks for, and what stood there when it was made.

    ``tempat`` counts, from 1, the jabatan, sasaran, indikator and formulasi; ``sidik`` is the fingerprint
    of their words; ``masukan`` is the place among the formula's inputs, ``None`` where it has none.
    ``semula_kata`` are fingerprints of the words beside the first row of a formula, empty for none.
    """

    lembar: AlamatLembar
    tempat: str
    formulasi_id: int
    sidik: str
    masukan: int | None
    semula: Decimal | None = None
    semula_kata: tuple[str, ...] = ("",) * len(BIDANG_KATA)

    @property
    def berkata(self) -> bool:
        """Whether the words of the formula stand in this row: they do in its first."""
        return not self.masukan

    def tulis(self) -> str:
        """The key as it stands in a cell, closed by a check on what comes before."""
        a = self.lembar
        bagian = (
            TANDA_LEMBAR, a.kantor, str(a.tahun), str(a.triwulan), a.jabatan, self.tempat,
            str(self.formulasi_id), self.sidik, "-" if self.masukan is None else str(self.masukan),
            "" if self.semula is None else f"{self.semula:f}", ",".join(self.semula_kata),
        )  # fmt: skip
        isi = _PISAH.join(bagian)
        return f"{isi}{_PISAH}{_sidik(isi)[:6]}"


def baca_kunci(teks: str) -> KunciBaris | None:
    """A key out of a cell; ``None`` where the cell holds something else.

    Raises
    ------
    RuleError
        where it is a key, but not as the program wrote it.
    """
    teks = teks.strip()
    if not teks.startswith(TANDA_LEMBAR + _PISAH):
        return None
    isi, _, cek = teks.rpartition(_PISAH)
    bagian = isi.split(_PISAH)
    if cek != _sidik(isi)[:6] or len(bagian) != 11:
        raise _rusak()
    return _urai(bagian[1:])


def _rusak() -> RuleError:
    return RuleError("Kunci baris ini rusak.", "Buat lembar baru, lalu pindahkan isinya.")


def _urai(bagian: list[str]) -> KunciBaris:
    """The parts of a key.  A check can be computed by anybody, so each part is looked at once more."""
    kantor, tahun, triwulan, jabatan, tempat, formulasi_id, sidik, urutan, semula, kata = bagian
    sah = (
        all(map(_SIDIK.fullmatch, (kantor, jabatan, sidik)))
        and all(_bilangan(b) for b in (tahun, formulasi_id))
        and triwulan in ("1", "2", "3", "4")
        and (urutan == "-" or _bilangan(urutan))
        and _TEMPAT.fullmatch(tempat)
        and all(not k or _SIDIK.fullmatch(k) for k in kata.split(","))
    )
    if not sah:
        raise _rusak()
    return KunciBaris(
        AlamatLembar(kantor, int(tahun), int(triwulan), jabatan),
        tempat,
        int(formulasi_id),
        sidik,
        None if urutan == "-" else int(urutan),
        _angka(semula),
        tuple(kata.split(",")),
    )


def _bilangan(teks: str) -> bool:
    return teks.isascii() and teks.isdigit() and len(teks) <= 12


def _angka(teks: str) -> Decimal | None:
    if not teks:
        return None
    if len(teks) > 80 or not teks.isascii() or not _ANGKA.fullmatch(teks) or not wajar(Decimal(teks)):
        raise _rusak()
    return Decimal(teks)


# --- fingerprints -----------------------------------------------------------------------------


def _sidik(*kata: object) -> str:
    """Sixty-four hexadecimal digits of some words; blanks at their ends and between them count once."""
    rata = ("" if k is None else satu_baris(str(k)) for k in kata)
    return sha256("\x1f".join(rata).encode("utf-8", "surrogatepass")).hexdigest()


def sidik_kantor(kecamatan: Kecamatan) -> str:
    """By what an office is known in any file: its name and its region's."""
    nama = (kecamatan.nama, kecamatan.jenis_daerah, kecamatan.nama_daerah)
    return _sidik(*(n.casefold() for n in nama))[:12]


def sidik_jabatan(jabatan: Jabatan) -> str:
    """By what a jabatan is known: its name."""
    return _sidik(jabatan.nama.casefold())[:12]


def sidik_formulasi(indikator: Indikator, formulasi: Formulasi) -> str:
    """The words of what is asked for: another fingerprint is another question."""
    tetap = formulasi.penyebut_tetap
    return _sidik(
        indikator.teks,
        indikator.satuan,
        formulasi.jenis,
        formulasi.teks,
        formulasi.rumus,
        None if tetap is None else f"{tetap.normalize():f}",
        *(bagian for m in masukan(formulasi) for bagian in (m.kunci, m.label)),
    )[:12]


def sidik_kata(teks: str | None) -> str:
    """The fingerprint of words beside a figure; empty for none."""
    bersih = bersihkan_teks(teks or "")
    return sha256(bersih.encode()).hexdigest()[:8] if bersih else ""


# --- what a sheet asks ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """A row of a sheet: an input (``urutan`` among the formula's) with its value, or words alone."""

    label: str
    urutan: int | None = None
    nilai: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FormulasiLembar:
    """A formula on a sheet, its quarter's entry as it stands, and its place.

    ``nomor`` are the places of its jabatan, sasaran, indikator and its own, from 1.  ``formulasi`` is
    ``None`` for an indikator that has none.  ``sama_dengan`` says in words whose entries it shares; such
    a formula is filled in there.
    """

    alamat: AlamatLembar
    nomor: tuple[int, int, int, int]
    indikator: IndikatorUtuh
    formulasi: Formulasi | None
    realisasi: Realisasi | None
    sama_dengan: str = ""

    @property
    def baris(self) -> tuple[BarisLembar, ...]:
        """Its rows from the top down; never none."""
        if self.formulasi is None:
            return (BarisLembar("Belum ada formulasi"),)
        if self.sama_dengan:
            return (BarisLembar(f"(sama dengan {self.sama_dengan})"),)
        semua = [
            BarisLembar(m.label, n, nilai=isi(self.realisasi, m.kunci))
            for n, m in enumerate(masukan(self.formulasi))
        ]
        if semua and self.formulasi.penyebut_tetap is not None:
            tetap = format_angka(self.formulasi.penyebut_tetap)
            semua.append(BarisLembar(f"{self.formulasi.penyebut or 'Penyebut'}: {tetap} (tetap)"))
        return tuple(semua) or (BarisLembar(self.formulasi.teks or "Diuraikan dengan kata-kata"),)

    @property
    def target(self) -> Decimal | str | None:
        """What the quarter is measured against; words for a range."""
        utuh, triwulan = self.indikator, self.alamat.triwulan
        sasar = target_periode(utuh.indikator, [f.formulasi for f in utuh.formulasi], triwulan)
        if sasar is None:
            return None
        if not sasar.rentang:
            return sasar.bawah
        return f"{format_angka(sasar.bawah)}–{format_angka(sasar.atas)}"

    @property
    def dapat_diisi(self) -> bool:
        """Whether anything can be entered here, if only words."""
        return self.formulasi is not None and not self.sama_dengan

    def kata(self, bidang: BidangKata) -> str:
        """What is written in a field of words that is filled in here; empty for nothing."""
        if not self.dapat_diisi:
            return ""
        return getattr(self.realisasi, bidang.bidang, None) or ""

    def kunci(self, baris: BarisLembar, kata: tuple[str, ...]) -> KunciBaris:
        """The key of a row; ``kata`` are the words beside it as they were put on the sheet."""
        assert self.formulasi is not None
        return KunciBaris(
            self.alamat,
            ".".join(map(str, self.nomor)),
            self.formulasi.id,
            sidik_formulasi(self.indikator.indikator, self.formulasi),
            baris.urutan,
            baris.nilai,
            tuple(sidik_kata(k) for k in kata),
        )


def formulasi_lembar(snapshot: Snapshot, jabatan: JabatanUtuh, triwulan: int) -> Iterator[FormulasiLembar]:
    """The formulas of a jabatan, in printed order, as a sheet for a quarter (1–4) has them.

    An indikator without any is told of all the same; a sasaran without indikator asks for nothing.
    """
    alamat = AlamatLembar(
        sidik_kantor(snapshot.kecamatan), snapshot.dokumen.tahun, triwulan, sidik_jabatan(jabatan.jabatan)
    )
    posisi = 1 + next(n for n, j in enumerate(snapshot.jabatan) if j is jabatan)
    for ns, s in enumerate(jabatan.sasaran, 1):
        for ni, i in enumerate(s.indikator, 1):
            if not i.formulasi:
                yield FormulasiLembar(alamat, (posisi, ns, ni, 0), i, None, None)
            for nf, f in enumerate(i.formulasi, 1):
                sama = _sama_dengan(snapshot, jabatan, f.formulasi.sumber_id)
                nomor = (posisi, ns, ni, nf)
                yield FormulasiLembar(alamat, nomor, i, f.formulasi, f.realisasi[triwulan - 1], sama)


def _sama_dengan(snapshot: Snapshot, jabatan: JabatanUtuh, sumber_id: int | None) -> str:
    """The indikator whose entries are shared, and its jabatan where that is another one."""
    if sumber_id is None:
        return ""
    for j in snapshot.jabatan:
        for i in (i for s in j.sasaran for i in s.indikator):
            if any(f.formulasi.id == sumber_id for f in i.formulasi):
                di = "" if j is jabatan else f" pada {satu_baris(j.jabatan.nama)}"
                return kutip(i.indikator.teks, 80) + di
    return "formulasi lain"
