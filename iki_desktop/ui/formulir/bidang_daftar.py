"""The field of a nested list, with the keys that work in it written below while it is edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from iki_desktop.core.records import Butir as _Butir
from iki_desktop.core.records import Daftar, Misi, Tujuan
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.butir_baris import Baris
from iki_desktop.ui.formulir.daftar_editor import PETUNJUK_TOMBOL, DaftarEditor
from iki_desktop.ui.tampilan import label_kecil

__all__ = ["BidangDaftar", "BidangMisi"]


class BidangDaftar(Bidang):
    """A list.  ``gaya(record)`` is the printed numbering of its outermost items."""

    def __init__(
        self,
        gaya: Callable[[Any], str] | None = None,
        *,
        contoh: str = "",
        petunjuk: str = "",
        kalimat_tunggal: bool = False,
    ) -> None:
        super().__init__()
        self._gaya = gaya
        self.editor = DaftarEditor(kalimat_tunggal=kalimat_tunggal)
        self.editor.petunjuk_kosong = contoh
        self.editor.selesai.connect(self.selesai)
        self.editor.installEventFilter(self)
        self._petunjuk_biasa = petunjuk
        self._petunjuk = label_kecil(petunjuk)
        self._petunjuk.setMinimumHeight(self._petunjuk.fontMetrics().lineSpacing())
        letak = letak_rapat(self, 2)
        letak.addWidget(self.editor)
        letak.addWidget(self._petunjuk)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            dipakai = event.type() == QEvent.Type.FocusIn
            self._petunjuk.setText(PETUNJUK_TOMBOL if dipakai else self._petunjuk_biasa)
        return super().eventFilter(watched, event)

    def kenali(self, record: Any) -> None:
        if self._gaya is not None:
            self.editor.set_gaya(self._gaya(record))

    def tampilkan(self, nilai: Daftar | None) -> None:
        self.editor.setDaftar(nilai)

    def nilai(self) -> Daftar | None:
        return self.editor.daftar()

    def berubah(self) -> bool:
        return self.editor.berubah()

    def draf(self) -> list[Baris]:
        return self.editor.baris_draf()

    def pulihkan(self, draf: list[Baris]) -> None:
        self.editor.pulihkan(draf)

    def tempat_ketik(self) -> QWidget:
        return self.editor

    def giliran(self) -> object | None:
        return self.editor.giliran


class BidangMisi(BidangDaftar):
    """Misi, under each its tujuan, under each of these its sasaran: one list of three levels."""

    def tampilkan(self, nilai: tuple[Misi, ...] | None) -> None:  # type: ignore[override]
        self._misi = nilai
        super().tampilkan(None if nilai is None else tuple(_misi_ke_butir(m) for m in nilai))

    def nilai(self) -> tuple[Misi, ...] | None:  # type: ignore[override]
        if not self.editor.berubah():
            return self._misi
        daftar = super().nilai()
        return None if daftar is None else tuple(_butir_ke_misi(b) for b in daftar)


def _misi_ke_butir(misi: Misi) -> _Butir:
    tujuan = None if misi.tujuan is None else tuple(_Butir(t.teks, t.sasaran) for t in misi.tujuan)
    return _Butir(misi.teks, tujuan)


def _butir_ke_misi(butir: _Butir) -> Misi:
    if butir.butir is None:
        return Misi(butir.teks)
    return Misi(butir.teks, tuple(Tujuan(b.teks, b.butir) for b in butir.butir))
