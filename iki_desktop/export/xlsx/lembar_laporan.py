"""One table of a report as a sheet: figures as numbers, texts as texts, rules and signatures below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.gaya import Gaya
from iki_desktop.export.xlsx.halaman import atur_halaman
from iki_desktop.export.xlsx.lembar import BARIS_JUDUL, Kolom, Lembar, tinggi_teks
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.naskah.blok import PasanganTandaTangan, Peran, TandaTangan
from iki_desktop.naskah.kolom import kelompok_kolom
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Keterangan, Nilai, Penutup

__all__ = ["LembarLaporan"]

_LEBAR = {
    Peran.NOMOR: 5.0,
    Peran.SASARAN: 34.0,
    Peran.INDIKATOR: 40.0,
    Peran.SATUAN: 12.0,
    Peran.ANGKA: 12.0,
    Peran.KATEGORI: 16.0,
    Peran.PENANGGUNG_JAWAB: 24.0,
    Peran.URAIAN: 34.0,
}
"""Widths of columns in digits."""

_LEBAR_SENDIRI = 64.0
"""Where no column of sasaran stands beside it, an indicator has more room."""

_LEBAR_BERSAMA = 26.0
"""Several columns of words share the paper."""

_TENGAH = frozenset({Peran.NOMOR, Peran.SATUAN, Peran.KATEGORI})
_RUANG_TANDA_TANGAN = 3
"""Empty rows for the signature itself."""

_REMARK = replace(gaya.KETERANGAN, mendatar="right")
_KANAN = replace(gaya.TEKS, mendatar="right", format=gaya.FORMAT_TEKS_KANAN)
_KANAN_TEBAL = replace(gaya.JABATAN, mendatar="right", format=gaya.FORMAT_TEKS_KANAN)
_POLOS = replace(gaya.POLOS_TEBAL, tebal=False)
_KIRI = replace(gaya.TANDA_TANGAN, mendatar="left")
_KIRI_TEBAL = replace(_KIRI, tebal=True)


@dataclass(frozen=True, slots=True)
class _Sel:
    """A cell in the grid; ``turun`` and ``rentang`` count the rows and columns it takes."""

    nilai: Nilai
    kolom: int
    turun: int
    rentang: int
    tebal: bool


class LembarLaporan(Lembar):
    """Writes one table with its title above and its rules and signatures below."""

    def __init__(self, buku: Workbook, nama: str, bagian: Bagian) -> None:
        peran = [k.peran for k in bagian.kolom]
        lebar = _LEBAR | ({Peran.INDIKATOR: _LEBAR_SENDIRI} if Peran.SASARAN not in peran else {})
        if peran.count(Peran.URAIAN) > 1:
            lebar |= {Peran.URAIAN: _LEBAR_BERSAMA}
        kolom = [Kolom(k.judul, lebar[k.peran]) for k in bagian.kolom] or [Kolom("", _LEBAR_SENDIRI)]
        super().__init__(buku, nama, kolom)
        self._bagian = bagian
        self._akhir = get_column_letter(len(kolom))
        self._kepala = (BARIS_JUDUL, BARIS_JUDUL)
        self._setinggi: dict[int, float] = {}

    def tulis(self) -> int:
        """Write everything; answers with the last row."""
        baris = self._judul() + 1
        for label, teks in self._bagian.kepala:
            self.gabung(baris, "A", self._akhir, f"{label}: {teks}", _POLOS)
            baris += 1
        baris = self._judul_kolom(baris + bool(self._bagian.kepala))
        for satu in self._bagian.baris:
            baris = self._rekam(satu, baris)
        return self._bawah(baris) - 1

    def atur(self, kertas: int, judul: str, akhir: int) -> None:
        """Paper across where the table is wide, headings on every page and in sight."""
        atas, bawah = self._kepala
        atur_halaman(self, kertas, judul, "A", akhir)
        tegak = self._bagian.pembuka or self._bagian.tegak
        self.ws.page_setup.orientation = "portrait" if tegak else "landscape"
        self.ws.print_title_rows = f"{atas}:{bawah}"
        self.ws.freeze_panes = f"A{bawah + 1}"

    # --- above the table ------------------------------------------------------------------------

    def _judul(self) -> int:
        baris = BARIS_JUDUL
        for teks in self._bagian.judul:
            looks = gaya.JUDUL if baris == BARIS_JUDUL else gaya.SUBJUDUL
            self.teks(baris, "A", satu_baris(teks), looks)
            for huruf in self.kolom_cetak[1:]:
                self.kosong(baris, huruf, looks)
            self.ws.row_dimensions[baris].height = tinggi_teks("", 1, looks)
            baris += 1
        return baris

    def _judul_kolom(self, baris: int) -> int:
        """One row of headings, or two where columns stand under a common one."""
        kelompok = kelompok_kolom(self._bagian.kolom)
        dua = any(nama for nama, _ in kelompok)
        for nama, isi in kelompok:
            awal = get_column_letter(isi.start + 1)
            if nama:
                self.gabung(baris, awal, get_column_letter(isi.stop), nama, gaya.JUDUL_KOLOM)
                for n in isi:
                    self.teks(
                        baris + 1, get_column_letter(n + 1), self._bagian.kolom[n].judul, gaya.JUDUL_KOLOM
                    )
            else:
                self._menurun(baris, awal, self._bagian.kolom[isi.start].judul, 1 + dua, gaya.JUDUL_KOLOM)
        self._kepala = (baris, baris + dua)
        return baris + 1 + dua

    # --- rows -----------------------------------------------------------------------------------

    def _rekam(self, satu: Baris, baris: int) -> int:
        """An outermost row with all that stands beside it; answers with the row after it."""
        tinggi = _tinggi_pohon(satu)
        for selisih, sel in sorted(_sebar(satu, 0, 0), key=lambda s: s[1].turun):
            self._isi(baris + selisih, sel)
        for n in range(tinggi):
            self._lengkapi(baris + n)
        self.tutup(baris + tinggi - 1)
        return baris + tinggi

    def _isi(self, baris: int, sel: _Sel) -> None:
        huruf = get_column_letter(sel.kolom + 1)
        nilai, looks = sel.nilai, self._gaya_sel(sel)
        if isinstance(nilai, Angka):
            self._angka(baris, huruf, nilai, sel.turun, looks)
            return
        teks = "" if nilai is None else nilai if isinstance(nilai, str) else nilai.teks
        if sel.rentang > 1 and not self._bagian.satu_nilai:
            self.gabung(baris, huruf, get_column_letter(sel.kolom + sel.rentang), teks, looks)
            return
        self._menurun(baris, huruf, teks, sel.turun, looks)
        for n in range(1, sel.rentang):
            self.kosong(baris, get_column_letter(sel.kolom + n + 1), looks)

    def _angka(self, baris: int, huruf: str, angka: Angka, turun: int, looks: Gaya) -> None:
        """Write a figure at the top of the rows that it stands beside."""
        looks = _berformat(looks, angka)
        self.angka(baris, huruf, angka.nilai, looks)
        for n in range(1, turun):
            self.kosong(baris + n, huruf, looks.lanjutan())
        if turun > 1:
            self.ws.merged_cells.add(f"{huruf}{baris}:{huruf}{baris + turun - 1}")

    def _gaya_sel(self, sel: _Sel) -> Gaya:
        peran = self._bagian.kolom[sel.kolom].peran if sel.rentang == 1 else Peran.URAIAN
        if isinstance(sel.nilai, Keterangan):
            return _REMARK
        if isinstance(sel.nilai, Angka):
            return gaya.JABATAN_ANGKA if sel.tebal else gaya.TETAP
        if peran is Peran.ANGKA:  # a range, or the dash of a figure that does not exist
            return _KANAN_TEBAL if sel.tebal else _KANAN
        if sel.tebal:
            return gaya.JABATAN_KATEGORI if peran in _TENGAH else gaya.JABATAN
        if sel.rentang > 1:
            return gaya.SASARAN
        return gaya.TEKS_TENGAH if peran in _TENGAH else gaya.TEKS

    def _menurun(self, baris: int, huruf: str, teks: str, turun: int, looks: Gaya) -> None:
        """Write words over several rows; what height they lack is given to the last one."""
        if turun == 1:
            self.teks(baris, huruf, teks, looks)
            return
        for n in range(turun):
            self.kosong(baris + n, huruf, looks if n == 0 else looks.lanjutan())
        if bersih := isi_sel(teks):
            sel = self.ws[f"{huruf}{baris}"]
            sel.value = bersih
            sel.data_type = "s"
        ada = sum(self.setinggi(baris + n) for n in range(turun))
        lebih = tinggi_teks(bersih, self.lebar(huruf), looks) - ada
        if lebih > 0:
            self.tinggi(baris + turun - 1, min(self.setinggi(baris + turun - 1) + lebih, 409.0))
        if not self._bagian.satu_nilai:
            self.ws.merged_cells.add(f"{huruf}{baris}:{huruf}{baris + turun - 1}")

    def setinggi(self, baris: int) -> float:
        """Points of a row; one that nothing was written to has the height of a line."""
        return self.ws.row_dimensions[baris].height or tinggi_teks("", 1, gaya.TEKS)

    def _lengkapi(self, baris: int) -> None:
        """Give cells that nothing was written to their frame."""
        for huruf in self.kolom_cetak:
            if (baris, huruf) not in self._gaya:
                self.kosong(baris, huruf, gaya.TEKS)

    # --- below the table ------------------------------------------------------------------------

    def _bawah(self, baris: int) -> int:
        baris += 1
        for teks in self._bagian.catatan:
            self.gabung(baris, "A", self._akhir, teks, gaya.KETERANGAN_POLOS)
            baris += 1
        if self._bagian.penjelasan:
            self.gabung(baris + 1, "A", self._akhir, "Penjelasan angka", gaya.POLOS_TEBAL)
            baris += 2
        for nomor, teks in enumerate(self._bagian.penjelasan, 1):
            self.gabung(baris, "A", self._akhir, f"{nomor}. {teks}", _POLOS)
            baris += 1
        return self._penutup(baris + 1, self._bagian.penutup)

    def _penutup(self, baris: int, penutup: Penutup) -> int:
        tengah = self._tengah()
        kanan = (get_column_letter(tengah + 2), self._akhir)
        match penutup:
            case TandaTangan():
                return self._tanda_tangan(baris, penutup, kanan, _baris_pihak(penutup, penutup))
            case PasanganTandaTangan():
                kiri = ("A", get_column_letter(tengah + 1))
                bagian = _baris_pihak(penutup.kiri, penutup.kanan)
                return max(
                    self._tanda_tangan(baris, penutup.kiri, kiri, bagian),
                    self._tanda_tangan(baris, penutup.kanan, kanan, bagian),
                )
            case None:
                return baris

    def _tanda_tangan(
        self, baris: int, satu: TandaTangan, letak: tuple[str, str], bagian: tuple[int, int]
    ) -> int:
        """One signature in its columns; ``bagian`` are the rows before the office and before the room."""
        sampai_jabatan, sampai_ruang = bagian
        nama = baris + sampai_ruang + _RUANG_TANDA_TANGAN
        semua = [
            *enumerate(satu.pembuka, baris),
            *enumerate(satu.jabatan, baris + sampai_jabatan),
            *enumerate(satu.keterangan, nama + 1),
        ]
        for nomor, teks in semua:
            self.gabung(nomor, *letak, teks, _KIRI)
        self.gabung(nama, *letak, satu.nama, _KIRI_TEBAL)
        return nama + 1 + len(satu.keterangan)

    def _tengah(self) -> int:
        """The last column of the left half, from 0: the one that ends nearest to the middle."""
        lebar = [k.lebar for k in self.kolom]
        return min(range(max(len(lebar) - 1, 1)), key=lambda n: abs(sum(lebar[: n + 1]) - sum(lebar) / 2))


def _baris_pihak(kiri: TandaTangan, kanan: TandaTangan) -> tuple[int, int]:
    pembuka = max(len(kiri.pembuka), len(kanan.pembuka))
    return pembuka, pembuka + max(len(kiri.jabatan), len(kanan.jabatan))


def _tinggi_pohon(baris: Baris) -> int:
    return sum(_tinggi_pohon(a) for a in baris.anak) or 1


def _sebar(baris: Baris, dari: int, kolom: int) -> list[tuple[int, _Sel]]:
    """The cells of a row and of those beside it, each with the row it begins in, from 0."""
    turun = _tinggi_pohon(baris)
    hasil: list[tuple[int, _Sel]] = []
    for nomor, nilai in enumerate(baris.sel):
        rentang = 1 if nomor else baris.rentang
        hasil.append((dari, _Sel(nilai, kolom, turun, rentang, baris.tebal)))
        kolom += rentang
    for anak in baris.anak:
        hasil += _sebar(anak, dari, kolom)
        dari += _tinggi_pohon(anak)
    return hasil


def _berformat(looks: Gaya, angka: Angka) -> Gaya:
    """As many decimals as on paper, and the words behind the figure, which stays a number."""
    return replace(looks, format=gaya.format_desimal(_desimal(angka), angka.imbuhan))


def _desimal(angka: Angka) -> int:
    """As many decimals as are shown on paper."""
    if angka.desimal is not None:
        return angka.desimal
    eksponen = Decimal(angka.nilai).normalize().as_tuple().exponent
    return max(-eksponen, 0) if isinstance(eksponen, int) else 0
