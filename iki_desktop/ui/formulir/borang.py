"""A form: a table of fields laid out in one column, each committed on its own.

Every field goes the same way: typing ends, its value is read, put into the record at its place,
and handed to ``Workspace.ubah``.  What is refused stays as typed, with a sentence under it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Node
from iki_desktop.core.sebutan import sebutan
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.ketikan import perlihatkan
from iki_desktop.ui.formulir.lensa import UTUH, Lensa
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR, JARAK_RAPAT, huruf_tebal, label_kecil, label_polos

__all__ = ["Bagian", "Borang", "Draf", "Isian", "Lembaran", "Tabel", "ke_tertolak"]

Draf = dict[tuple[int, str], Any]
"""Typing that was refused, by record and field, kept while another record is shown."""


@dataclass(frozen=True, slots=True)
class Isian:
    """One field of a form.

    ``buat`` makes the widget; ``tampil(value)`` says whether the field is asked for at all;
    ``porsi`` is its share of the width of its row; ``label`` may be empty.
    """

    kunci: str
    label: str
    lensa: Lensa
    buat: Callable[[Sesi], Bidang]
    petunjuk: str = ""
    porsi: int = 1
    tampil: Callable[[Any], bool] | None = None
    sebut: str = ""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A section: a heading (may be empty) over rows of fields that stand side by side."""

    judul: str
    baris: tuple[tuple[Isian, ...], ...]
    petunjuk: str = ""


Tabel = tuple[Bagian, ...]


class Lembaran(Protocol):
    """Whatever stands on a page and holds fields."""

    def segarkan(self) -> None:
        """Show the records as they are now; typing that is not saved stays."""

    def simpan(self) -> bool:
        """Commit what is typed; ``False`` where something was refused."""

    def berubah(self) -> bool:
        """Whether something typed is not saved."""

    def tinggalkan(self) -> None:
        """Another record is about to be shown: keep what was refused."""


class Borang(QWidget):
    """The form of one record, or of a value inside it (``awalan``).

    ``sebut`` names that value in the text of an edit: "ubah teks diktum …".
    """

    def __init__(
        self, sesi: Sesi, tabel: Tabel, draf: Draf, awalan: Lensa = UTUH, *, sebut: str = ""
    ) -> None:
        super().__init__()
        self._sesi = sesi
        self._draf = draf
        self._awalan = awalan
        self._sebut = sebut
        self._id = 0
        self._bidang: dict[str, Bidang] = {}
        self._isian: dict[str, Isian] = {}
        self._baris: list[_BarisIsian] = []
        self._letak = letak_rapat(self, JARAK_LEBAR - JARAK_RAPAT)
        for bagian in tabel:
            self._susun_bagian(bagian)

    # --- building --------------------------------------------------------------------------

    def _susun_bagian(self, bagian: Bagian) -> None:
        letak = self._letak
        if bagian.judul:
            judul = label_polos(bagian.judul)
            judul.setFont(huruf_tebal())
            judul.setContentsMargins(0, JARAK_LEBAR, 0, 0)
            letak.addWidget(judul)
        if bagian.petunjuk:
            letak.addWidget(label_kecil(bagian.petunjuk))
        for baris in bagian.baris:
            isi = [(isian, self._buat(isian)) for isian in baris]
            self._baris.append(_BarisIsian(isi))
            letak.addWidget(self._baris[-1])

    def _buat(self, isian: Isian) -> Bidang:
        bidang = isian.buat(self._sesi)
        bidang.namai(_nama_dibaca(isian))
        bidang.selesai.connect(partial(self._simpan_satu, isian.kunci))
        self._bidang[isian.kunci] = bidang
        self._isian[isian.kunci] = isian
        return bidang

    def bidang(self, kunci: str) -> Bidang:
        """The field of that name."""
        return self._bidang[kunci]

    @property
    def node_id(self) -> int:
        """The record that is shown; 0 for none."""
        return self._id

    def mulai(self) -> None:
        """Put the cursor into the first field that is asked for."""
        for bidang in self._bidang.values():
            if bidang.isVisibleTo(self):
                tempat = bidang.tempat_ketik()
                tempat.setFocus()
                QTimer.singleShot(0, tempat, partial(perlihatkan, tempat))  # once the page has grown
                return

    # --- showing ---------------------------------------------------------------------------

    def buka(self, node_id: int) -> None:
        """Show a record from the start; what was typed there and refused is shown again."""
        self._id = node_id
        record = self._record()
        if record is None:
            return
        for kunci, bidang in self._bidang.items():
            bidang.terima()
            bidang.kenali(record)
            bidang.tampilkan(self._nilai(record, kunci))
            self._pulihkan(kunci, bidang)
        self._atur_tampil(record)

    def _pulihkan(self, kunci: str, bidang: Bidang) -> None:
        draf = self._draf.pop((self._id, self._kunci_draf(kunci)), None)
        if draf is not None:
            bidang.pulihkan(draf)
            self._simpan_satu(kunci)

    def _kunci_draf(self, kunci: str) -> str:
        return f"{self._sebut}/{kunci}"

    def segarkan(self) -> None:
        record = self._record()
        if record is None:
            return
        for kunci, bidang in self._bidang.items():
            bidang.kenali(record)
            if not bidang.berubah():
                bidang.tampilkan(self._nilai(record, kunci))
        self._atur_tampil(record)

    def _record(self) -> Node | None:
        ada = self._id in self._sesi.arsip
        return self._sesi.arsip[self._id] if ada else None

    def _nilai(self, record: Node, kunci: str) -> Any:
        return self._awalan.lalu(self._isian[kunci].lensa).ambil(record)

    def _atur_tampil(self, record: Node) -> None:
        nilai = self._awalan.ambil(record)
        for baris in self._baris:
            baris.atur_tampil(nilai)

    # --- committing ------------------------------------------------------------------------

    def simpan(self) -> bool:
        tersimpan = [self._simpan_satu(kunci) for kunci in self._bidang]
        return all(tersimpan)

    def _simpan_satu(self, kunci: str) -> bool:
        bidang, record = self._bidang[kunci], self._record()
        if record is None:
            return True
        if not bidang.berubah() or not self._diminta(kunci, record):
            bidang.terima()
            return True
        try:
            self._terapkan(kunci, record, bidang.nilai())
        except IkiError as galat:
            bidang.tolak(galat)
            return False
        return True

    def _terapkan(self, kunci: str, record: Node, nilai: Any) -> None:
        isian, bidang = self._isian[kunci], self._bidang[kunci]
        baru = self._awalan.lalu(isian.lensa).pasang(record, nilai)
        if baru != record:
            giliran = bidang.giliran()
            rangkaian = None if giliran is None else (giliran, record.id, self._sebut, kunci)
            self._sesi.workspace.ubah(baru, self._teks(isian, record), rangkaian=rangkaian)
        bidang.terima()
        bidang.tampilkan(self._nilai(self._sesi.arsip[record.id], kunci))

    def _teks(self, isian: Isian, record: Node) -> str:
        nama = isian.sebut or isian.label
        nama = nama if nama[:2].isupper() else nama[:1].lower() + nama[1:]
        return " ".join(t for t in ("ubah", nama, self._sebut, sebutan(record)) if t)

    def _diminta(self, kunci: str, record: Node) -> bool:
        """Whether the field is asked for at all; typing in one that is not waits until it is."""
        tampil = self._isian[kunci].tampil
        return tampil is None or tampil(self._awalan.ambil(record))

    def berubah(self) -> bool:
        record = self._record()
        return record is not None and any(
            bidang.berubah() and self._diminta(kunci, record) for kunci, bidang in self._bidang.items()
        )

    def tinggalkan(self) -> None:
        record = self._record()
        if record is None:
            return
        for kunci, bidang in self._bidang.items():
            if bidang.berubah() and self._diminta(kunci, record):
                self._draf[self._id, self._kunci_draf(kunci)] = bidang.draf()


def _nama_dibaca(isian: Isian) -> str:
    """What a reader says: a label that leans on the heading above it is said in full."""
    lengkap = isian.sebut
    if lengkap.casefold().endswith(f" {isian.label.casefold()}") or not isian.label:
        return lengkap[:1].upper() + lengkap[1:]
    return isian.label


def ke_tertolak(induk: QWidget) -> None:
    """Put the cursor into the first field under ``induk`` that holds typing which is not saved."""
    for bidang in induk.findChildren(Bidang):
        if bidang.isVisible() and bidang.berubah():
            bidang.tempat_ketik().setFocus()
            perlihatkan(bidang)
            return


class _BarisIsian(QWidget):
    """Fields side by side: labels above, hints and messages below."""

    def __init__(self, isi: Sequence[tuple[Isian, Bidang]]) -> None:
        super().__init__()
        self._isi = isi
        self._kolom: list[QWidget] = []
        letak = QGridLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setHorizontalSpacing(JARAK_LEBAR)
        letak.setVerticalSpacing(JARAK_RAPAT)
        for nomor, (isian, bidang) in enumerate(isi):
            letak.setColumnStretch(nomor, isian.porsi)
            self._kolom.append(self._susun_kolom(letak, nomor, isian, bidang))
        for nomor, (_, bidang) in enumerate(isi):
            letak.addWidget(bidang.pesan, 1 + nomor, 0, 1, len(isi))

    def _susun_kolom(self, letak: QGridLayout, nomor: int, isian: Isian, bidang: Bidang) -> QWidget:
        wadah = QWidget()
        tumpuk = letak_rapat(wadah)
        if isian.label:
            label = QLabel(isian.label)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(bidang.tempat_ketik())
            tumpuk.addWidget(label)
        tumpuk.addWidget(bidang)
        if isian.petunjuk:
            tumpuk.addWidget(label_kecil(isian.petunjuk))
        tumpuk.addStretch(1)
        letak.addWidget(wadah, 0, nomor)
        return wadah

    def atur_tampil(self, nilai: Any) -> None:
        """Show only those fields that the value asks for."""
        ada = False
        for (isian, bidang), kolom in zip(self._isi, self._kolom, strict=True):
            tampil = isian.tampil is None or isian.tampil(nilai)
            ada = ada or tampil
            kolom.setVisible(tampil)
            if not tampil:
                bidang.pesan.diam()
        self.setVisible(ada)
