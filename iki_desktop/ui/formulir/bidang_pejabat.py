"""Who signs a paper, or who holds a post: values of the paper's own, with the register at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from iki_desktop.core.errors import IkiError
from iki_desktop.core.kalimat import kutip, singkatkan
from iki_desktop.core.pejabat import Padanan, dicatat, jabatan_bersebutan, menurut_masa, padanan, terdaftar
from iki_desktop.core.records import Kecamatan, Keputusan, Pejabat, Penandatangan
from iki_desktop.core.rules import periksa_penandatangan
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.formulir.isian_pejabat import IsianPejabat
from iki_desktop.ui.formulir.tabel_pejabat import masa_dalam_kata
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK

__all__ = ["BidangPejabat"]


class BidangPejabat(IsianPejabat):
    """A ``Penandatangan``.  ``contoh_jabatan`` stands greyed where no jabatan is typed.

    Choosing from the register copies; what the register says later is only pointed out.
    """

    def __init__(self, sesi: Sesi, contoh_jabatan: str = "") -> None:
        super().__init__(contoh_jabatan)
        self._sesi = sesi
        self._kecamatan_id = 0
        self._pada = date.today()
        self._ditetapkan = False
        self._daftar = QPushButton("Pilih dari daftar pejabat")
        self._simpan_daftar = QPushButton("Simpan ke daftar pejabat")
        self.letak.addLayout(self._baris_daftar())
        self.tampilkan(None)

    def _baris_daftar(self) -> QHBoxLayout:
        menu = QMenu(self._daftar)
        menu.aboutToShow.connect(lambda: self._isi_menu(menu))
        self._daftar.setMenu(menu)
        self._simpan_daftar.clicked.connect(lambda *_: self._catat())
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        baris.addWidget(self._daftar)
        baris.addWidget(self._simpan_daftar)
        baris.addStretch(1)
        return baris

    # --- the value -------------------------------------------------------------------------

    def tampilkan(self, nilai: Penandatangan | Pejabat | None) -> None:
        super().tampilkan(nilai)
        self._atur_tombol()
        self._ingatkan()

    def nilai(self) -> Penandatangan | None:
        orang = self.penandatangan()
        if orang is not None:
            periksa_penandatangan(orang)
        return orang

    def terima(self) -> None:
        super().terima()
        self._ingatkan()

    def tolak(self, galat: IkiError) -> None:
        super().tolak(galat)
        self._atur_tombol()

    # --- the register ----------------------------------------------------------------------

    def kenali(self, record: Any) -> None:
        """The office, and the day of the decision: today where it has none, but in the paper's year."""
        arsip = self._sesi.arsip
        kantor = (n.id for n in arsip.leluhur(record.id) if isinstance(n, Kecamatan))
        self._kecamatan_id = next(kantor, 0)
        dokumen = arsip.dokumen_dari(record.id)
        if dokumen is not None:
            keputusan = dokumen.keputusan or Keputusan()
            self._ditetapkan = keputusan.ditetapkan
            self._pada = keputusan.tanggal or min(date.today(), date(dokumen.tahun, 12, 31))
        self._atur_tombol()

    def _register(self) -> tuple[Pejabat, ...]:
        kecamatan = self._kecamatan()
        return (kecamatan.pejabat or ()) if kecamatan else ()

    def _kecamatan(self) -> Kecamatan | None:
        if self._kecamatan_id not in self._sesi.arsip:
            return None
        node = self._sesi.arsip[self._kecamatan_id]
        return node if isinstance(node, Kecamatan) else None

    def _orang(self) -> Penandatangan | None:
        """Who stands on the paper as saved."""
        return self._asal if isinstance(self._asal, Penandatangan) else None

    def _atur_tombol(self) -> None:
        register, orang = self._register(), self._orang()
        self._daftar.setEnabled(bool(register))
        self._daftar.setToolTip("" if register else "Daftar pejabat masih kosong.")
        baru = orang is not None and not terdaftar(register, orang) and not self.berubah()
        self._simpan_daftar.setEnabled(baru)

    def _isi_menu(self, menu: QMenu) -> None:
        menu.clear()
        berlaku, lain = menurut_masa(self._register(), self._pada)
        for pejabat in berlaku:
            self._tambahkan(menu, pejabat)
        if lain:
            menu.addSeparator()
            menu.addAction("Masa jabatan lain").setEnabled(False)
        for pejabat in lain:
            self._tambahkan(menu, pejabat, f" ({masa_dalam_kata(pejabat)})")

    def _tambahkan(self, menu: QMenu, pejabat: Pejabat, masa: str = "") -> None:
        teks = f"{singkatkan(pejabat.nama, 60)} — {singkatkan(jabatan_bersebutan(pejabat), 40)}{masa}"
        menu.addAction(teks.replace("&", "&&")).triggered.connect(self._pemilih(pejabat))

    def _pemilih(self, pejabat: Pejabat) -> Callable[[], None]:
        def pilih() -> None:
            self.tampilkan(pejabat.penandatangan)
            self._awal = ("",)
            self.selesai.emit()

        return pilih

    def _ingatkan(self) -> None:
        """Point out what the register says otherwise; a paper that is signed is past comparing."""
        orang = self._orang()
        hasil = padanan(self._register(), orang, self._pada) if orang is not None else None
        if hasil is not None and not hasil.berlaku:
            self.pesan.tampilkan(_di_luar_masa(hasil, self._pada), self._pengganti(hasil), salah=False)
        elif hasil is not None and not hasil.sama and not self._ditetapkan:
            samakan = [("Samakan", self._pemilih(hasil.pejabat))]
            self.pesan.tampilkan("Berbeda dari daftar pejabat.", samakan, salah=False)
        elif not self.berubah():
            self.pesan.diam()

    def _pengganti(self, hasil: Padanan) -> list[tuple[str, Callable[[], None]]]:
        if hasil.pengganti is None:
            return []
        nama = singkatkan(hasil.pengganti.nama, 30)
        return [(f"Ganti dengan {nama}".replace("&", "&&"), self._pemilih(hasil.pengganti))]

    def _catat(self) -> None:
        """Put who stands here into the register; the same person there is replaced."""
        kecamatan, orang = self._kecamatan(), self._orang()
        if kecamatan is None or orang is None:
            return
        baru = replace(kecamatan, pejabat=dicatat(self._register(), orang, self._pada))
        teks = f"simpan {kutip(orang.nama)} ke daftar pejabat"
        if self._sesi.coba(lambda: self._sesi.workspace.ubah(baru, teks)) is not None:
            self._sesi.pesan.emit("Pejabat tersimpan di daftar.", "urungkan")


def _di_luar_masa(hasil: Padanan, pada: date) -> str:
    dari, sampai = hasil.pejabat.berlaku_dari, hasil.pejabat.berlaku_sampai
    if dari is not None and pada < dari:
        return f"Masa jabatan baru mulai {tanggal_panjang(dari)}."
    assert sampai is not None
    return f"Masa jabatan berakhir {tanggal_panjang(sampai)}."
