"""The page of a chapter: its title, its sections, and who signs at its end."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iki_desktop.core.kalimat import kutip, satu_baris
from iki_desktop.core.records import Bab, Dokumen, Node, Pengesahan
from iki_desktop.core.records import Bagian as BagianBab
from iki_desktop.naskah.daftar import angka_romawi
from iki_desktop.ui.formulir.bagian_naskah import Tempat
from iki_desktop.ui.formulir.barisan import Barisan, Langkah
from iki_desktop.ui.formulir.bidang_angka import BidangTanggal
from iki_desktop.ui.formulir.bidang_isi import BidangIsi
from iki_desktop.ui.formulir.bidang_pejabat import BidangPejabat
from iki_desktop.ui.formulir.borang import Bagian, Borang, Isian, Tabel
from iki_desktop.ui.formulir.halaman import nomor_kunci
from iki_desktop.ui.formulir.halaman_berderet import BorangNaskah, HalamanBerderet
from iki_desktop.ui.formulir.isian import pilihan, teks
from iki_desktop.ui.formulir.kunci_deret import KunciDeret
from iki_desktop.ui.formulir.lensa import Lensa, kolom
from iki_desktop.ui.sesi import Sesi

__all__ = ["HalamanBab"]


def _pasang_pengesahan(bab: Bab, *, ada: bool) -> Bab:
    return replace(bab, pengesahan=(bab.pengesahan or Pengesahan()) if ada else None)


def _pengesahan(nama: str) -> Lensa:
    """A field of the signature block, which is asked for only where there is one."""
    return Lensa(
        lambda bab: getattr(bab.pengesahan, nama, None),
        lambda bab, nilai: replace(bab, pengesahan=replace(bab.pengesahan or Pengesahan(), **{nama: nilai})),
    )


def _berpengesahan(bab: Bab) -> bool:
    return bab.pengesahan is not None


_ADA_PENGESAHAN = Lensa(_berpengesahan, lambda bab, ada: _pasang_pengesahan(bab, ada=ada))
_PILIHAN_PENGESAHAN = ((False, "Tidak ada", ""), (True, "Ada", ""))

_TABEL_BAB: Tabel = (
    Bagian(
        "",
        (
            (
                teks(
                    "judul",
                    "Judul bab",
                    wajib=True,
                    contoh="PENDAHULUAN",
                    petunjuk="Tanpa “BAB I”: nomornya dibuat oleh program.",
                ),
            ),
        ),
    ),
)

_TABEL_BAGIAN: Tabel = (
    Bagian(
        "",
        (
            (teks("judul", "Judul bagian", contoh="Boleh kosong.", sebut="judul bagian"),),
            (Isian("isi", "Isi", kolom("isi"), BidangIsi, sebut="isi bagian"),),
        ),
    ),
)

_TABEL_PENGESAHAN: Tabel = (
    Bagian(
        "Pengesahan",
        (
            (
                pilihan(
                    "pengesahan",
                    "Tanda tangan di akhir bab",
                    _PILIHAN_PENGESAHAN,
                    bawaan=False,
                    lensa=_ADA_PENGESAHAN,
                    sebut="pengesahan",
                ),
            ),
            (
                teks("tempat", "Tempat", lensa=_pengesahan("tempat"), tampil=_berpengesahan),
                Isian(
                    "tanggal",
                    "Tanggal",
                    _pengesahan("tanggal"),
                    lambda _s: BidangTanggal(),
                    tampil=_berpengesahan,
                ),
            ),
            (
                Isian(
                    "penandatangan",
                    "",
                    _pengesahan("penandatangan"),
                    lambda sesi: BidangPejabat(sesi, "CAMAT"),
                    tampil=_berpengesahan,
                    sebut="penanda tangan",
                ),
            ),
        ),
    ),
)


class _BarisanBagian(Barisan):
    """The sections; Alt with arrows in a title moves the section."""

    def _buat(self, kunci: Hashable) -> Any:
        anggota = super()._buat(kunci)
        tempat = anggota.borang.bidang("judul").tempat_ketik()
        penyimak = _Penyimak(anggota, lambda arah: self.pindahkan(anggota, arah))
        for widget in (tempat, anggota._naik, anggota._turun, anggota._hapus):
            widget.installEventFilter(penyimak)
        return anggota

    def pindahkan(self, anggota: Any, arah: int) -> None:
        urutan = list(self._anggota.values())
        if 0 <= urutan.index(anggota) + arah < len(urutan):
            super().pindahkan(anggota, arah)


class _Penyimak(QObject):
    """Listens for Alt with an arrow."""

    def __init__(self, induk: QWidget, pindah: Callable[[int], object]) -> None:
        super().__init__(induk)
        self._pindah = pindah

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            arah = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            ubahan = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if arah is not None and ubahan == Qt.KeyboardModifier.AltModifier:
                self._pindah(arah)
                return True
        return super().eventFilter(watched, event)


class HalamanBab(HalamanBerderet):
    """A chapter of the document that is shown."""

    def __init__(
        self, sesi: Sesi, tempat: Tempat, pindah: Callable[[int], object], hapus: Callable[[], object]
    ) -> None:
        self._kunci_bagian = KunciDeret()
        super().__init__(sesi, tempat, pindah, hapus)

    def susun(self) -> None:
        bab = self.tempat.lensa()
        self._tambah_borang(BorangNaskah(self.sesi, _TABEL_BAB, bab, self.tempat))
        langkah = Langkah(
            judul=lambda nomor, _jumlah: self._judul_bagian(nomor),
            kunci=lambda: self._kunci_bagian.kunci(self.bab().bagian),
            buat=self._buat_bagian,
            buka=lambda borang, _kunci: borang.buka(self.node_id),
            pindah=self._pindah,
            hapus=self._hapus_bagian,
            tambah=self._tambah,
        )
        kosong = "Belum ada bagian. Bagian memuat alinea dan daftar, dengan atau tanpa judul."
        self.bagian = self.barisan(_BarisanBagian(langkah, kosong, "Tambah bagian"))
        self._tambah_borang(BorangNaskah(self.sesi, _TABEL_PENGESAHAN, bab, self.tempat))

    def _tambah_borang(self, borang: Borang) -> None:
        self._letak.addWidget(borang)
        self._lembaran.append(borang)

    def judul(self, _node: Node) -> str:
        return f"Bab {angka_romawi(self.nomor() + 1)}  {satu_baris(self.bab().judul)}"

    def bab(self) -> Bab:
        """The chapter as it is now."""
        nilai = self.nilai()
        assert isinstance(nilai, Bab)
        return nilai

    # --- sections --------------------------------------------------------------------------

    def _judul_bagian(self, nomor: int) -> str:
        """As it is printed: sections without a title have no number."""
        semua = self.bab().bagian
        if not semua[nomor].judul:
            return "Bagian tanpa judul"
        urutan = sum(bool(b.judul) for b in semua[: nomor + 1])
        return f"{self.nomor() + 1}.{urutan} {satu_baris(semua[nomor].judul or '')}"[:90]

    def _buat_bagian(self, kunci: Hashable) -> Borang:
        nomor = nomor_kunci(kunci)
        semua = self.tempat.lensa().lalu(kolom("bagian"))
        lensa = semua.lalu(self._kunci_bagian.lensa(lambda: nomor))

        def ada(dokumen: Dokumen) -> bool:
            return self._kunci_bagian.nomor(semua.ambil(dokumen), nomor) is not None

        return BorangNaskah(self.sesi, _TABEL_BAGIAN, lensa, self.tempat, ada)

    def _ubah(self, bagian: list[BagianBab], teks: str) -> bool:
        baru = replace(self.bab(), bagian=tuple(bagian))
        return self.sesi.berhasil(lambda: self.ubah_nilai(baru, teks))

    def _pindah(self, dari: int, tujuan: int) -> None:
        bagian = list(self.bab().bagian)
        satu = bagian.pop(dari)
        bagian.insert(tujuan, satu)
        self._ubah(bagian, f"pindahkan bagian {_kutip(satu)}".rstrip())

    def _hapus_bagian(self, nomor: int) -> None:
        bagian = list(self.bab().bagian)
        hilang = bagian.pop(nomor)
        if self._ubah(bagian, f"hapus bagian {_kutip(hilang)}".rstrip()):
            self.sesi.pesan.emit("Bagian dihapus.", "urungkan")

    def _tambah(self) -> None:
        self._ubah([*self.bab().bagian, BagianBab(())], "tambah bagian")


def _kutip(bagian: BagianBab) -> str:
    return kutip(bagian.judul) if bagian.judul else ""
