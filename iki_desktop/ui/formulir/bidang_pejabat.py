"""Who signs, or who holds a post: one value of several fields that are only complete together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.nip import baca_nip, lahir_menurut_nip, nip_terkelompok
from iki_desktop.core.pejabat import dicatat, terdaftar
from iki_desktop.core.records import Kecamatan, Node, Pejabat, Penandatangan
from iki_desktop.core.rules import bersihkan_teks, periksa_penandatangan
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.ketikan import BarisTeks, KotakPilihan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil

__all__ = ["BidangPejabat"]

_SEBUTAN = ("definitif", "Pj.", "Plt.", "Plh.")

_LETAK = (
    ("nama", "Nama dengan gelar", 0, 0, ""),
    ("pangkat", "Pangkat", 0, 1, "Pembina Tk. I"),
    ("jabatan", "Jabatan", 2, 0, ""),
    ("nip", "NIP", 2, 1, "18 angka"),
    ("atas_nama", "Atas nama (a.n.)", 4, 0, ""),
)


class BidangPejabat(Bidang):
    """A ``Penandatangan``.  ``contoh_jabatan`` stands greyed where no jabatan is typed."""

    def __init__(self, sesi: Sesi, contoh_jabatan: str = "") -> None:
        super().__init__()
        self._sesi = sesi
        self._kecamatan_id = 0
        self._asal: Penandatangan | None = None
        self._awal: tuple[str, ...] = ()
        self._ketik: dict[str, BarisTeks] = {}
        self.sebutan = KotakPilihan()
        self.sebutan.addItems(["Definitif", *_SEBUTAN[1:]])
        self.sebutan.activated.connect(lambda _n: self.selesai.emit())
        self._daftar = QPushButton("Pilih dari daftar pejabat")
        self._simpan_daftar = QPushButton("Simpan ke daftar pejabat")
        self._susun()
        self._ketik["jabatan"].setPlaceholderText(contoh_jabatan)
        self.tampilkan(None)

    # --- layout ----------------------------------------------------------------------------

    def _susun(self) -> None:
        kisi = QGridLayout()
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(JARAK_LEBAR)
        kisi.setVerticalSpacing(JARAK_RAPAT)
        kisi.setColumnStretch(0, 3)
        kisi.setColumnStretch(1, 2)
        for kunci, label, baris, kolom, contoh in _LETAK:
            self._ketik[kunci] = BarisTeks()
            self._ketik[kunci].setPlaceholderText(contoh)
            self._ketik[kunci].editingFinished.connect(self.selesai)
            self._pasang(kisi, self._ketik[kunci], label, baris, kolom)
        self._pasang(kisi, self.sebutan, "Sebutan", 4, 1)
        petunjuk = "Isi bila ditandatangani atas nama pejabat lain, misalnya BUPATI."
        kisi.addWidget(label_kecil(petunjuk), 6, 0)
        kisi.addWidget(label_kecil("Plt., Plh., dan Pj. dicetak di depan jabatan."), 6, 1)
        letak = letak_rapat(self, JARAK)
        letak.addLayout(kisi)
        letak.addLayout(self._baris_daftar())

    def _pasang(self, kisi: QGridLayout, widget: QWidget, label: str, baris: int, kolom: int) -> None:
        teks = QLabel(label)
        teks.setBuddy(widget)
        teks.setContentsMargins(0, JARAK if baris else 0, 0, 0)
        kisi.addWidget(teks, baris, kolom)
        kisi.addWidget(widget, baris + 1, kolom)

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

    def namai(self, label: str) -> None:
        for kunci, nama, *_ in _LETAK:
            self._ketik[kunci].setAccessibleName(f"{nama}, {label}" if label else nama)
        self.sebutan.setAccessibleName(f"Sebutan, {label}" if label else "Sebutan")

    def tempat_ketik(self) -> QWidget:
        return self._ketik["nama"]

    def baris(self, kunci: str) -> BarisTeks:
        """The field of one part: ``nama``, ``jabatan``, ``pangkat``, ``nip``, ``atas_nama``."""
        return self._ketik[kunci]

    # --- the value -------------------------------------------------------------------------

    def tampilkan(self, nilai: Penandatangan | None) -> None:
        self._asal = nilai
        for kunci, baris in self._ketik.items():
            teks = (getattr(nilai, kunci) or "") if nilai else ""
            baris.pasang(nip_terkelompok(teks) if kunci == "nip" else teks)
        sebutan = (nilai.sebutan if nilai else None) or _SEBUTAN[0]
        self.sebutan.setCurrentIndex(_SEBUTAN.index(sebutan) if sebutan in _SEBUTAN else 0)
        self._awal = self._terketik()
        self._atur_tombol()
        self._ingatkan_nip()

    def _terketik(self) -> tuple[str, ...]:
        return (*(b.text() for b in self._ketik.values()), self.sebutan.currentText())

    def nilai(self) -> Penandatangan | None:
        isi = {kunci: bersihkan_teks(b.text()) for kunci, b in self._ketik.items()}
        if not any(isi.values()):
            return None
        for kunci, label in (("nama", "Nama"), ("jabatan", "Jabatan")):
            if not isi[kunci]:
                raise RuleError(
                    f"{label} belum diisi.", "Isian ini tersimpan setelah nama dan jabatan terisi."
                )
        pejabat = Penandatangan(
            isi["jabatan"],
            isi["nama"],
            isi["pangkat"] or None,
            baca_nip(isi["nip"]),
            self._sebutan(),
            isi["atas_nama"] or None,
        )
        periksa_penandatangan(pejabat)
        return pejabat

    def _sebutan(self) -> str | None:
        """What was not given stays so while it means the same."""
        nomor = self.sebutan.currentIndex()
        asal = self._asal.sebutan if self._asal else None
        return asal if nomor == 0 and asal in (None, _SEBUTAN[0]) else _SEBUTAN[nomor]

    def berubah(self) -> bool:
        return self._terketik() != self._awal

    def draf(self) -> tuple[str, ...]:
        return self._terketik()

    def pulihkan(self, draf: tuple[str, ...]) -> None:
        for baris, teks in zip(self._ketik.values(), draf, strict=False):
            baris.setText(teks)
        self.sebutan.setCurrentText(draf[-1])

    def terima(self) -> None:
        super().terima()
        self._ingatkan_nip()

    def tolak(self, galat: IkiError) -> None:
        super().tolak(galat)
        self._atur_tombol()

    def _ingatkan_nip(self) -> None:
        """A NIP that holds no date of birth is taken, and asked about."""
        nip = self._asal.nip if self._asal else None
        if nip and lahir_menurut_nip(nip) is None:
            teks = "NIP biasanya diawali tanggal lahir. Periksa kembali angkanya."
            self.pesan.tampilkan(teks, salah=False)
        elif not self.berubah():
            self.pesan.diam()

    # --- the register ----------------------------------------------------------------------

    def kenali(self, record: Any) -> None:
        self._kecamatan_id = next(
            (n.id for n in self._sesi.arsip.leluhur(record.id) if isinstance(n, Kecamatan)), 0
        )
        self._atur_tombol()

    def _register(self) -> tuple[Pejabat, ...]:
        if self._kecamatan_id not in self._sesi.arsip:
            return ()
        return _kecamatan(self._sesi.arsip[self._kecamatan_id]).pejabat or ()

    def _atur_tombol(self) -> None:
        register = self._register()
        self._daftar.setEnabled(bool(register))
        self._daftar.setToolTip("" if register else "Daftar pejabat masih kosong.")
        baru = self._asal is not None and not terdaftar(register, self._asal) and not self.berubah()
        self._simpan_daftar.setEnabled(baru)

    def _isi_menu(self, menu: QMenu) -> None:
        menu.clear()
        for pejabat in self._register():
            teks = f"{pejabat.nama} — {pejabat.jabatan}"[:80].replace("&", "&&")
            menu.addAction(" ".join(teks.split())).triggered.connect(self._pemilih(pejabat.penandatangan))

    def _pemilih(self, pejabat: Penandatangan) -> Callable[[], None]:
        def pilih() -> None:
            asal = self._asal
            self.tampilkan(pejabat)
            self._asal, self._awal = asal, ("",)
            self.selesai.emit()

        return pilih

    def _catat(self) -> None:
        """Put who stands here into the register; the same person there is replaced."""
        pejabat = self._asal
        if pejabat is None:
            return
        kecamatan = _kecamatan(self._sesi.arsip[self._kecamatan_id])
        baru = replace(kecamatan, pejabat=dicatat(self._register(), pejabat, date.today()))
        teks = f"simpan “{pejabat.nama[:40]}” ke daftar pejabat"
        if self._sesi.coba(lambda: self._sesi.workspace.ubah(baru, teks)) is not None:
            self._sesi.pesan.emit("Pejabat tersimpan di daftar.", "urungkan")


def _kecamatan(node: Node) -> Kecamatan:
    assert isinstance(node, Kecamatan)
    return node
