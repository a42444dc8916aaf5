"""The entry sheet of one jabatan: what is asked at the left, yellow cells to fill in, keys out of sight."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.lembar_isian import (
    BIDANG_KATA,
    JUDUL_ANGKA,
    JUDUL_KUNCI,
    BarisLembar,
    FormulasiLembar,
    formulasi_lembar,
)
from iki_desktop.core.snapshot import JabatanUtuh, Snapshot
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.halaman import atur_halaman, satu_halaman
from iki_desktop.export.xlsx.isian_langsung import tampilkan_bulat
from iki_desktop.export.xlsx.lembar import BARIS_JUDUL, Kolom, Lembar, tinggi_teks
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.naskah.identitas import daerah, kecamatan

__all__ = ["LembarIsian"]

_NO, _SASARAN, _INDIKATOR, _SATUAN, _TARGET, _DIISI, _ANGKA = "ABCDEFG"
_KATA = dict(zip(BIDANG_KATA, "HIJ", strict=True))
_KUNCI = "K"
_AKHIR = "J"

_BARIS_KEPALA = 5
_PETUNJUK = "Isi sel kuning, lalu kembalikan berkas ini. Kosong: belum ada angka. Bila memang nol, tulis 0."

_ISIAN_KATA = replace(gaya.TEKS, isi=gaya.ISIAN.isi, terbuka=True)
_REDUP = replace(gaya.TEKS, warna=gaya.KETERANGAN.warna, miring=True)
_RENTANG = replace(gaya.TEKS, mendatar="right")
_LABEL = replace(gaya.POLOS_TEBAL, tebal=False, mendatar="right")
_KOTAK = replace(_ISIAN_KATA, garis=gaya.Garis.PENUH)
_RAHASIA = replace(gaya.POLOS_TEBAL, tebal=False, ukuran=8, bungkus=False)

_TERBESAR = "1E+30"
_TINGGI_TULIS = 20.0
"""Points of the rows for name, date and signature."""


def _kolom(triwulan: int) -> tuple[Kolom, ...]:
    return (
        Kolom("No", 5),
        Kolom("Sasaran", 26),
        Kolom("Indikator Kinerja", 36),
        Kolom("Satuan", 10),
        Kolom(f"Target TW {ROMAWI[triwulan - 1]}", 12),
        Kolom("Yang diisi", 36),
        Kolom(JUDUL_ANGKA, 15),
        *(Kolom(bidang.judul, 25) for bidang in BIDANG_KATA),
        Kolom(JUDUL_KUNCI, 12, bantu=True),
    )


class _BarisTumbuh(RowDimension):
    """A row whose height nobody has set: a spreadsheet program fits it to what is typed."""

    @property
    def customHeight(self) -> bool:
        return False


class LembarIsian(Lembar):
    """Writes the sheet of a jabatan for a quarter (1–4)."""

    def __init__(
        self, buku: Workbook, nama: str, snapshot: Snapshot, jabatan: JabatanUtuh, triwulan: int
    ) -> None:
        super().__init__(buku, nama, _kolom(triwulan))
        self._snapshot = snapshot
        self._jabatan = jabatan
        self._triwulan = triwulan
        self._sel_angka: list[str] = []
        self._dalam_tabel = False

    def tulis(self, kertas: int) -> None:
        """Write all of it, lock what is not to be filled in, and set up its pages."""
        self._kepala()
        baris = _BARIS_KEPALA + 1
        sebelum: FormulasiLembar | None = None
        self._dalam_tabel = True
        for satu in formulasi_lembar(self._snapshot, self._jabatan, self._triwulan):
            baris = self._formulasi(baris, satu, sebelum)
            sebelum = satu
        self._dalam_tabel = False
        if sebelum is None:
            self.gabung(baris, "A", _AKHIR, "Belum ada indikator.", gaya.SASARAN)
        else:
            self.tutup(baris - 1)
        tampilkan_bulat(self, (_TARGET, _ANGKA), max(baris - 1, _BARIS_KEPALA))
        self._atur(kertas, self._penutup(baris + 1))

    def tinggi(self, baris: int, titik: float) -> None:
        """Rows to fill in are as high as what stands in them, and grow while somebody writes."""
        if self._dalam_tabel and baris not in self._tinggi:
            self.ws.row_dimensions[baris] = _BarisTumbuh(self.ws, index=baris)
        super().tinggi(baris, titik)

    # --- above --------------------------------------------------------------------------------

    def _kepala(self) -> None:
        office, tahun = self._snapshot.kecamatan, self._snapshot.dokumen.tahun
        judul = (
            (f"LEMBAR ISIAN REALISASI TRIWULAN {ROMAWI[self._triwulan - 1]} TAHUN {tahun}", gaya.JUDUL),
            (f"{kecamatan(office)}, {daerah(office)}", gaya.SUBJUDUL),
        )
        for baris, (teks, looks) in enumerate(judul, BARIS_JUDUL):
            self.teks(baris, "A", satu_baris(teks), looks)
            for huruf in self.kolom_cetak[1:]:
                self.kosong(baris, huruf, looks)
            self.ws.row_dimensions[baris].height = tinggi_teks("", 1, looks)
        milik = self._jabatan.jabatan
        pemangku = f" ({milik.pemangku.nama})" if milik.pemangku else ""
        self.gabung(3, "A", _AKHIR, f"Jabatan: {satu_baris(milik.nama + pemangku)}", gaya.POLOS_TEBAL)
        self.gabung(4, "A", _AKHIR, _PETUNJUK, gaya.KETERANGAN_POLOS)
        for huruf, kolom in zip((*self.kolom_cetak, _KUNCI), self.kolom, strict=True):
            looks = _RAHASIA if kolom.bantu else gaya.JUDUL_KOLOM
            self.teks(_BARIS_KEPALA, huruf, kolom.judul, looks)

    # --- rows ---------------------------------------------------------------------------------

    def _formulasi(self, baris: int, satu: FormulasiLembar, sebelum: FormulasiLembar | None) -> int:
        """The rows of a formula; answers with the row after them."""
        sama = sebelum.nomor if sebelum else (0, 0, 0, 0)
        for urutan, isian in enumerate(satu.baris):
            self._sasaran(baris, satu, awal=urutan == 0 and satu.nomor[:2] != sama[:2])
            self._indikator(baris, satu, awal=urutan == 0 and satu.nomor[:3] != sama[:3])
            self._isian(baris, satu, isian, pertama=urutan == 0)
            baris += 1
        return baris

    def _sasaran(self, baris: int, satu: FormulasiLembar, *, awal: bool) -> None:
        sasaran = self._jabatan.sasaran[satu.nomor[1] - 1].sasaran
        self._awal(baris, _NO, str(satu.nomor[1]), gaya.TEKS_TENGAH, awal=awal)
        self._awal(baris, _SASARAN, sasaran.teks, gaya.TEKS, awal=awal)

    def _indikator(self, baris: int, satu: FormulasiLembar, *, awal: bool) -> None:
        indikator = satu.indikator.indikator
        self._awal(baris, _INDIKATOR, indikator.teks, gaya.TEKS, awal=awal)
        self._awal(baris, _SATUAN, indikator.satuan or "", gaya.TEKS_TENGAH, awal=awal)
        target = satu.target if awal else None
        if isinstance(target, str):
            self.teks(baris, _TARGET, target, _RENTANG)
        else:
            self.angka(baris, _TARGET, target, gaya.TETAP if awal else gaya.TETAP.lanjutan())

    def _awal(self, baris: int, huruf: str, teks: str, looks: gaya.Gaya, *, awal: bool) -> None:
        """A text in the first of its rows; the cells below it go on from it."""
        if awal:
            self.teks(baris, huruf, teks, looks)
        else:
            self.kosong(baris, huruf, looks.lanjutan())

    def _isian(self, baris: int, satu: FormulasiLembar, isian: BarisLembar, *, pertama: bool) -> None:
        awalan = f"({satu.nomor[3]}) " if pertama and len(satu.indikator.formulasi) > 1 else ""
        diisi = isian.urutan is not None
        self.teks(baris, _DIISI, awalan + isian.label, gaya.TEKS if diisi else _REDUP)
        berkunci = diisi or (pertama and satu.dapat_diisi)
        if diisi:
            self.angka(baris, _ANGKA, isian.nilai, gaya.ISIAN)
            self._sel_angka.append(f"{_ANGKA}{baris}")
        else:
            self.kosong(baris, _ANGKA, gaya.TETAP)
        kata = self._kata(baris, satu, terbuka=pertama and berkunci)
        if berkunci:
            self.teks(baris, _KUNCI, satu.kunci(isian, kata).tulis(), _RAHASIA)

    def _kata(self, baris: int, satu: FormulasiLembar, *, terbuka: bool) -> tuple[str, ...]:
        """The words beside the first row of a formula; answers with what the sheet shows of them."""
        kata = []
        for bidang, huruf in _KATA.items():
            teks = satu.kata(bidang) if terbuka else ""
            self.teks(baris, huruf, teks, _ISIAN_KATA if terbuka else gaya.TEKS.lanjutan())
            kata.append(isi_sel(teks).replace("_x005F_", "_"))
        return tuple(kata)

    # --- below --------------------------------------------------------------------------------

    def _penutup(self, baris: int) -> int:
        """Room for who filled it in; answers with the last row."""
        for label in ("Diisi oleh", "Tanggal", "Tanda tangan"):
            self.teks(baris, _DIISI, label, _LABEL)
            self.kosong(baris, _KATA[BIDANG_KATA[0]], _KOTAK)
            self.tinggi(baris, _TINGGI_TULIS * (1 + (label == "Tanda tangan")))
            baris += 1
        return baris - 1

    def _atur(self, kertas: int, akhir: int) -> None:
        office, tahun = self._snapshot.kecamatan, self._snapshot.dokumen.tahun
        tw = f"TW {ROMAWI[self._triwulan - 1]} {tahun}"
        keterangan = f"Lembar isian {tw} · {kecamatan(office)} · {satu_baris(self._jabatan.jabatan.nama)}"
        atur_halaman(self, kertas, keterangan, "A", akhir)
        satu_halaman(self)
        self.ws.print_title_rows = f"{_BARIS_KEPALA}:{_BARIS_KEPALA}"
        self.ws.freeze_panes = f"{_SATUAN}{_BARIS_KEPALA + 1}"
        self.ws.column_dimensions[_KUNCI].hidden = True
        self._batasi()
        kunci = self.ws.protection
        kunci.sheet = True
        # The words of this attribute are turned round in the format: False is what stays allowed.
        kunci.formatCells = kunci.formatColumns = kunci.formatRows = False
        if self._sel_angka:
            self.ws.sheet_view.selection[-1].activeCell = self._sel_angka[0]
            self.ws.sheet_view.selection[-1].sqref = self._sel_angka[0]

    def _batasi(self) -> None:
        """Numbers alone in the yellow cells of figures."""
        if not self._sel_angka:
            return
        aturan = DataValidation(
            type="decimal", operator="between", formula1=f"-{_TERBESAR}", formula2=_TERBESAR,
            allow_blank=True, showErrorMessage=True,
            errorTitle="Bukan angka", error="Isi dengan angka saja, misalnya 82,5. Kosongkan bila belum ada.",
        )  # fmt: skip
        for sel in self._sel_angka:
            aturan.add(sel)
        self.ws.add_data_validation(aturan)
