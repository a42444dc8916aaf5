"""A table of IKU as cells: the headings first, then the rows, then an empty row to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.records import Iku, IkuBaris
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.kolom_iku import Kolom, dengan_judul, dengan_sel, isi_sel, judul_bawaan
from iki_desktop.ui.formulir.kunci_deret import KunciDeret

__all__ = ["JUDUL", "ModelIku"]

Indeks = QModelIndex | QPersistentModelIndex

JUDUL = 0
"""The row of the headings."""

_KUNCI_JUDUL, _KUNCI_BARU = -1, 0
"""Keys of the headings and of the empty row at the end; the rows between have keys of their own."""

_BARU = IkuBaris("", "")

Sel = tuple[int, Kolom]
"""A cell by the key of its row, so that what is typed in it stays with the row."""


class ModelIku(QAbstractTableModel):
    """Shows ``iku`` and hands every change to ``ubah`` as one edit.

    What cannot be saved yet, or was refused, is kept at its cell as typed and tried again.
    """

    BELUM_LENGKAP = "Baris baru tersimpan setelah sasaran dan indikator terisi."

    def __init__(self, ubah: Callable[[Iku, str], None], induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._ubah = ubah
        self._iku = Iku(())
        self._kolom: list[Kolom] = []
        self._deret = KunciDeret()
        self._ketikan: dict[Sel, str] = {}
        self._alasan: dict[Sel, str] = {}

    # --- what is shown ---------------------------------------------------------------------

    @property
    def iku(self) -> Iku:
        """The table as saved."""
        return self._iku

    @property
    def kolom(self) -> list[Kolom]:
        """The columns."""
        return list(self._kolom)

    def ganti(self, iku: Iku, kolom: Sequence[Kolom]) -> None:
        """Show another state of the table; rows that stay keep their places and what is typed in them."""
        if list(kolom) != self._kolom:
            self.beginResetModel()
            self._pasang(iku)
            self._kolom = list(kolom)
            self.endResetModel()
            return
        selisih = len(iku.baris) - len(self._iku.baris)
        tempat = _beda_pertama(self._iku.baris, iku.baris) + 1
        if selisih > 0:
            self.beginInsertRows(QModelIndex(), tempat, tempat + selisih - 1)
            self._pasang(iku)
            self.endInsertRows()
        elif selisih < 0:
            tempat = min(tempat, len(iku.baris) + 1)
            self.beginRemoveRows(QModelIndex(), tempat, tempat - selisih - 1)
            self._pasang(iku)
            self.endRemoveRows()
        else:
            self._pasang(iku)
        self._semua_berubah()

    def _pasang(self, iku: Iku) -> None:
        self._iku = iku
        hidup = {_KUNCI_JUDUL, _KUNCI_BARU, *self._deret.kunci(iku.baris)}
        for sel in [s for s in self._ketikan if s[0] not in hidup]:
            self._lupakan(sel)

    def _semua_berubah(self) -> None:
        if self._kolom:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self._kolom) - 1))

    def rowCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if induk.isValid() else len(self._iku.baris) + 2

    def columnCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if induk.isValid() else len(self._kolom)

    @property
    def baris_baru(self) -> int:
        """The empty row at the end."""
        return len(self._iku.baris) + 1

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        return super().flags(indeks) | Qt.ItemFlag.ItemIsEditable

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if peran in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.teks(indeks.row(), indeks.column(), sunting=peran == Qt.ItemDataRole.EditRole)
        if peran == Qt.ItemDataRole.AccessibleTextRole:
            judul = self.teks(JUDUL, indeks.column()) if indeks.row() else "Judul kolom"
            return f"{judul}: {self.teks(indeks.row(), indeks.column()) or 'kosong'}"
        return None

    def teks(self, baris: int, kolom: int, *, sunting: bool = False) -> str:
        """What a cell shows; a heading over a target is edited without its year."""
        satu = self._kolom[kolom]
        ketikan = self._ketikan.get(self._sel(baris, kolom))
        if baris == JUDUL:
            judul = dict(self._iku.judul_kolom or ())
            teks = judul.get(satu.bidang, judul_bawaan(satu.bidang)) if ketikan is None else ketikan
            return teks if sunting or not satu.tahun else f"{teks} {satu.tahun}"
        if ketikan is not None:
            return ketikan
        return isi_sel(self._baris(baris), satu)

    def _baris(self, baris: int) -> IkuBaris:
        return _BARU if baris == self.baris_baru else self._iku.baris[baris - 1]

    def _sel(self, baris: int, kolom: int) -> Sel:
        satu = self._kolom[kolom]
        if baris == JUDUL:
            return _KUNCI_JUDUL, Kolom(satu.bidang)
        if baris == self.baris_baru:
            return _KUNCI_BARU, satu
        return self._deret.kunci(self._iku.baris)[baris - 1], satu

    def alasan(self, baris: int, kolom: int) -> str:
        """Why what is typed in a cell was refused; empty where it was not."""
        return self._alasan.get(self._sel(baris, kolom), "")

    def berubah(self) -> bool:
        """Whether something typed is not saved."""
        return bool(self._ketikan)

    def penolakan(self) -> str:
        """The first sentence about what is not saved; empty where all is."""
        if self._alasan:
            return next(iter(self._alasan.values()))
        return self.BELUM_LENGKAP if self._ketikan else ""

    # --- typing ----------------------------------------------------------------------------

    def setData(self, indeks: Indeks, nilai: Any, peran: int = Qt.ItemDataRole.EditRole) -> bool:
        if peran != Qt.ItemDataRole.EditRole:
            return False
        sel = self._sel(indeks.row(), indeks.column())
        teks = str(nilai)
        if bersihkan_teks(teks) == self._tersimpan(sel):
            self._lupakan(sel)
        else:
            self._ketikan[sel] = teks
        self.simpan()
        self._semua_berubah()
        return True

    def _tersimpan(self, sel: Sel) -> str:
        kunci, kolom = sel
        if kunci == _KUNCI_JUDUL:
            return dict(self._iku.judul_kolom or ()).get(kolom.bidang, judul_bawaan(kolom.bidang))
        nomor = self._deret.nomor(self._iku.baris, kunci)
        return "" if nomor is None else isi_sel(self._iku.baris[nomor], kolom)

    def _lupakan(self, sel: Sel) -> None:
        self._ketikan.pop(sel, None)
        self._alasan.pop(sel, None)

    def simpan(self) -> bool:
        """Save what is typed, each row as one edit; ``False`` where something stays as typed."""
        for kunci in dict.fromkeys(kunci for kunci, _ in self._ketikan):
            sel = [s for s in self._ketikan if s[0] == kunci]
            if kunci == _KUNCI_BARU and not self._lengkap():
                continue
            for satu in [sel] if kunci == _KUNCI_BARU else [[s] for s in sel]:
                self._simpan_sel(satu)
        return not self._ketikan

    def _simpan_sel(self, sel: Sequence[Sel]) -> None:
        isi = {s: self._ketikan[s] for s in sel}
        try:
            iku, teks = self._dengan(isi)
            for s in sel:  # before the listeners look: what is being saved is no longer in the way
                self._lupakan(s)
            if iku != self._iku:
                self._ubah(iku, teks)
        except IkiError as galat:
            self._ketikan |= isi
            self._alasan |= dict.fromkeys(sel, str(galat))

    def _dengan(self, isi: dict[Sel, str]) -> tuple[Iku, str]:
        """The table with those cells, all of one row, and the words for the edit."""
        (kunci, kolom), teks = next(iter(isi.items()))
        if kunci == _KUNCI_JUDUL:
            return dengan_judul(self._iku, kolom.bidang, teks), "ubah judul kolom"
        baris = list(self._iku.baris)
        if kunci == _KUNCI_BARU:
            baru = _baris_di_bawah(baris)
            for (_, satu), ketikan in isi.items():
                baru = dengan_sel(baru, satu, ketikan)
            return replace(self._iku, baris=(*baris, baru)), f"tambah baris ke-{len(baris) + 1}"
        nomor = self._deret.nomor(self._iku.baris, kunci)
        assert nomor is not None
        baris[nomor] = dengan_sel(baris[nomor], kolom, teks)
        return replace(self._iku, baris=tuple(baris)), f"ubah baris ke-{nomor + 1}"

    def _lengkap(self) -> bool:
        ada = {kolom.bidang for (kunci, kolom) in self._ketikan if kunci == _KUNCI_BARU}
        return "indikator" in ada and ("sasaran" in ada or bool(self._iku.baris))

    # --- blocks ----------------------------------------------------------------------------

    def isi_blok(self, atas: int, kiri: int, blok: Sequence[Sequence[str]], teks: str) -> int:
        """Write a block of cells from one cell on, as one edit; returns how many found no place.

        A blank under a sasaran or tujuan is a merged cell: the text above it holds there too.

        Raises
        ------
        RuleError
            where a row would be without sasaran or indikator; nothing is written.
        """
        iku, lewat = self._iku, 0
        sebelum: dict[str, str] = {}
        for turun, sel in enumerate(blok):
            lewat += sum(bool(t.strip()) for t in sel[len(self._kolom) - kiri :])
            pasangan = list(zip(self._kolom[kiri:], sel, strict=False))
            if atas + turun == JUDUL:
                for kolom, isi in pasangan:
                    iku = dengan_judul(iku, kolom.bidang, _tanpa(isi, kolom.tahun))
            elif any(isi.strip() for _, isi in pasangan):
                iku = _dengan_baris(iku, atas + turun - 1, [(k, _gabung(k, t, sebelum)) for k, t in pasangan])
        if iku != self._iku:
            self._ubah(iku, teks)
        return lewat

    def kosongkan(self, sel: Sequence[tuple[int, int]], teks: str) -> None:
        """Empty those cells, as one edit."""
        iku = self._iku
        for baris, kolom in sel:
            satu = self._kolom[kolom]
            self._lupakan(self._sel(baris, kolom))
            if baris == JUDUL:
                iku = dengan_judul(iku, satu.bidang, "")
            elif baris != self.baris_baru:
                semua = list(iku.baris)
                semua[baris - 1] = dengan_sel(semua[baris - 1], satu, "")
                iku = replace(iku, baris=tuple(semua))
        if iku != self._iku:
            self._ubah(iku, teks)
        self._semua_berubah()


def _baris_di_bawah(semua: Sequence[IkuBaris]) -> IkuBaris:
    """A new row belongs to the tujuan and sasaran of the one above until it says otherwise."""
    return IkuBaris(semua[-1].sasaran, "", semua[-1].tujuan) if semua else _BARU


def _dengan_baris(iku: Iku, nomor: int, isi: Sequence[tuple[Kolom, str]]) -> Iku:
    """The table with those cells in one row; behind the last one it is a new row."""
    semua = list(iku.baris)
    baru = nomor >= len(semua)
    baris = _baris_di_bawah(semua) if baru else semua[nomor]
    if baru and any(kolom.bidang == "tujuan" for kolom, _ in isi):
        baris = replace(baris, tujuan=None)
    for kolom, teks in isi:
        if baru and not bersihkan_teks(teks):
            continue
        baris = dengan_sel(baris, kolom, teks)
    if not baris.sasaran or not baris.indikator:
        raise RuleError(
            f"Baris {min(nomor, len(semua)) + 1}: sasaran atau indikator belum ada.",
            "Tempel kedua kolomnya sekaligus.",
        )
    semua[nomor : nomor + 1] = [baris]
    return replace(iku, baris=tuple(semua))


def _gabung(kolom: Kolom, teks: str, sebelum: dict[str, str]) -> str:
    if kolom.bidang not in ("tujuan", "sasaran"):
        return teks
    if teks.strip():
        sebelum[kolom.bidang] = teks
    return sebelum.get(kolom.bidang, teks)


def _tanpa(teks: str, tahun: str) -> str:
    return bersihkan_teks(teks).removesuffix(tahun).rstrip() if tahun else teks


def _beda_pertama(satu: Sequence[IkuBaris], dua: Sequence[IkuBaris]) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(satu, dua, strict=False)) if a != b), min(len(satu), len(dua))
    )
