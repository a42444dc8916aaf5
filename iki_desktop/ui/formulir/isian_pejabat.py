"""The fields of who signs or holds a post, laid out alike on a paper and in the register."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from iki_desktop.core.errors import RuleError
from iki_desktop.core.nip import PANJANG_NIP, baca_nip, lahir_menurut_nip, nip_terkelompok
from iki_desktop.core.pejabat import DEFINITIF, PANGKAT
from iki_desktop.core.records import Pejabat, Penandatangan
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.ketikan import BarisTeks, KotakPilihan
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil, warna

__all__ = ["IsianPejabat", "KotakPangkat", "Letak"]

_SEBUTAN = (DEFINITIF, "Pj.", "Plt.", "Plh.")

Letak = tuple[str, str, int, int, str]
"""A line to type in: the field it fills, its label, row and column of the label, a greyed example."""

_BERSAMA: tuple[Letak, ...] = (
    ("nama", "Nama dengan gelar", 0, 0, ""),
    ("pangkat", "Pangkat", 0, 1, "Penata Tingkat I"),
    ("jabatan", "Jabatan", 2, 0, ""),
    ("nip", "NIP", 2, 1, "18 angka"),
    ("atas_nama", "Atas nama (a.n.)", 5, 0, ""),
)


class KotakPangkat(KotakPilihan):
    """The rank: one of the list, of which the words are taken, or whatever the office writes."""

    terpilih = Signal()
    """One of the list was taken."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(KotakPilihan.InsertPolicy.NoInsert)
        self.baris = BarisTeks()
        self.setLineEdit(self.baris)
        self.addItems([f"{nama} ({golongan})" for nama, golongan in PANGKAT])
        self.setMaxVisibleItems(len(PANGKAT))
        self.setCompleter(None)  # type: ignore[arg-type]  # it would complete what is meant as typed
        self.pasang("")
        self.activated.connect(self._pakai)

    def pasang(self, teks: str) -> None:
        """Show a rank; the list opens at it, also where it is written short: Pembina Tk. I."""
        panjang = teks.casefold().replace("tk.", "tingkat")
        self.setCurrentIndex(
            next((n for n, (nama, _) in enumerate(PANGKAT) if nama.casefold() == panjang), -1)
        )
        self.baris.pasang(teks)

    def _pakai(self, nomor: int) -> None:
        self.baris.setText(PANGKAT[nomor][0])
        self.terpilih.emit()


class IsianPejabat(Bidang):
    """Name, rank, jabatan, NIP, sebutan and a.n.; ``tambahan`` are further lines."""

    def __init__(self, contoh_jabatan: str = "", tambahan: tuple[Letak, ...] = ()) -> None:
        super().__init__()
        self._asal: Penandatangan | Pejabat | None = None
        self._awal: tuple[str, ...] = ()
        self._ketik: dict[str, BarisTeks] = {}
        self._label = {kunci: label for kunci, label, *_ in (*_BERSAMA, *tambahan)}
        self.pangkat = KotakPangkat()
        self.pangkat.terpilih.connect(self.selesai)
        self.sebutan = KotakPilihan()
        self.sebutan.addItems(["Definitif", *_SEBUTAN[1:]])
        self.sebutan.activated.connect(lambda _n: self.selesai.emit())
        self.catatan_nip = label_kecil()
        self.letak: QVBoxLayout = letak_rapat(self, JARAK)
        self.kisi = QGridLayout()
        self._susun((*_BERSAMA, *tambahan))
        self._ketik["jabatan"].setPlaceholderText(contoh_jabatan)
        self._ketik["nip"].textChanged.connect(lambda _teks: self._lihat_nip())
        self._lihat_nip()

    # --- layout ----------------------------------------------------------------------------

    def _susun(self, semua: tuple[Letak, ...]) -> None:
        self.kisi.setHorizontalSpacing(JARAK_LEBAR)
        self.kisi.setVerticalSpacing(JARAK_RAPAT)
        self.kisi.setColumnStretch(0, 3)
        self.kisi.setColumnStretch(1, 2)
        for kunci, label, baris, kolom, contoh in semua:
            ketik = self.pangkat.baris if kunci == "pangkat" else BarisTeks()
            ketik.setPlaceholderText(contoh)
            ketik.editingFinished.connect(self.selesai)
            self._ketik[kunci] = ketik
            self._pasang(self.pangkat if kunci == "pangkat" else ketik, label, baris, kolom)
        self._pasang(self.sebutan, "Sebutan", 5, 1)
        self.kisi.addWidget(self.catatan_nip, 4, 1)
        petunjuk = "Isi bila ditandatangani atas nama pejabat lain, misalnya BUPATI."
        self.kisi.addWidget(label_kecil(petunjuk), 7, 0)
        self.kisi.addWidget(label_kecil("Plt., Plh., dan Pj. dicetak di depan jabatan."), 7, 1)
        self.letak.addLayout(self.kisi)

    def _pasang(self, widget: QWidget, label: str, baris: int, kolom: int) -> None:
        teks = QLabel(label)
        teks.setBuddy(widget)
        teks.setContentsMargins(0, JARAK if baris else 0, 0, 0)
        self.kisi.addWidget(teks, baris, kolom)
        self.kisi.addWidget(widget, baris + 1, kolom)

    def namai(self, label: str) -> None:
        akhiran = f", {label}" if label else ""
        for kunci, nama in self._label.items():
            self._ketik[kunci].setAccessibleName(nama + akhiran)
        self.pangkat.setAccessibleName(f"Pangkat{akhiran}")
        self.sebutan.setAccessibleName(f"Sebutan{akhiran}")

    def tempat_ketik(self) -> QWidget:
        return self._ketik["nama"]

    def baris(self, kunci: str) -> BarisTeks:
        """The line of one part, by the name of its field."""
        return self._ketik[kunci]

    # --- the value -------------------------------------------------------------------------

    def tampilkan(self, nilai: Penandatangan | Pejabat | None) -> None:
        self._asal = nilai
        for kunci, baris in self._ketik.items():
            teks = _tertulis(kunci, getattr(nilai, kunci, None))
            if kunci == "pangkat":
                self.pangkat.pasang(teks)
            else:
                baris.pasang(teks)
        sebutan = (nilai.sebutan if nilai else None) or DEFINITIF
        self.sebutan.setCurrentIndex(_SEBUTAN.index(sebutan) if sebutan in _SEBUTAN else 0)
        self._awal = self.draf()

    def penandatangan(self) -> Penandatangan | None:
        """Who is typed; ``None`` where nothing is.

        Raises
        ------
        RuleError
            where the name or the jabatan is missing.
        """
        isi = {kunci: bersihkan_teks(baris.text()) for kunci, baris in self._ketik.items()}
        if not any(isi.values()):
            return None
        for kunci, label in (("nama", "Nama"), ("jabatan", "Jabatan")):
            if not isi[kunci]:
                raise RuleError(
                    f"{label} belum diisi.", "Isian ini tersimpan setelah nama dan jabatan terisi."
                )
        return Penandatangan(
            isi["jabatan"],
            isi["nama"],
            isi["pangkat"] or None,
            baca_nip(isi["nip"]),
            self._sebutan(),
            isi["atas_nama"] or None,
        )

    def _sebutan(self) -> str | None:
        """What was not given stays so while it means the same."""
        nomor = self.sebutan.currentIndex()
        asal = self._asal.sebutan if self._asal else None
        return asal if nomor == 0 and asal in (None, DEFINITIF) else _SEBUTAN[nomor]

    def berubah(self) -> bool:
        return self.draf() != self._awal

    def draf(self) -> tuple[str, ...]:
        return (*(baris.text() for baris in self._ketik.values()), self.sebutan.currentText())

    def pulihkan(self, draf: tuple[str, ...]) -> None:
        for baris, teks in zip(self._ketik.values(), draf, strict=False):
            baris.setText(teks)
        self.sebutan.setCurrentText(draf[-1])

    # --- what a NIP tells --------------------------------------------------------------------

    def _lihat_nip(self) -> None:
        """Said while it is typed; a NIP that tells no date of birth is taken all the same."""
        nip = baca_nip(bersihkan_teks(self._ketik["nip"].text())) or ""
        teks, wajar = _uraian(nip)
        self.catatan_nip.setText(teks)
        palet = QPalette(self.palette())
        if not wajar:
            palet.setColor(QPalette.ColorRole.PlaceholderText, warna().peringatan)
        self.catatan_nip.setPalette(palet)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._ketik:
            self._lihat_nip()


def _uraian(nip: str) -> tuple[str, bool]:
    """What there is to say of the digits typed so far, and whether they are as usual."""
    if not nip:
        return "Boleh kosong.", True
    if not (nip.isascii() and nip.isdigit()):
        return "NIP hanya berisi angka.", False
    if len(nip) != PANJANG_NIP:
        return f"{len(nip)} dari {PANJANG_NIP} angka", len(nip) < PANJANG_NIP
    lahir = lahir_menurut_nip(nip)
    if lahir is None:
        return "NIP biasanya diawali tanggal lahir. Periksa kembali angkanya.", False
    return f"Lahir {tanggal_panjang(lahir)}", True


def _tertulis(kunci: str, nilai: str | date | None) -> str:
    if isinstance(nilai, date):
        return tanggal_panjang(nilai)
    return nip_terkelompok(nilai) if nilai and kunci == "nip" else nilai or ""
