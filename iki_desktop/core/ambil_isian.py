"""Filled entry sheets, set against the open file: what is new, what changes, what cannot be taken.

All or nothing: while there is a finding, nothing is taken.  A cell that says what stood there when the
sheet was made says nothing; so a sheet that comes back late never undoes what was entered meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import Any

from iki_desktop.core.angka_meragukan import keraguan
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.asal_lembar import AsalLembar
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import ImportFileError, RuleError, Temuan
from iki_desktop.core.formulasi import dengan_isi, isi, masukan
from iki_desktop.core.kunci_triwulan import periksa_kunci
from iki_desktop.core.lembar_isian import BidangKata, KunciBaris, sidik_kata
from iki_desktop.core.records import Dokumen, Formulasi, JenisFormulasi, Realisasi
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.core.workspace import Workspace

__all__ = ["BacaanLembar", "RencanaIsian", "SelTerbaca", "Usulan", "ambil", "susun_rencana"]

ANGKA_EXCEL = Context(prec=15)
"""A spreadsheet keeps fifteen digits of a number."""

Nilai = Decimal | str | None


def _sama(terbaca: Decimal | None, semula: Decimal | None) -> bool:
    """Whether a number that went through a spreadsheet is the one that it was."""
    if terbaca is None or semula is None:
        return terbaca is semula
    dalam_excel = ANGKA_EXCEL.plus(semula)
    if dalam_excel == semula:
        return terbaca == semula
    # It was longer than a spreadsheet keeps: its last digit there depends on the program.
    return abs(terbaca - dalam_excel) <= Decimal(1).scaleb(dalam_excel.adjusted() - ANGKA_EXCEL.prec + 1)


@dataclass(frozen=True, slots=True)
class SelTerbaca:
    """A cell of a sheet that could be read: the figure (``bidang`` is ``None``) or words beside it.

    ``lembar`` names the file and its sheet, ``alamat`` the cell.
    """

    lembar: str
    alamat: str
    kunci: KunciBaris
    bidang: BidangKata | None
    nilai: Nilai

    @property
    def tempat(self) -> str:
        """Where it stands, for a person to find it."""
        return f"{self.lembar}, sel {self.alamat}"

    @property
    def menyatakan(self) -> bool:
        """Whether it says something else than the sheet did when it was made."""
        if self.bidang is not None:
            assert not isinstance(self.nilai, Decimal)
            return sidik_kata(self.nilai) != self._semula_kata()
        assert not isinstance(self.nilai, str)
        return not _sama(self.nilai, self.kunci.semula)

    def _semula_kata(self) -> str:
        assert self.bidang is not None
        semula = self.kunci.semula_kata
        return semula[self.bidang.urutan] if self.bidang.urutan < len(semula) else ""


@dataclass(frozen=True, slots=True)
class BacaanLembar:
    """Everything that was read from a set of sheets, what could not be, and what is worth knowing."""

    sel: tuple[SelTerbaca, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    catatan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True)
class Usulan:
    """One entry as it would change.

    ``kunci`` names an input of the formula or a field of words.  ``berselisih``: it was changed in the
    file too since the sheet was made.
    """

    formulasi_id: int
    triwulan: int
    kunci: str
    sekarang: Nilai
    menjadi: Nilai
    jabatan: str
    indikator: str
    isian: str
    tempat: str
    berkata: bool = False
    berselisih: bool = False


@dataclass(frozen=True, slots=True)
class RencanaIsian:
    """What taking a set of sheets would do; ``tetap`` counts entries on them that stand already."""

    usulan: tuple[Usulan, ...]
    tetap: int
    temuan: tuple[Temuan, ...]
    catatan: tuple[Temuan, ...]

    @property
    def baru(self) -> int:
        """How many entries were empty."""
        return sum(u.sekarang is None for u in self.usulan)

    @property
    def dikosongkan(self) -> int:
        """How many entries would be emptied."""
        return sum(u.menjadi is None for u in self.usulan)

    @property
    def berubah(self) -> int:
        """How many entries would get another value."""
        return len(self.usulan) - self.baru - self.dikosongkan

    @property
    def ringkasan(self) -> str:
        """How much of each: ``3 baru, 1 berubah, 0 dikosongkan, 40 tetap``."""
        return f"{self.baru} baru, {self.berubah} berubah, {self.dikosongkan} dikosongkan, {self.tetap} tetap"

    @property
    def dapat_diambil(self) -> bool:
        """Whether there is something to take, and nothing in the way."""
        return bool(self.usulan) and not self.temuan


def susun_rencana(arsip: Arsip, bacaan: BacaanLembar, triwulan: int | None = None) -> RencanaIsian:
    """Set sheets against the file; with ``triwulan`` those of another quarter are refused."""
    return _Penyusun(arsip, triwulan).susun(bacaan)


def ambil(workspace: Workspace, rencana: RencanaIsian) -> str:
    """Take what a plan holds as one edit, one step of undo; returns what was done, in words.

    Raises
    ------
    ImportFileError
        where something is in the way; nothing is changed.
    RuleError
        where the file refuses it, as a locked quarter does; nothing is changed.
    StoreError
        where it could not be written.
    """
    if rencana.temuan:
        raise ImportFileError(
            "Lembar isian ini belum dapat diambil.", rencana.temuan, "Perbaiki di Excel, lalu ulangi."
        )
    banyak = len(rencana.usulan)
    workspace.terapkan(f"ambil {banyak} isian dari lembar isian", _perubahan(workspace.arsip, rencana.usulan))
    return f"{banyak} isian diambil dari lembar isian."


def _perubahan(arsip: Arsip, semua: Sequence[Usulan]) -> Iterator[Change]:
    baru: dict[tuple[int, int], Realisasi] = {}
    for u in semua:
        kunci = (u.formulasi_id, u.triwulan)
        lama = baru.get(kunci) or arsip.realisasi(*kunci) or Realisasi(*kunci)
        if u.berkata:
            kata: dict[str, Any] = {u.kunci: u.menjadi}
            baru[kunci] = replace(lama, **kata)
        else:
            assert not isinstance(u.menjadi, str)
            baru[kunci] = dengan_isi(lama, u.kunci, u.menjadi)
    for kunci, realisasi in baru.items():
        yield Change(arsip.realisasi(*kunci), None if realisasi.kosong else realisasi)


class _Penyusun:
    """A plan while it is being made."""

    def __init__(self, arsip: Arsip, triwulan: int | None) -> None:
        self._arsip = arsip
        self._asal = AsalLembar(arsip)
        self._triwulan = triwulan
        self._usulan: dict[tuple[int, int, str], Usulan] = {}
        self._tetap = 0
        self._temuan: list[Temuan] = []

    def susun(self, bacaan: BacaanLembar) -> RencanaIsian:
        for sel in bacaan.sel:
            dokumen = self._dokumen_lembar(sel)
            if dokumen is not None:
                self._timbang(sel, dokumen)
        usulan = [u for u in self._usulan.values() if u.menjadi != u.sekarang]
        self._tetap += len(self._usulan) - len(usulan)
        self._periksa_kunci(usulan)
        return RencanaIsian(
            tuple(usulan),
            self._tetap,
            (*bacaan.temuan, *dict.fromkeys(self._temuan)),
            (*bacaan.catatan, *self._keraguan(usulan), *self._centang_lepas(usulan)),
        )

    def _dokumen_lembar(self, sel: SelTerbaca) -> Dokumen | None:
        """The document of a sheet; where there is none, that is a finding, once a sheet."""
        alamat = sel.kunci.lembar
        try:
            if self._triwulan not in (None, alamat.triwulan):
                minta, ada = nama_periode(self._triwulan), nama_periode(alamat.triwulan)
                raise RuleError(f"Lembar ini untuk {ada}, bukan {minta}.")
            return self._asal.dokumen(alamat)
        except RuleError as galat:
            self._temuan.append(Temuan(sel.lembar, str(galat)))
            return None

    def _timbang(self, sel: SelTerbaca, dokumen: Dokumen) -> None:
        """Weigh what a cell says; one that says nothing needs no formula any more."""
        if not sel.menyatakan:
            self._tetap += sel.nilai is not None
            return
        try:
            self._usulkan(sel, self._asal.formulasi(sel.kunci, dokumen))
        except RuleError as galat:
            self._temuan.append(Temuan(sel.tempat, str(galat)))

    def _usulkan(self, sel: SelTerbaca, formulasi: Formulasi) -> None:
        usulan = self._usulan_sel(sel, formulasi)
        letak = (usulan.formulasi_id, usulan.triwulan, usulan.kunci)
        ada = self._usulan.get(letak)
        if ada is not None and ada.menjadi != usulan.menjadi:
            raise RuleError(
                f"Isian ini berbeda dengan yang di {ada.tempat}.", "Samakan keduanya, atau lepas satu berkas."
            )
        self._usulan.setdefault(letak, usulan)

    def _usulan_sel(self, sel: SelTerbaca, formulasi: Formulasi) -> Usulan:
        triwulan = sel.kunci.lembar.triwulan
        realisasi = self._arsip.realisasi(formulasi.id, triwulan)
        sekarang: Nilai
        if sel.bidang is not None:
            assert not isinstance(sel.nilai, Decimal)
            kunci, isian = sel.bidang.bidang, sel.bidang.judul
            sekarang = getattr(realisasi, kunci, None)
            menjadi: Nilai = bersihkan_teks(sel.nilai or "") or None
        else:
            kunci, isian = self._masukan(sel.kunci, formulasi)
            sekarang, menjadi = isi(realisasi, kunci), sel.nilai
            _periksa_unsur(formulasi, sel.nilai)
        return Usulan(
            self._arsip.sumber_isian(formulasi.id), triwulan, kunci, sekarang, menjadi,
            jabatan=self._asal.jabatan(formulasi).nama,
            indikator=self._asal.indikator(formulasi).teks,
            isian=isian,
            tempat=sel.tempat,
            berkata=sel.bidang is not None,
            berselisih=_berubah(sel, sekarang),
        )  # fmt: skip

    def _masukan(self, kunci: KunciBaris, formulasi: Formulasi) -> tuple[str, str]:
        semua = masukan(formulasi)
        if kunci.masukan is None or kunci.masukan >= len(semua):
            raise RuleError("Baris ini tidak meminta angka.", "Kosongkan selnya.")
        satu = semua[kunci.masukan]
        return satu.kunci, satu.label

    def _keraguan(self, usulan: Sequence[Usulan]) -> Iterator[Temuan]:
        """Figures that may have been read otherwise than they were meant, for a second look."""
        for u in usulan:
            formulasi = self._arsip[u.formulasi_id]
            assert isinstance(formulasi, Formulasi)
            langsung = formulasi.jenis in (JenisFormulasi.NILAI, JenisFormulasi.JUMLAH)
            satuan = self._asal.indikator(formulasi).satuan if langsung else None
            if isinstance(u.menjadi, Decimal) and (pesan := keraguan(u.menjadi, satuan)):
                yield Temuan(u.tempat, pesan)

    def _centang_lepas(self, usulan: Sequence[Usulan]) -> Iterator[Temuan]:
        """A figure in the place of a count lets go what is ticked, with its dates and notes."""
        for u in usulan:
            isian = self._arsip.realisasi(u.formulasi_id, u.triwulan)
            if u.kunci == "nilai" and isian is not None and isian.centang and len(isian.centang) != u.menjadi:
                yield Temuan(u.tempat, f"{len(isian.centang)} butir yang dicentang akan dilepas.")

    def _periksa_kunci(self, usulan: Sequence[Usulan]) -> None:
        """A locked quarter refuses in the end; said here, it is known before anything is decided."""
        terkunci = self._arsip.terkunci()
        edit = Edit("", tuple(_perubahan(self._arsip, usulan)))
        try:
            periksa_kunci(self._arsip, edit, terkunci, sesudah=False)
            periksa_kunci(self._arsip, edit, terkunci, sesudah=True)
        except RuleError as galat:
            self._temuan.append(Temuan("", str(galat)))


def _periksa_unsur(formulasi: Formulasi, nilai: Nilai) -> None:
    """What the file would refuse in the end is better said beside its cell."""
    if formulasi.jenis is JenisFormulasi.SKM and isinstance(nilai, Decimal) and not 1 <= nilai <= 4:
        raise RuleError("Nilai unsur harus antara 1 dan 4.", "Periksa kembali angkanya.")


def _berubah(sel: SelTerbaca, sekarang: Nilai) -> bool:
    """Whether the file holds something else than when the sheet was made."""
    if isinstance(sekarang, str) or sel.bidang is not None:
        assert not isinstance(sekarang, Decimal)
        return replace(sel, nilai=sekarang).menyatakan
    return sekarang != sel.kunci.semula
