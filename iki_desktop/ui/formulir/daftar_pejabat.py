"""The register of pejabat on the page of an office: the table, and a small form for one entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.records import Kecamatan, Pejabat
from iki_desktop.core.rules import periksa_pejabat
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.bidang import letak_rapat
from iki_desktop.ui.formulir.borang import Draf
from iki_desktop.ui.formulir.isian_pejabat import IsianPejabat
from iki_desktop.ui.formulir.ketikan import perlihatkan
from iki_desktop.ui.formulir.tabel_pejabat import ModelPejabat, TabelPejabat
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_tebal, label_kecil, label_polos

__all__ = ["BidangTerdaftar", "DaftarPejabat"]

_TIADA, _BARU = -1, -2
"""Which entry the form shows: none at all, or one that is not in the register yet."""

_KUNCI_DRAF = "daftar pejabat"

_MASA = (
    ("berlaku_dari", "Berlaku sejak", 8, 0, "2 Januari 2026"),
    ("berlaku_sampai", "Berlaku sampai", 8, 1, "31 Desember 2026"),
)


class BidangTerdaftar(IsianPejabat):
    """An entry of the register: who signs, and the term."""

    def __init__(self) -> None:
        super().__init__("CAMAT", _MASA)
        self.kisi.addWidget(label_kecil("Boleh kosong."), 10, 0)
        self.kisi.addWidget(label_kecil("Kosong: masih berlaku."), 10, 1)
        self.namai("")
        self.tampilkan(None)

    def nilai(self) -> Pejabat | None:
        """Raise ``RuleError`` where the entry is incomplete or its term cannot be."""
        orang = self.penandatangan()
        if orang is None:
            return None
        dari, sampai = (baca_tanggal(self.baris(kunci).text()) for kunci, *_ in _MASA)
        pejabat = Pejabat.dari(orang, dari, sampai)
        periksa_pejabat(pejabat)
        return pejabat


class DaftarPejabat(QWidget):
    """The register of the office that is shown; every step on it is one edit."""

    def __init__(self, sesi: Sesi, draf: Draf) -> None:
        super().__init__()
        self._sesi = sesi
        self._draf = draf
        self._id = 0
        self._nomor = _TIADA
        self._menunjuk = False
        self.bidang = BidangTerdaftar()
        self.bidang.selesai.connect(self._selesai_mengetik)
        self._judul = label_polos()
        self._judul.setFont(huruf_tebal())
        self._batal = tombol_teks("Batal", self.batalkan)
        self._naik = tombol_teks("Naikkan", lambda: self.pindahkan(-1))
        self._turun = tombol_teks("Turunkan", lambda: self.pindahkan(1))
        self._hapus = tombol_teks("Hapus", self.hapus)
        self.tombol_tambah = QPushButton("Tambah pejabat")
        self.tombol_tambah.clicked.connect(lambda *_: self.tambah())
        self._kosong = label_kecil("Belum ada pejabat. Tambahkan Camat, lalu pilih di lembar Naskah.")
        self._model = ModelPejabat(self)
        self.tabel = TabelPejabat(self._model, self._perintah())
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._baris_terpilih())
        self._formulir = self._susun_formulir()
        self._susun()

    # --- layout ----------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = letak_rapat(self, JARAK)
        letak.addWidget(self._kosong)
        letak.addWidget(self.tabel)
        letak.addWidget(self._formulir)
        letak.addSpacing(JARAK)
        letak.addWidget(self.tombol_tambah, 0, Qt.AlignmentFlag.AlignLeft)

    def _susun_formulir(self) -> QWidget:
        formulir = QWidget()
        kepala = QHBoxLayout()
        kepala.setSpacing(0)
        kepala.addWidget(self._judul, 1)
        for tombol in (self._batal, self._naik, self._turun, self._hapus):
            kepala.addWidget(tombol)
        letak = letak_rapat(formulir, JARAK)
        letak.setContentsMargins(0, JARAK_LEBAR, 0, 0)
        letak.addLayout(kepala)
        letak.addWidget(self.bidang)
        letak.addWidget(self.bidang.pesan)
        return formulir

    def _perintah(self) -> dict[QKeyCombination, Callable[[], object]]:
        kunci, alt = Qt.Key, Qt.KeyboardModifier.AltModifier
        return {
            QKeyCombination(kunci.Key_Return): self._ke_formulir,
            QKeyCombination(kunci.Key_Enter): self._ke_formulir,
            QKeyCombination(kunci.Key_F2): self._ke_formulir,
            QKeyCombination(kunci.Key_Delete): self.hapus,
            QKeyCombination(alt, kunci.Key_Up): lambda: self.pindahkan(-1),
            QKeyCombination(alt, kunci.Key_Down): lambda: self.pindahkan(1),
        }

    # --- showing ---------------------------------------------------------------------------

    def buka(self, kecamatan_id: int) -> None:
        """Show an office's register from the start; an entry that was refused is shown again."""
        self._id = kecamatan_id
        self._tampilkan(_TIADA)
        self.segarkan()
        self._pulihkan()

    def segarkan(self) -> None:
        self._menunjuk = True
        self._nomor = self._model.ganti(self._register(), self._nomor)
        self._menunjuk = False
        if self._nomor == _TIADA or not self.bidang.berubah():
            self.bidang.tampilkan(self._entri())
        self._atur()

    def _kecamatan(self) -> Kecamatan | None:
        if self._id not in self._sesi.arsip:
            return None
        node = self._sesi.arsip[self._id]
        return node if isinstance(node, Kecamatan) else None

    def _register(self) -> tuple[Pejabat, ...]:
        kecamatan = self._kecamatan()
        return (kecamatan.pejabat or ()) if kecamatan else ()

    def _entri(self) -> Pejabat | None:
        return self._register()[self._nomor] if self._nomor >= 0 else None

    def _tampilkan(self, nomor: int) -> None:
        """Show one entry as saved, a new one, or none."""
        self._nomor = nomor
        self.bidang.terima()
        self.bidang.tampilkan(self._entri())
        self._atur()

    def _atur(self) -> None:
        entri, banyak = self._entri(), len(self._register())
        self._kosong.setVisible(not banyak)
        self.tabel.setVisible(banyak > 0)
        self._formulir.setVisible(self._nomor != _TIADA)
        self._judul.setText(" ".join(entri.nama.split())[:90] if entri else "Pejabat baru")
        self._batal.setVisible(entri is None or bool(self.bidang.pesan.teks()))
        for tombol in (self._naik, self._turun, self._hapus):
            tombol.setVisible(entri is not None)
        self._naik.setEnabled(self._nomor > 0)
        self._turun.setEnabled(self._nomor < banyak - 1)
        self._tunjuk()

    def _tunjuk(self) -> None:
        """The row of the entry in the form is the selected one."""
        self._menunjuk = True
        if self._nomor >= 0:
            self.tabel.selectRow(self._nomor)
        else:
            self.tabel.clearSelection()
        self._menunjuk = False

    def _baris_terpilih(self) -> None:
        baris = self.tabel.selectionModel().selectedRows()
        nomor = baris[0].row() if baris else _TIADA
        if self._menunjuk or nomor == self._nomor:
            return
        if self.simpan():
            self._tampilkan(nomor)
        else:
            QTimer.singleShot(0, self, self._tunjuk)  # once the view has done with its selection

    def _ke_formulir(self) -> None:
        """From the table into the form of the row that is current."""
        self.tabel.selectRow(self.tabel.currentIndex().row())
        self._mulai()

    def _mulai(self) -> None:
        tempat = self.bidang.tempat_ketik()
        tempat.setFocus()
        QTimer.singleShot(0, tempat, lambda: perlihatkan(tempat))  # once the page has grown

    # --- committing ------------------------------------------------------------------------

    def _selesai_mengetik(self) -> None:
        """A new entry is still being written: what is missing is no mistake yet."""
        kurang = not all(self.bidang.baris(kunci).text().strip() for kunci in ("nama", "jabatan"))
        if self._nomor == _BARU and kurang:
            if self.bidang.berubah():
                self.bidang.pesan.tampilkan("Tersimpan setelah nama dan jabatan terisi.", salah=False)
        else:
            self.simpan()

    def simpan(self) -> bool:
        if self._nomor == _TIADA or not self.bidang.berubah():
            self.bidang.terima()
            return True
        try:
            self._catat(self.bidang.nilai())
        except IkiError as galat:
            self.bidang.tolak(galat)
            self._batal.show()
            return False
        return True

    def _catat(self, entri: Pejabat | None) -> None:
        kecamatan, register = self._kecamatan(), self._register()
        if kecamatan is None or (entri is None and self._nomor == _BARU):
            return
        if entri is None:
            raise RuleError("Nama belum diisi.", "Isi kembali, atau hapus pejabat ini dari daftar.")
        baru = self._nomor == _BARU
        nomor = len(register) if baru else self._nomor
        isi = (*register[:nomor], entri, *register[nomor + 1 :])
        teks = f"{'tambah' if baru else 'ubah'} {_kutip(entri)} di daftar pejabat"
        self._sesi.workspace.ubah(replace(kecamatan, pejabat=isi), teks)
        self.segarkan()
        self._tampilkan(nomor)

    def berubah(self) -> bool:
        return self._nomor != _TIADA and self.bidang.berubah()

    def tinggalkan(self) -> None:
        if self.berubah():
            self._draf[self._id, _KUNCI_DRAF] = (self._entri(), self.bidang.draf())

    def _pulihkan(self) -> None:
        entri, draf = self._draf.pop((self._id, _KUNCI_DRAF), (None, None))
        if draf is not None:
            register = self._register()
            self._tampilkan(register.index(entri) if entri in register else _BARU)
            self.bidang.pulihkan(draf)
            self.simpan()

    # --- steps -----------------------------------------------------------------------------

    def tambah(self) -> None:
        """Begin a new entry; it is in the register once name and jabatan are there."""
        if self.simpan():
            self._tampilkan(_BARU)
            self._mulai()

    def batalkan(self) -> None:
        """Give up what is typed."""
        self._tampilkan(_TIADA if self._nomor == _BARU else self._nomor)
        (self.tombol_tambah if self._nomor == _TIADA else self.bidang.tempat_ketik()).setFocus()

    def hapus(self) -> None:
        """Delete the entry in the form, with what was typed and refused; undo brings it back."""
        register, nomor = list(self._register()), self._nomor
        if nomor < 0:
            return
        hilang = register.pop(nomor)
        if self._ubah(register, f"hapus {_kutip(hilang)} dari daftar pejabat"):
            self._tampilkan(min(nomor, len(register) - 1))
            self._sesi.pesan.emit("Pejabat dihapus dari daftar.", "urungkan")

    def pindahkan(self, arah: int) -> None:
        """Move the entry in the form one place up (-1) or down (+1)."""
        register, tujuan = list(self._register()), self._nomor + arah
        if self._nomor < 0 or not 0 <= tujuan < len(register) or not self.simpan():
            return
        register = list(self._register())
        entri = register.pop(self._nomor)
        register.insert(tujuan, entri)
        if self._ubah(register, f"pindahkan {_kutip(entri)} di daftar pejabat"):
            self._tampilkan(tujuan)

    def _ubah(self, register: list[Pejabat], teks: str) -> bool:
        kecamatan = self._kecamatan()
        if kecamatan is None:
            return False
        baru = replace(kecamatan, pejabat=tuple(register) or None)
        berhasil = self._sesi.berhasil(lambda: self._sesi.workspace.ubah(baru, teks))
        self.segarkan()
        return berhasil


def _kutip(pejabat: Pejabat) -> str:
    nama = " ".join(pejabat.nama.split())
    return f"“{nama}”" if len(nama) <= 40 else f"“{nama[:39]}…”"
