"""Filled entry sheets from workbooks: figures and words with their cells, and what cannot be read.

Where a row, a column, a sheet or a file has been moved or renamed does not matter: rows are known by
their keys, columns by their headings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path

from iki_desktop.core.ambil_isian import ANGKA_EXCEL, BacaanLembar, SelTerbaca
from iki_desktop.core.angka import parse_angka, teks_sunting, wajar
from iki_desktop.core.errors import ImportFileError, RuleError, Temuan
from iki_desktop.core.kalimat import satu_baris, singkatkan
from iki_desktop.core.lembar_isian import (
    BIDANG_KATA,
    JUDUL_ANGKA,
    JUDUL_KUNCI,
    BidangKata,
    KunciBaris,
    baca_kunci,
)
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.exchange.buku_kerja import AKHIRAN_BUKU, baca_buku
from iki_desktop.exchange.sel_buku import IsiSelBuku, JenisSel, LembarBuku, alamat_sel

__all__ = ["baca_lembar_isian", "berkas_di"]

_TANPA_ANGKA = frozenset("-–—−")
"""A stroke in an office's table: there is no figure.  A nought is written as 0."""

_BIDANG = {bidang.judul.casefold(): bidang for bidang in BIDANG_KATA}

Kolom = dict[BidangKata | None, int]
"""Where a sheet has the figure (``None``) and the words beside it."""

_KEPALA_HILANG = "Judul kolom lembar ini hilang atau berubah."
_KEPALA_TERLALU_BANYAK = "Terlalu banyak tabel di satu lembar. Pisahkan menjadi beberapa lembar."
_TAK_DIKENAL = "Baris ini bukan baris lembar isian. Isinya tidak diambil."
_PANJANG_NAMA = 60

KEPALA_MAKSIMUM = 100
"""Rows of headings of one sheet, where somebody put several beneath each other."""


def berkas_di(folder: Path) -> list[Path]:
    """The workbooks of a folder by name, but for what a program keeps there while one is open."""
    try:
        semua = sorted(folder.iterdir())
    except OSError as salah:
        raise ImportFileError(
            f"Folder “{folder.name}” tidak dapat dibaca.", saran="Periksa nama dan izinnya."
        ) from salah
    return [b for b in semua if b.suffix.lower() in AKHIRAN_BUKU and not b.name.startswith(("~$", "."))]


def baca_lembar_isian(berkas: Sequence[Path]) -> BacaanLembar:
    """Read every sheet of these workbooks; whatever is wrong with one is among the findings."""
    semua = [_baca_satu(satu) for satu in dict.fromkeys(b.absolute() for b in berkas)]
    return BacaanLembar(
        tuple(s for b in semua for s in b.sel),
        tuple(t for b in semua for t in b.temuan),
        tuple(c for b in semua for c in b.catatan),
    )


def _baca_satu(path: Path) -> BacaanLembar:
    nama = singkatkan(path.name, _PANJANG_NAMA)
    try:
        buku = baca_buku(path)
    except ImportFileError as galat:
        return BacaanLembar(temuan=(Temuan(nama, str(galat)),))
    pembaca = [_Pembaca(lembar, f"{nama}, lembar {singkatkan(lembar.nama, 40)}") for lembar in buku]
    for satu in pembaca:
        satu.baca()
    if not any(satu.dikenal for satu in pembaca):
        return BacaanLembar(temuan=(Temuan(nama, "Berkas ini bukan lembar isian dari program ini."),))
    return BacaanLembar(
        tuple(s for p in pembaca for s in p.sel),
        tuple(t for p in pembaca for t in p.temuan),
        tuple(c for p in pembaca for c in p.catatan),
    )


class _Pembaca:
    """One sheet while it is read.  ``dikenal``: there was at least one row of ours in it."""

    def __init__(self, lembar: LembarBuku, nama: str) -> None:
        self.sel: list[SelTerbaca] = []
        self.temuan: list[Temuan] = []
        self.catatan: list[Temuan] = []
        self.dikenal = False
        self._isi = lembar.sel
        self._gabungan = sorted(lembar.gabungan)
        self._tergabung: dict[int, list[tuple[int, int]]] = {}
        self._nama = nama
        self._kepala = dict(islice(self._cari_kepala(), KEPALA_MAKSIMUM + 1))
        self._baris_kepala = sorted(self._kepala)

    def baca(self) -> None:
        berkunci: dict[int, KunciBaris | None] = dict(self._cari_kunci())
        self.dikenal = bool(berkunci)
        if len(self._kepala) > KEPALA_MAKSIMUM:
            self.temuan.append(Temuan(self._nama, _KEPALA_TERLALU_BANYAK))
            return
        for baris, kunci in berkunci.items():
            kolom = self._kolom(baris)
            if not kolom:
                self.temuan.append(Temuan(self._nama, _KEPALA_HILANG))
                return
            if kunci is not None:
                self._baca_baris(baris, kunci, kolom)
        self._catat_lain(set(berkunci))

    # --- where things are -----------------------------------------------------------------------

    def _cari_kepala(self) -> Iterator[tuple[int, Kolom]]:
        """Rows of headings with the column of the figure (``None``) and of each field of words."""
        judul: dict[int, dict[str, int]] = {}
        for (baris, kolom), isi in self._isi.items():
            judul.setdefault(baris, {})[_rata(isi)] = kolom
        for baris, letak in judul.items():
            if JUDUL_KUNCI.casefold() in letak and JUDUL_ANGKA.casefold() in letak:
                kolom_kata: Kolom = {b: letak[j] for j, b in _BIDANG.items() if j in letak}
                yield baris, {None: letak[JUDUL_ANGKA.casefold()], **kolom_kata}

    def _kolom(self, baris: int) -> Kolom:
        """The columns for a row: those of the headings above it, else of the first ones."""
        if not self._kepala:
            return {}
        return self._kepala[self._baris_kepala[max(bisect_left(self._baris_kepala, baris) - 1, 0)]]

    def _cari_kunci(self) -> Iterator[tuple[int, KunciBaris | None]]:
        """Rows with their keys; ``None`` where a key is broken, which is a finding."""
        for (baris, kolom), isi in sorted(self._isi.items(), key=lambda s: s[0]):
            if isi.jenis is not JenisSel.KATA:
                continue
            try:
                kunci = baca_kunci(isi.teks)
            except RuleError as galat:
                self.temuan.append(Temuan(f"{self._nama}, sel {alamat_sel(baris, kolom)}", str(galat)))
                yield baris, None
            else:
                if kunci is not None:
                    yield baris, kunci

    # --- what they hold -------------------------------------------------------------------------

    def _baca_baris(self, baris: int, kunci: KunciBaris, kolom: Kolom) -> None:
        for bidang, nomor in kolom.items():
            if not (kunci.berkata if bidang is not None else kunci.masukan is not None):
                continue
            alamat = alamat_sel(baris, nomor)
            try:
                self._tolak_gabungan(baris, nomor)
                isi = self._isi.get((baris, nomor))
                nilai = _angka(isi) if bidang is None else _kata(isi)
            except RuleError as galat:
                self.temuan.append(Temuan(f"{self._nama}, sel {alamat}", str(galat)))
            else:
                self.sel.append(SelTerbaca(self._nama, alamat, kunci, bidang, nilai))

    def _tolak_gabungan(self, baris: int, kolom: int) -> None:
        """A merged cell holds one value for many: whose it is cannot be known."""
        rentang = self._rentang_gabungan(kolom)
        letak = bisect_right(rentang, baris, key=lambda r: r[0]) - 1
        if letak >= 0 and baris <= rentang[letak][1]:
            raise RuleError("Sel ini digabung dengan sel lain.", "Pisahkan dahulu di Excel.")

    def _rentang_gabungan(self, kolom: int) -> list[tuple[int, int]]:
        """Runs of rows in which the cells of a column are merged, in order, none touching another."""
        if kolom not in self._tergabung:
            lurus: list[tuple[int, int]] = []
            for (atas, kiri), (bawah, kanan) in self._gabungan:
                if not kiri <= kolom <= kanan:
                    continue
                if lurus and atas <= lurus[-1][1] + 1:
                    lurus[-1] = (lurus[-1][0], max(lurus[-1][1], bawah))
                else:
                    lurus.append((atas, bawah))
            self._tergabung[kolom] = lurus
        return self._tergabung[kolom]

    def _catat_lain(self, berkunci: set[int]) -> None:
        """Figures in rows that somebody put in between."""
        for (baris, nomor), isi in self._isi.items():
            if baris in berkunci or not self._baris_kepala or baris <= self._baris_kepala[0]:
                continue
            if nomor == self._kolom(baris)[None] and isi.jenis is JenisSel.ANGKA:
                self.catatan.append(Temuan(f"{self._nama}, sel {alamat_sel(baris, nomor)}", _TAK_DIKENAL))


def _rata(isi: IsiSelBuku) -> str:
    return satu_baris(isi.teks).casefold() if isi.jenis is JenisSel.KATA else ""


def _angka(isi: IsiSelBuku | None) -> Decimal | None:
    """The number of a cell; ``None`` for an empty one, and for one with a stroke.

    Raises
    ------
    RuleError
        where it holds something else, with what to do.
    """
    if isi is None:
        return None
    match isi.jenis:
        case JenisSel.KATA:
            teks = satu_baris(bersihkan_teks(isi.teks))
            return None if teks in _TANPA_ANGKA else parse_angka(teks)
        case JenisSel.ANGKA:
            return _angka_excel(isi)
        case JenisSel.TANGGAL:
            raise RuleError("Angkanya menjadi tanggal.", "Ketik kembali angkanya, misalnya 1,5.")
        case JenisSel.RUMUS:
            raise RuleError("Rumusnya belum terhitung.", "Simpan dahulu di Excel, atau ketik angkanya.")
        case JenisSel.GALAT:
            raise RuleError("Rumusnya tidak menghasilkan angka.", "Perbaiki, atau ketik angkanya.")
        case _:
            raise RuleError("Isinya bukan angka.", "Ketik angka saja, misalnya 82,5.")


def _angka_excel(isi: IsiSelBuku) -> Decimal:
    """A number as the person sees it: fifteen digits, and 75 where the cell shows 75 %."""
    try:
        angka = ANGKA_EXCEL.plus(Decimal(isi.teks.strip()))
    except ArithmeticError:
        raise RuleError("Isinya bukan angka.", "Ketik angka saja, misalnya 82,5.") from None
    if isi.persen and angka.is_finite():
        angka = angka.scaleb(2)
    if not wajar(angka):
        raise RuleError("Angkanya terlalu panjang.", "Periksa kembali angkanya.")
    return angka


def _kata(isi: IsiSelBuku | None) -> str | None:
    """The words of a cell, cleaned; ``None`` for none.

    Raises
    ------
    RuleError
        where it holds a formula that gives no words.
    """
    if isi is None:
        return None
    match isi.jenis:
        case JenisSel.KATA:
            return bersihkan_teks(isi.teks) or None
        case JenisSel.ANGKA:
            return teks_sunting(_angka_excel(isi))
        case _:
            raise RuleError("Isinya bukan kata-kata.", "Ketik kembali sebagai kata-kata.")
