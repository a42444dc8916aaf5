"""The page of a table of IKU: its title, its columns, and the table itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Iku, Node
from iki_desktop.naskah.iku import JUDUL_BAWAAN
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.bidang import letak_rapat
from iki_desktop.ui.formulir.bidang_teks import BidangTeks
from iki_desktop.ui.formulir.blok_isi import kunci
from iki_desktop.ui.formulir.borang import Bagian, Tabel
from iki_desktop.ui.formulir.halaman_berderet import BorangNaskah, HalamanBerderet
from iki_desktop.ui.formulir.isian import teks
from iki_desktop.ui.formulir.kolom_iku import (
    BIDANG_PILIHAN,
    baca_tahun,
    bidang_terisi,
    judul_bawaan,
    susun_kolom,
    tahun_target,
    tanpa_tahun,
    tulis_tahun,
)
from iki_desktop.ui.formulir.model_iku import JUDUL, ModelIku
from iki_desktop.ui.formulir.pesan_isian import PesanIsian
from iki_desktop.ui.formulir.tabel_iku import TabelIku
from iki_desktop.ui.realisasi.papan_klip import baca_blok, tulis_blok
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_kecil, label_polos

__all__ = ["HalamanIku", "LembarIku"]

_TABEL: Tabel = (
    Bagian("", ((teks("judul", "Judul tabel", contoh=JUDUL_BAWAAN, petunjuk="Kosong: judul yang biasa."),),)),
)

_PETUNJUK = (
    "Enter: buka sel, lalu turun · Tab: ke kanan · Shift+Enter: baris baru dalam sel · "
    "Ctrl+V: tempel dari Excel · Alt+panah: pindahkan baris · Esc lalu Tab: keluar dari tabel"
)
_NAMA_PENDEK = {"formulasi": "Formulasi"}


class LembarIku(QWidget):
    """The columns and the table of one Iku.

    ``ambil()`` is the value as saved, ``ubah(value, words)`` makes the edit or raises.
    """

    def __init__(self, sesi: Sesi, ambil: Callable[[], Iku], ubah: Callable[[Iku, str], None]) -> None:
        super().__init__()
        self._sesi = sesi
        self._ambil = ambil
        self._ubah = ubah
        self._bidang_tampil: set[str] = set()
        self._tahun_tampil: set[str] = set()
        self.model = ModelIku(ubah, self)
        self.tabel = TabelIku(self.model, self._perintah())
        self.tahun = BidangTeks(contoh=f"{sesi.tahun}, {sesi.tahun + 1}", lebar=44)
        self.tahun.namai("Tahun target")
        self.tahun.selesai.connect(self._pakai_tahun)
        self.centang = {bidang: self._buat_centang(bidang) for bidang in BIDANG_PILIHAN}
        self.pesan = PesanIsian()
        self._naik = tombol_teks("Naikkan baris", lambda: self.pindahkan(-1))
        self._turun = tombol_teks("Turunkan baris", lambda: self.pindahkan(1))
        self._hapus = tombol_teks("Hapus baris", self.hapus)
        self._susun()
        self.model.dataChanged.connect(lambda *_: self._atur_pesan())
        self.tabel.selectionModel().currentChanged.connect(lambda *_: self._atur_tombol())
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._atur_tombol())

    # --- layout ----------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = letak_rapat(self, JARAK)
        letak.addWidget(label_polos("Kolom yang dipakai"))
        centang = QGridLayout()
        centang.setHorizontalSpacing(2 * JARAK_LEBAR)
        for nomor, satu in enumerate(self.centang.values()):
            centang.addWidget(satu, *divmod(nomor, 2))
        centang.setColumnStretch(2, 1)
        letak.addLayout(centang)
        label = label_polos("Tahun target")
        label.setBuddy(self.tahun.baris)
        letak.addWidget(label)
        letak.addWidget(self.tahun)
        letak.addWidget(
            label_kecil("Satu kolom target untuk setiap tahun, misalnya 2025, 2026 atau 2021-2026.")
        )
        letak.addWidget(self.tahun.pesan)
        letak.addSpacing(JARAK)
        letak.addWidget(self.tabel)
        letak.addWidget(self.pesan)
        letak.addLayout(self._susun_kaki())
        letak.addWidget(label_kecil(_PETUNJUK))

    def _susun_kaki(self) -> QHBoxLayout:
        kaki = QHBoxLayout()
        kaki.setSpacing(0)
        for tombol in (self._naik, self._turun, self._hapus):
            kaki.addWidget(tombol)
        kaki.addStretch(1)
        return kaki

    def _buat_centang(self, bidang: str) -> QCheckBox:
        centang = QCheckBox(_NAMA_PENDEK.get(bidang, judul_bawaan(bidang)))
        centang.clicked.connect(lambda ya: self._pakai_bidang(bidang, ya=ya))
        return centang

    def _perintah(self) -> dict[QKeyCombination, Callable[[], object]]:
        k, u = Qt.Key, Qt.KeyboardModifier
        semua: dict[QKeyCombination, Callable[[], object]] = {
            kunci(k.Key_Delete): self.kosongkan,
            kunci(k.Key_Backspace): self.kosongkan,
            kunci(k.Key_Delete, u.ControlModifier): self.hapus,
            kunci(k.Key_Up, u.AltModifier): lambda: self.pindahkan(-1),
            kunci(k.Key_Down, u.AltModifier): lambda: self.pindahkan(1),
        }
        semua[kunci(k.Key_C, u.ControlModifier)] = self.salin
        semua[kunci(k.Key_Insert, u.ControlModifier)] = self.salin
        semua[kunci(k.Key_V, u.ControlModifier)] = self.tempel
        semua[kunci(k.Key_Insert, u.ShiftModifier)] = self.tempel
        return semua

    # --- showing ---------------------------------------------------------------------------

    def segarkan(self) -> None:
        """Show the table as it is now; what is typed and not saved stays at its cells."""
        iku, terisi = self._ambil(), bidang_terisi(self._ambil())
        self._bidang_tampil |= terisi  # a column that is emptied does not vanish under the cursor
        self._tahun_tampil |= set(tahun_target(iku))
        tahun = sorted(self._tahun_tampil)
        for bidang, centang in self.centang.items():
            centang.setChecked(bidang in self._bidang_tampil)
            centang.setEnabled(bidang not in terisi)
            centang.setToolTip("Kosongkan isinya untuk melepas kolom ini." if bidang in terisi else "")
        self.model.ganti(iku, susun_kolom(self._bidang_tampil, tahun))
        if not self.tahun.berubah():
            self.tahun.tampilkan(tulis_tahun(tahun))
        self._atur_tombol()
        self._atur_pesan()

    def _atur_pesan(self) -> None:
        kalimat = self.model.penolakan()
        if kalimat:
            self.pesan.tampilkan(kalimat, salah=kalimat != ModelIku.BELUM_LENGKAP)
        else:
            self.pesan.diam()

    def _atur_tombol(self) -> None:
        baris = self._baris_terpilih()
        banyak = len(self.model.iku.baris)
        self._naik.setEnabled(bool(baris) and baris[0] > 1)
        self._turun.setEnabled(bool(baris) and baris[-1] < banyak)
        self._hapus.setEnabled(bool(baris))

    def _baris_terpilih(self) -> list[int]:
        """The saved rows that the selection touches."""
        pilihan = self.tabel.selectionModel().selectedIndexes() or [self.tabel.currentIndex()]
        return sorted({i.row() for i in pilihan if i.isValid() and JUDUL < i.row() < self.model.baris_baru})

    # --- columns ---------------------------------------------------------------------------

    def _pakai_bidang(self, bidang: str, *, ya: bool) -> None:
        """A column that is shown is printed as soon as something stands in it."""
        self.tabel.simpan_sel()
        (self._bidang_tampil.add if ya else self._bidang_tampil.discard)(bidang)
        self.segarkan()

    def _pakai_tahun(self) -> None:
        self.simpan_tahun()

    def simpan_tahun(self) -> bool:
        """Take over the years that are typed; targets of a year that is left out go with it."""
        if not self.tahun.berubah():
            self.tahun.terima()
            return True
        try:
            tahun = baca_tahun(self.tahun.baris.text())
            hilang = set(tahun_target(self._ambil())) - set(tahun)
            if hilang:
                self._ubah(tanpa_tahun(self._ambil(), hilang), f"hapus target {', '.join(sorted(hilang))}")
        except IkiError as galat:
            self.tahun.tolak(galat)
            return False
        self._tahun_tampil = set(tahun)
        self.tahun.terima()
        self.tahun.tampilkan(tulis_tahun(tahun))
        self.segarkan()
        if hilang:
            self._sesi.pesan.emit(f"Target {', '.join(sorted(hilang))} dihapus.", "urungkan")
        return True

    # --- rows ------------------------------------------------------------------------------

    def pindahkan(self, arah: int) -> None:
        """Move the selected rows one place up (-1) or down (+1), as one edit."""
        self.tabel.simpan_sel()
        terpilih, semua = self._baris_terpilih(), list(self._ambil().baris)
        if not terpilih or not 0 <= terpilih[0] - 1 + arah <= len(semua) - len(terpilih):
            return
        kolom = self.tabel.currentIndex().column()
        awal, akhir = terpilih[0] - 1, terpilih[-1]
        dibawa = semua[awal:akhir]
        semua[awal:akhir] = []
        semua[awal + arah : awal + arah] = dibawa
        if self._ganti(semua, f"pindahkan {_sebut(terpilih)}"):
            self._pilih_baris([b + arah for b in terpilih], kolom)

    def hapus(self) -> None:
        """Delete the selected rows; undo brings them back."""
        self.tabel.simpan_sel()
        terpilih, semua = self._baris_terpilih(), list(self._ambil().baris)
        if not terpilih:
            return
        kolom = self.tabel.currentIndex().column()
        semua[terpilih[0] - 1 : terpilih[-1]] = []
        if self._ganti(semua, f"hapus {_sebut(terpilih)}"):
            self.tabel.ke(min(terpilih[0], self.model.baris_baru), kolom)
            self._sesi.pesan.emit(f"{_sebut(terpilih).capitalize()} dihapus.", "urungkan")

    def _ganti(self, baris: Sequence[Any], teks: str) -> bool:
        baru = replace(self._ambil(), baris=tuple(baris))
        return self._sesi.berhasil(lambda: self._ubah(baru, teks))

    def _pilih_baris(self, baris: Sequence[int], kolom: int) -> None:
        self.tabel.ke(baris[0], kolom)
        model = self.tabel.selectionModel()
        for satu in baris:
            model.select(self.model.index(satu, kolom), model.SelectionFlag.Select)

    # --- clipboard -------------------------------------------------------------------------

    def _kotak(self) -> tuple[list[int], list[int]]:
        pilihan = self.tabel.selectionModel().selectedIndexes() or [self.tabel.currentIndex()]
        ada = [i for i in pilihan if i.isValid()]
        return sorted({i.row() for i in ada}), sorted({i.column() for i in ada})

    def salin(self) -> None:
        """The selected cells as a spreadsheet reads them."""
        baris, kolom = self._kotak()
        if baris:
            isi = [[(self.model.teks(b, k), False) for k in kolom] for b in baris]
            QGuiApplication.clipboard().setText(tulis_blok(isi))

    def tempel(self) -> None:
        """Write the clipboard's block from the first selected cell on, all of it or nothing."""
        blok = baca_blok(QGuiApplication.clipboard().text())
        baris, kolom = self._kotak()
        if not baris or not any(t.strip() for satu in blok for t in satu):
            return
        self.tabel.simpan_sel()
        banyak = sum(bool(t.strip()) for satu in blok for t in satu)
        try:
            lewat = self.model.isi_blok(baris[0], kolom[0], blok, f"tempel {banyak} sel")
        except IkiError as galat:
            self._sesi.ditolak.emit(f"{galat} Tidak ada yang ditempel.")
            return
        sisa = f" {lewat} nilai tidak mendapat tempat." if lewat else ""
        self._sesi.pesan.emit(f"{banyak - lewat} sel terisi.{sisa}", "urungkan")

    def kosongkan(self) -> None:
        """Empty the selected cells, as one edit."""
        pilihan = self.tabel.selectionModel().selectedIndexes() or [self.tabel.currentIndex()]
        sel = [(i.row(), i.column()) for i in pilihan if i.isValid()]
        if sel:
            self._sesi.coba(lambda: self.model.kosongkan(sel, f"kosongkan {len(sel)} sel"))
            self._atur_pesan()

    # --- as a sheet of the page --------------------------------------------------------------

    def simpan(self) -> bool:
        """Commit what is typed, the open cell included."""
        self.tabel.simpan_sel()
        tersimpan = [self.simpan_tahun(), self.model.simpan()]
        self._atur_pesan()
        return all(tersimpan)

    def berubah(self) -> bool:
        """Whether something typed is not saved."""
        return self.tahun.berubah() or self.model.berubah() or self.tabel.sedang_diketik()

    def tinggalkan(self) -> None:
        """The sheet itself is kept while something on it is not saved."""


def _sebut(baris: Sequence[int]) -> str:
    return f"baris ke-{baris[0]}" if len(baris) == 1 else f"{len(baris)} baris"


class HalamanIku(HalamanBerderet):
    """A table of IKU of the document that is shown."""

    def susun(self) -> None:
        borang = BorangNaskah(self.sesi, _TABEL, self.tempat.lensa(), self.tempat)
        self._letak.addWidget(borang)
        self._lembaran.append(borang)
        self.lembar = LembarIku(self.sesi, self.nilai, self.ubah_nilai)
        self._letak.addWidget(self.lembar)
        self._lembaran.append(self.lembar)

    def buka(self, node_id: int) -> None:
        super().buka(node_id)
        self.lembar.segarkan()

    def judul(self, _node: Node) -> str:
        return self.nilai().judul or JUDUL_BAWAAN
