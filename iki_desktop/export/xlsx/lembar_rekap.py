"""The sheet ``Rekap``: every jabatan in one line, the rules that were followed, and the signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from iki_desktop.core.capaian import Aturan, HasilInduk
from iki_desktop.core.records import Kelas, Keputusan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.xlsx import gaya, rumus_excel
from iki_desktop.export.xlsx.bagian_hitung import LembarHitung
from iki_desktop.export.xlsx.lembar import Kolom, Lembar
from iki_desktop.export.xlsx.lembar_grafik import BarisGrafik, Isi, isi_tetap
from iki_desktop.export.xlsx.rumus_excel import sel
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.naskah.penutup import TITIK_TITIK, penutup_lampiran

__all__ = ["BarisRekap", "LembarRekap", "SumberRekap"]

_NAMA = "Rekap"
_TANPA_BATAS = "tidak ada"
_RUANG_TANDA_TANGAN = 3
"""Empty rows for the signature itself."""


@dataclass(frozen=True, slots=True)
class SumberRekap:
    """A sheet that the recap looks at: a quarter's or the year's; ``judul`` heads its column."""

    lembar: LembarHitung
    judul: str


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """A line of the recap: its words, and per source its row there and its figures.

    ``rentang`` are the first and last row of the last source's records under it.
    """

    nomor: str
    nama: str
    baris: tuple[int, ...]
    hasil: tuple[HasilInduk, ...]
    rentang: tuple[int, int]


class LembarRekap(Lembar):
    """Writes the recap; the last of ``sumber`` also gives class and completeness."""

    def __init__(self, buku: Workbook, snapshot: Snapshot, sumber: Sequence[SumberRekap]) -> None:
        kolom = (
            Kolom("No", 5),
            Kolom("Jabatan", 52),
            *(Kolom(s.judul, 12) for s in sumber),
            Kolom("Kategori", 18),
            Kolom("Formulasi terisi", 11),
            Kolom("Jumlah formulasi", 11),
        )
        super().__init__(buku, _NAMA, kolom)
        self._snapshot = snapshot
        self._sumber = tuple(sumber)
        self._capaian = self.kolom_cetak[2 : 2 + len(self._sumber)]
        self._kategori, self._terisi, self._jumlah = self.kolom_cetak[-3:]
        self.sel_kelas: dict[str, str] = {}
        """The cell of each class of the scale, once ``penutup`` has written it."""

    def baris(self, baris: int, isi: BarisRekap, *, kecamatan: bool = False) -> None:
        """One jabatan, or the kecamatan as a whole in bold."""
        teks, persen, kata = (
            (gaya.JABATAN, gaya.JABATAN_ANGKA, gaya.JABATAN_KATEGORI)
            if kecamatan
            else (gaya.TEKS, gaya.PERSEN, gaya.KATEGORI)
        )
        aturan = self._snapshot.aturan
        self.teks(baris, "A", isi.nomor, teks if kecamatan else gaya.TEKS_TENGAH)
        self.teks(baris, "B", isi.nama, teks)
        for huruf, sumber, asal, hasil in zip(self._capaian, self._sumber, isi.baris, isi.hasil, strict=True):
            alamat = sel(sumber.lembar.bagan.capaian, asal, sumber.lembar.ws.title)
            self.rumus(baris, huruf, alamat, self._tampil(hasil), persen.berdesimal(aturan.desimal))
        self._kelengkapan(baris, isi, kata)
        self.tutup(baris)

    def _kelengkapan(self, baris: int, isi: BarisRekap, kata: gaya.Gaya) -> None:
        utama, hasil = self._sumber[-1].lembar, isi.hasil[-1]
        alamat = sel(utama.bagan.kategori, isi.baris[-1], utama.ws.title)
        self.rumus(baris, self._kategori, alamat, hasil.kategori or "", kata)
        awal, akhir = isi.rentang
        rentang = f"{sel(utama.bagan.terisi, awal, utama.ws.title)}:{utama.bagan.terisi}{akhir}"
        for huruf, fungsi, nilai in (
            (self._terisi, "SUM", hasil.terisi),
            (self._jumlah, "COUNT", hasil.jumlah),
        ):
            self.rumus(baris, huruf, f"{fungsi}({rentang})" if akhir >= awal else "0", nilai, kata)

    def batang(self, baris: int, isi: BarisRekap) -> BarisGrafik:
        """A line as a bar of a chart: what the last source says, looked up here."""
        nama = isi_sel(isi.nama)
        return BarisGrafik(
            # a reference to a cell that is truly empty would come to 0
            Isi(nama, sel("B", baris, _NAMA)) if nama else isi_tetap(""),
            Isi(self._tampil(isi.hasil[-1]), sel(self._capaian[-1], baris, _NAMA)),
            Isi(isi.hasil[-1].kategori or "", sel(self._kategori, baris, _NAMA)),
        )

    def lajur(self, baris: int, isi: BarisRekap, nomor: int) -> BarisGrafik:
        """The capaian of a line in one of the sources, as a column of a chart."""
        sumber, hasil = self._sumber[nomor], isi.hasil[nomor]
        kategori = sel(sumber.lembar.bagan.kategori, isi.baris[nomor], sumber.lembar.ws.title)
        return BarisGrafik(
            isi_tetap(sumber.judul),
            Isi(self._tampil(hasil), sel(self._capaian[nomor], baris, _NAMA)),
            Isi(hasil.kategori or "", kategori),
        )

    def _tampil(self, hasil: HasilInduk) -> Decimal | str:
        return "" if hasil.capaian is None else self._snapshot.aturan.tampil(hasil.capaian)

    def penutup(self, baris: int) -> int:
        """The rules at the left and the signature at the right; answers with the last row."""
        return max(self._dasar(baris), self._tanda_tangan(baris))

    def _dasar(self, baris: int) -> int:
        """The document's rules: the formulas of the other sheets look here."""
        aturan, skala = self._snapshot.aturan, _skala_naik(self._snapshot.aturan)
        self.teks(baris, "B", "Dasar penghitungan", gaya.POLOS_TEBAL)
        self._judul_dasar(baris + 1, "Kategori", "Mulai dari (%)")
        awal = baris + 2
        for nomor, kelas in enumerate(skala):
            self._nilai_dasar(awal + nomor, kelas.nama, kelas.batas_bawah)
            self.sel_kelas[kelas.nama] = sel("B", awal + nomor, _NAMA)
        akhir = awal + len(skala) - 1
        self._namai(rumus_excel.NAMA_SKALA_KATEGORI, f"$B${awal}:$B${akhir}")
        self._namai(rumus_excel.NAMA_SKALA_BATAS, f"$C${awal}:$C${akhir}")
        self._nilai_dasar(akhir + 1, "Batas atas capaian (%)", aturan.batas_atas)
        self._namai(rumus_excel.NAMA_BATAS_ATAS, f"$C${akhir + 1}")
        self._nilai_dasar(akhir + 2, "Desimal capaian", Decimal(aturan.desimal))
        self._namai(rumus_excel.NAMA_DESIMAL, f"$C${akhir + 2}")
        kalimat = _kalimat_aturan(aturan)
        for nomor, satu in enumerate(kalimat, akhir + 3):
            self.teks(nomor, "B", satu, gaya.KETERANGAN_POLOS)
        return akhir + 2 + len(kalimat)

    def _judul_dasar(self, baris: int, kiri: str, kanan: str) -> None:
        self.teks(baris, "B", kiri, gaya.JUDUL_KOLOM)
        self.teks(baris, "C", kanan, gaya.JUDUL_KOLOM)

    def _nilai_dasar(self, baris: int, nama: str, nilai: Decimal | None) -> None:
        self.teks(baris, "B", nama, gaya.DASAR)
        if nilai is None:
            self.teks(baris, "C", _TANPA_BATAS, gaya.DASAR_ANGKA)
        else:
            self.angka(baris, "C", nilai, gaya.DASAR_ANGKA)

    def _namai(self, nama: str, rentang: str) -> None:
        self._buku.defined_names[nama] = DefinedName(nama, attr_text=f"'{self.ws.title}'!{rentang}")

    def _tanda_tangan(self, baris: int) -> int:
        """Place, office, room to sign, name: the date is written when the recap is signed."""
        keputusan = self._snapshot.dokumen.keputusan or Keputusan()
        tempat = keputusan.tempat or self._snapshot.kecamatan.nama
        keputusan = replace(keputusan, tempat=tempat, tanggal=None, tanggal_teks=TITIK_TITIK)
        blok = penutup_lampiran(keputusan, self._snapshot.kecamatan)
        for teks in (*blok.pembuka, *blok.jabatan):
            self._baris_tanda_tangan(baris, teks, gaya.TANDA_TANGAN)
            baris += 1
        baris += _RUANG_TANDA_TANGAN
        self._baris_tanda_tangan(baris, blok.nama, gaya.TANDA_TANGAN_TEBAL)
        for nomor, teks in enumerate(blok.keterangan, 1):
            self._baris_tanda_tangan(baris + nomor, teks, gaya.TANDA_TANGAN)
        return baris + len(blok.keterangan)

    def _baris_tanda_tangan(self, baris: int, teks: str, gaya_sel: gaya.Gaya) -> None:
        self.gabung(baris, self._kategori, self._jumlah, teks, gaya_sel)


def _skala_naik(aturan: Aturan) -> list[Kelas]:
    """The scale as LOOKUP wants it: rising, each bound once (the first named holds, as in core)."""
    menurut_batas: dict[Decimal, Kelas] = {}
    for kelas in aturan.skala:
        menurut_batas.setdefault(kelas.batas_bawah, kelas)
    return sorted(menurut_batas.values(), key=lambda k: k.batas_bawah)


def _kalimat_aturan(aturan: Aturan) -> tuple[str, ...]:
    turun = "target ÷ realisasi × 100" if aturan.kebalikan else "(2 × target − realisasi) ÷ target × 100"
    return (
        "Capaian arah naik: realisasi ÷ target × 100.",
        f"Capaian arah turun: {turun}.",
        "Pembulatan: " + ("dipotong." if aturan.potong else "setengah ke atas."),
        "Rata-rata dari capaian "
        + ("yang sudah dibulatkan." if aturan.rata_rata_dibulatkan else "sebelum dibulatkan."),
        "Kategori dinilai dari capaian sebelum dibulatkan.",
        "Triwulan yang kosong tidak ikut dihitung; isian 0 ikut dihitung.",
    )
