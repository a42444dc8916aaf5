""" "Tata letak": how the office prints its document, each choice one edit."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.records import Dokumen, Penomoran, TataLetak
from iki_desktop.naskah.tata_halaman import Nomorisasi, tata_halaman
from iki_desktop.ui.formulir.bidang_pilihan import BidangPilihan, Opsi
from iki_desktop.ui.formulir.borang import Bagian, Borang, Isian, Tabel
from iki_desktop.ui.formulir.isian import pilihan
from iki_desktop.ui.formulir.lensa import bagian, kolom
from iki_desktop.ui.pratinjau.baris_pola import BarisPola
from iki_desktop.ui.pratinjau.bidang_tata import BidangCentang, BidangHuruf, BidangUkuran
from iki_desktop.ui.pratinjau.hasil import Hasil
from iki_desktop.ui.pratinjau.pembuat import Pekerjaan
from iki_desktop.ui.pratinjau.pola import BAKU, Pola
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import JARAK_LEBAR, label_kecil

__all__ = ["FormulirTataLetak"]

_BAWAAN = tata_halaman(None)
_HURUF_BAWAAN = "Caladea"

_KERTAS: tuple[Opsi, ...] = (
    ("F4", "F4, 215 × 330 mm", ""),
    ("A4", "A4, 210 × 297 mm", ""),
    ("Folio", "Folio, 210 × 330 mm", ""),
)
_ARAH: tuple[Opsi, ...] = ((False, "Tegak", ""), (True, "Mendatar", ""))
_GAYA: tuple[Opsi, ...] = (
    ("a.", "a.  b.  c.", ""),
    ("1.", "1.  2.  3.", ""),
    ("1)", "1)  2)  3)", ""),
    ("a)", "a)  b)  c)", ""),
    ("(1)", "(1)  (2)  (3)", ""),
    ("-", "–  –  –", ""),
    ("", "Tanpa nomor", ""),
)

_PANJANG_GAYA = 7
"""Letters of the shortest sample of a numbering that still tells it."""

_NOMOR = bagian("penomoran", Penomoran)


def _gaya(kunci: str, label: str) -> Isian:
    bawaan = getattr(Nomorisasi(), kunci)
    return pilihan(
        kunci, label, _GAYA, bawaan=bawaan, lensa=_NOMOR.lalu(kolom(kunci)), sebut=f"nomor {label}"
    )


def _centang(kunci: str, kata: str, sebut: str) -> tuple[Isian, ...]:
    bawaan = bool(getattr(_BAWAAN, kunci))
    return (Isian(kunci, "", kolom(kunci), lambda _s: BidangCentang(kata, bawaan=bawaan), sebut=sebut),)


_TABEL: Tabel = (
    Bagian(
        "",
        (
            (pilihan("kertas", "Kertas", _KERTAS, bawaan="F4"),),
            (pilihan("lampiran_mendatar", "Arah lampiran", _ARAH, bawaan=False),),
            (Isian("huruf", "Huruf", kolom("huruf"), lambda _s: BidangHuruf(_HURUF_BAWAAN)),),
            (
                Isian(
                    "ukuran_huruf", "Ukuran huruf (titik)", kolom("ukuran_huruf"),
                    lambda _s: BidangUkuran(f"{_BAWAAN.ukuran:g}"), sebut="ukuran huruf",
                ),
            ),
        ),
    ),
    Bagian(
        "Tabel indikator",
        (
            _centang("kolom_no", "Kolom No", "kolom No"),
            _centang("baris_nomor_kolom", "Baris nomor kolom 1 2 3 …", "baris nomor kolom"),
            _centang("kolom_penanggung_jawab", "Kolom penanggung jawab", "kolom penanggung jawab"),
            _centang("keterangan_bersambung", "Keterangan “Bersambung …”", "keterangan bersambung"),
            _centang("sasaran_diulang", "Sasaran diulang di tiap halaman", "sasaran diulang"),
        ),
    ),
    Bagian(
        "Penomoran daftar",
        (
            (_gaya("menimbang", "Menimbang"), _gaya("mengingat", "Mengingat")),
            (_gaya("memperhatikan", "Memperhatikan"), _gaya("butir_diktum", "Butir diktum")),
            (_gaya("tugas", "Tugas"), _gaya("fungsi", "Fungsi")),
            (_gaya("tembusan", "Tembusan"),),
        ),
    ),
)  # fmt: skip


class FormulirTataLetak(QWidget):
    """The layout of the year's document: ready-made ones above, every choice below."""

    def __init__(self, sesi: Sesi, setelan: Setelan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._huruf: Pekerjaan[tuple[str, ...]] | None = None
        self._huruf_dicari = False
        self.borang = Borang(sesi, _TABEL, {}, bagian("tata_letak", TataLetak), sebut="tata letak")
        self.pola = BarisPola(setelan)
        self.pola.dipakai.connect(self._pakai)
        self._rapatkan()
        self._keterangan_huruf = label_kecil()
        self._pasang_keterangan()
        self._baku = QPushButton("Kembalikan ke baku")
        self._baku.setAutoDefault(False)
        self._baku.clicked.connect(lambda: self._pakai(BAKU))
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_LEBAR)
        for bagian_ in (self.pola, self.borang, self._baku):
            letak.addWidget(bagian_)
        letak.addStretch(1)
        sesi.berubah.connect(lambda _edit: self.segarkan())

    def _rapatkan(self) -> None:
        """Two choices of numbering stand side by side in a narrow column."""
        for satu in fields(Penomoran):
            bidang = self.borang.bidang(satu.name)
            if isinstance(bidang, BidangPilihan):
                bidang.kotak.setMinimumContentsLength(_PANJANG_GAYA)

    def _pasang_keterangan(self) -> None:
        """What the pen made of the typeface stands right under its field."""
        bidang = self.borang.bidang("huruf")
        tata = bidang.layout()
        assert tata is not None
        tata.addWidget(self._keterangan_huruf)
        self._keterangan_huruf.hide()

    # --- showing ------------------------------------------------------------------------------

    def buka(self, dokumen: Dokumen) -> None:
        """Show the layout of a document."""
        if dokumen.id != self.borang.node_id:
            self.borang.tinggalkan()
            self.borang.buka(dokumen.id)
        self.segarkan()
        self._cari_huruf()

    def segarkan(self) -> None:
        """Show the layout as it is now; typing that is not saved stays."""
        dokumen = self._dokumen()
        if dokumen is not None:
            self.borang.segarkan()
            self.pola.tampilkan(dokumen.tata_letak)

    def _dokumen(self) -> Dokumen | None:
        dokumen_id = self.borang.node_id
        if dokumen_id not in self._sesi.arsip:
            return None
        node = self._sesi.arsip[dokumen_id]
        return node if isinstance(node, Dokumen) else None

    def tampilkan_huruf(self, hasil: Hasil) -> None:
        """Say which typeface the paper has got, and why."""
        self._keterangan_huruf.setText(hasil.huruf)
        self._keterangan_huruf.show()

    def _cari_huruf(self) -> None:
        """Every font file of the computer is looked at: in a worker, once."""
        if self._huruf_dicari:
            return
        self._huruf_dicari = True
        self._huruf = Pekerjaan(lambda _progress: _daftar_huruf())
        self._huruf.selesai.connect(self._usulkan_huruf)
        self._huruf.mulai()

    def _usulkan_huruf(self) -> None:
        bidang = self.borang.bidang("huruf")
        if self._huruf is not None and self._huruf.hasil and isinstance(bidang, BidangHuruf):
            bidang.usulkan(self._huruf.hasil)
            self._huruf = None

    # --- changing -----------------------------------------------------------------------------

    def simpan(self) -> bool:
        """Take over what is being typed; ``False`` where it is refused."""
        return self.borang.simpan()

    def _pakai(self, pola: Pola) -> None:
        """Take a ready-made layout up, as one edit."""
        dokumen = self._dokumen()
        if dokumen is None or not self.borang.simpan():
            return
        dokumen = self._dokumen()
        assert dokumen is not None
        baru = replace(dokumen, tata_letak=pola.terapkan(dokumen.tata_letak))
        self._sesi.coba(lambda: self._sesi.workspace.ubah(baru, f"pakai tata letak “{pola.nama}”"))


def _daftar_huruf() -> tuple[str, ...]:
    from iki_desktop.ui.pratinjau.huruf_komputer import daftar_huruf  # noqa: PLC0415  (loads the pen)

    return daftar_huruf()
