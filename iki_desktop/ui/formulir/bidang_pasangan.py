"""Short tables of two columns: the variables of a formula, the classes of a scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.angka import parse_angka, teks_sunting
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.records import Formulasi, Kelas
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.rumus import RumusError, baca_rumus
from iki_desktop.core.skala import SKALA_TERSEDIA
from iki_desktop.core.skm import UNSUR_SKM
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat, rata_kanan
from iki_desktop.ui.formulir.ketikan import BarisTeks
from iki_desktop.ui.formulir.urutan_tab import urutkan_tab
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil

__all__ = ["BidangPasangan", "BidangSkala", "BidangUnsur", "BidangVariabel"]

_Pasangan = tuple[str, str]


class BidangPasangan(Bidang):
    """Rows of two fields each; rows left empty do not count."""

    def __init__(self, judul: _Pasangan, porsi: tuple[int, int], tambah: str) -> None:
        super().__init__()
        self._judul = judul
        self._porsi = porsi
        self._baris: list[tuple[QWidget, BarisTeks, BarisTeks]] = []
        self._awal: list[_Pasangan] = []
        self._letak = letak_rapat(self, JARAK_RAPAT)
        self._kepala = QWidget()
        self._susun_kepala()
        self._letak.addWidget(self._kepala)
        self._deret = QVBoxLayout()
        self._deret.setSpacing(JARAK_RAPAT)
        self._letak.addLayout(self._deret)
        self.tombol_tambah = QPushButton(tambah)
        self.tombol_tambah.clicked.connect(lambda *_: self._tambah_dan_mulai())
        self._kaki = QHBoxLayout()
        self._kaki.setSpacing(JARAK)
        self._kaki.addWidget(self.tombol_tambah)
        self._kaki.addStretch(1)
        self._letak.addLayout(self._kaki)

    def _susun_kepala(self) -> None:
        baris = QHBoxLayout(self._kepala)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(JARAK_LEBAR)
        for teks, porsi in zip(self._judul, self._porsi, strict=True):
            baris.addWidget(label_kecil(teks), porsi)
        pengganjal = QLabel()
        pengganjal.setMinimumWidth(tombol_teks("Hapus", lambda: None).sizeHint().width())
        baris.addWidget(pengganjal)

    # --- rows ------------------------------------------------------------------------------

    def _tambah_baris(self, isi: _Pasangan = ("", "")) -> None:
        wadah = QWidget()
        baris = QHBoxLayout(wadah)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(JARAK_LEBAR)
        kiri, kanan = BarisTeks(), BarisTeks()
        for ketik, porsi, nama, teks in zip((kiri, kanan), self._porsi, self._judul, isi, strict=True):
            ketik.pasang(teks)
            ketik.setAccessibleName(nama)
            ketik.editingFinished.connect(self.selesai)
            baris.addWidget(ketik, porsi)
        baris.addWidget(tombol_teks("Hapus", lambda: self._hapus(wadah)))
        self._deret.addWidget(wadah)
        self._baris.append((wadah, kiri, kanan))
        self._rias(kiri, kanan)
        self._kepala.show()

    def _rias(self, kiri: BarisTeks, kanan: BarisTeks) -> None:
        """How the two fields of a row look beyond the usual."""

    def _tambah_dan_mulai(self) -> None:
        self._tambah_baris()
        urutkan_tab(self)
        self._baris[-1][1].setFocus()

    def _hapus(self, wadah: QWidget) -> None:
        nomor = next(n for n, (w, *_) in enumerate(self._baris) if w is wadah)
        self._buang(nomor)
        self.selesai.emit()

    def _buang(self, nomor: int) -> None:
        wadah, *_ = self._baris.pop(nomor)
        self._deret.removeWidget(wadah)
        wadah.hide()
        wadah.deleteLater()
        self._kepala.setVisible(bool(self._baris))

    def isi(self) -> list[_Pasangan]:
        """What is typed, row by row."""
        return [(kiri.text(), kanan.text()) for _, kiri, kanan in self._baris]

    def isi_bersih(self) -> list[_Pasangan]:
        """The rows in which something is typed, cleaned."""
        bersih = [(bersihkan_teks(a), bersihkan_teks(b)) for a, b in self.isi()]
        return [p for p in bersih if any(p)]

    def pasang(self, isi: Sequence[_Pasangan]) -> None:
        """Show these rows; those that look so already are left alone."""
        while len(self._baris) > len(isi):
            self._buang(len(self._baris) - 1)
        for (_, kiri, kanan), (a, b) in zip(self._baris, isi, strict=False):
            kiri.pasang(a)
            kanan.pasang(b)
        for satu in isi[len(self._baris) :]:
            self._tambah_baris(satu)
        self._kepala.setVisible(bool(isi))
        urutkan_tab(self)

    # --- the field -------------------------------------------------------------------------

    def _tampilkan_isi(self, isi: Sequence[_Pasangan]) -> None:
        sama = sorted(isi) == sorted(self.isi_bersih())
        if not (sama and self._sedang_diketik()):  # rows do not change places under the cursor
            self.pasang(isi)
        self._awal = self.isi()

    def _sedang_diketik(self) -> bool:
        return any(satu.hasFocus() for _, *ketik in self._baris for satu in ketik)

    def berubah(self) -> bool:
        return self.isi() != self._awal

    def draf(self) -> list[_Pasangan]:
        return self.isi()

    def pulihkan(self, draf: list[_Pasangan]) -> None:
        self.pasang(draf)

    def tempat_ketik(self) -> QWidget:
        return self._baris[0][1] if self._baris else self.tombol_tambah

    def namai(self, label: str) -> None:
        """Each column has its own name."""


class BidangSkala(BidangPasangan):
    """The classes of capaian with their lower bounds; empty for the program's own scale."""

    def __init__(self) -> None:
        super().__init__(("Kategori", "Batas bawah (%)"), (3, 1), "Tambah kategori")
        menu = QMenu(self)
        for pilihan in SKALA_TERSEDIA:
            teks = f"{pilihan.nama} ({pilihan.asal})".replace("&", "&&")
            menu.addAction(teks, self._pemakai(pilihan.skala))
        self.tombol_skala = QPushButton("Pakai skala yang umum")
        self.tombol_skala.setMenu(menu)
        self._kaki.insertWidget(self._kaki.count() - 1, self.tombol_skala)
        self.tampilkan(None)

    def _pemakai(self, skala: tuple[Kelas, ...]) -> Callable[[], None]:
        def pakai() -> None:
            self.pasang(_tulis_skala(skala))
            self.selesai.emit()

        return pakai

    def _rias(self, kiri: BarisTeks, kanan: BarisTeks) -> None:
        rata_kanan(kanan)

    def tampilkan(self, nilai: tuple[Kelas, ...] | None) -> None:
        self._asal = nilai
        self._tampilkan_isi(_tulis_skala(nilai or ()))

    def nilai(self) -> tuple[Kelas, ...] | None:
        if not self.berubah():
            return self._asal
        kelas = [Kelas(*_baca_kelas(nama, batas)) for nama, batas in self.isi_bersih()]
        kelas.sort(key=lambda k: k.batas_bawah, reverse=True)
        if len({k.batas_bawah for k in kelas}) < len(kelas):
            raise RuleError("Dua kategori memiliki batas bawah yang sama.", "Bedakan batasnya.")
        return tuple(kelas) or None


def _tulis_skala(skala: Sequence[Kelas]) -> list[_Pasangan]:
    return [(k.nama, teks_sunting(k.batas_bawah)) for k in skala]


def _baca_kelas(nama: str, batas: str) -> tuple[str, Decimal]:
    angka = parse_angka(batas)
    if not nama or angka is None:
        raise RuleError("Setiap kategori memerlukan nama dan batas bawah.", "Lengkapi barisnya.")
    return nama, angka


class BidangVariabel(BidangPasangan):
    """The names that stand in a rumus, each with its label in the office's words."""

    JUDUL = ("Nama dalam rumus", "Keterangan")
    TAMBAH = "Tambah variabel"

    def __init__(self, sesi: Sesi) -> None:
        super().__init__(self.JUDUL, (1, 2), self.TAMBAH)
        self._sesi = sesi
        self._formulasi: Formulasi | None = None
        self._usul = QPushButton()
        self._usul.clicked.connect(lambda *_: self._tambahkan_usul())
        self._kaki.insertWidget(1, self._usul)
        self.tampilkan(None)

    def kenali(self, record: Any) -> None:
        assert isinstance(record, Formulasi)
        self._formulasi = record
        kurang = self._belum_terdaftar()
        self._usul.setVisible(bool(kurang))
        self._usul.setText(f"Daftarkan {', '.join(kurang)}"[:60].replace("&", "&&"))

    def _belum_terdaftar(self) -> list[str]:
        formulasi = self._formulasi
        if formulasi is None or not formulasi.rumus:
            return []
        terdaftar = tuple(n for n, _ in formulasi.variabel or ())
        try:
            return [n for n in baca_rumus(formulasi.rumus, terdaftar).nama if n not in terdaftar]
        except RumusError:
            return []

    def _tambahkan_usul(self) -> None:
        for nama in self._belum_terdaftar():
            self._tambah_baris((nama, nama.replace("_", " ")))
        urutkan_tab(self)
        self.selesai.emit()

    def tampilkan(self, nilai: tuple[_Pasangan, ...] | None) -> None:
        self._asal = nilai
        self._tampilkan_isi(nilai or ())

    def nilai(self) -> tuple[_Pasangan, ...] | None:
        if not self.berubah():
            return self._asal
        isi = [(nama, label or nama) for nama, label in self.isi_bersih()]
        nama = [n for n, _ in isi]
        if not all(nama):
            raise RuleError("Nama dalam rumus belum diisi.", "Lengkapi barisnya.")
        if len(set(nama)) < len(nama):
            raise RuleError("Dua variabel memiliki nama yang sama.", "Bedakan namanya.")
        self._jaga_realisasi(set(nama))
        return tuple(isi) or None

    def _jaga_realisasi(self, nama: set[str]) -> None:
        """What was entered under a name must not lose it."""
        assert self._formulasi is not None
        terisi = {
            n
            for r in self._sesi.arsip.empat_triwulan(self._formulasi.id)
            if r is not None
            for n, _ in r.variabel or ()
        }
        if hilang := sorted(terisi - nama):
            raise RuleError(
                f"{kutip(hilang[0])} sudah berisi realisasi, namanya tidak dapat diganti.",
                "Ubah keterangannya saja, atau kosongkan dahulu realisasinya.",
            )


class BidangUnsur(BidangVariabel):
    """The unsur of a survey where they are not the nine of the regulation."""

    JUDUL = ("Nama singkat", "Unsur")
    TAMBAH = "Tambah unsur"

    def __init__(self, sesi: Sesi) -> None:
        super().__init__(sesi)
        self.tombol_sembilan = QPushButton("Mulai dari sembilan unsur")
        self.tombol_sembilan.clicked.connect(lambda *_: self._isi_sembilan())
        self._kaki.insertWidget(1, self.tombol_sembilan)

    def kenali(self, record: Any) -> None:
        super().kenali(record)
        self._usul.hide()
        assert isinstance(record, Formulasi)
        self.tombol_sembilan.setVisible(not record.variabel)

    def _isi_sembilan(self) -> None:
        self.pasang(UNSUR_SKM)
        self.selesai.emit()
