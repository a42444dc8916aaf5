"""The sheet ``Grafik``: charts one under the other, and beside the printed page the cells they draw.

Each bar has a row: its name, its capaian and its class, taken from other sheets or written here;
then, as formulas, what stands beside the bar and in which class it is drawn.  So a chart follows
whatever is changed in the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from iki_desktop.core.capaian import Aturan
from iki_desktop.export.corak import CORAK_TANPA_KELAS, rupa_kelas
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.grafik_excel import Deret, Sumbu, buat_grafik
from iki_desktop.export.xlsx.halaman import atur_kertas, tinggi_halaman
from iki_desktop.export.xlsx.lembar import BARIS_KEPALA, Kolom, Lembar
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.naskah.grafik import ujung_skala

__all__ = ["NAMA_LEMBAR", "BarisGrafik", "Isi", "Kelas", "LembarGrafik", "isi_tetap", "kelas_aturan"]

NAMA_LEMBAR = "Grafik"

_LEBAR_CETAK = 96
"""Digits: what stands upright on F4 and on A4 at its own size."""
_LEBAR_TITIK, _TINGGI_BARIS = 500.0, 15.0
_TINGGI_TEGAK, _TINGGI_BATANG, _TINGGI_RANGKA = 180.0, 30.0, 60.0
"""Points of a chart of columns, of a lying bar with its words, and of what surrounds the bars."""

_BATANG_TERBANYAK = 20
"""Bars of one chart: it is to stay on one page."""

_NAMA_TERPANJANG = 110

NAMA, CAPAIAN, KATEGORI, TULISAN = "C", "D", "E", "F"
_KOLOM_KELAS = 7
_KELAS_TERBANYAK = 26 - _KOLOM_KELAS + 1

_TANPA_KATEGORI = "Tanpa kategori"
_BELUM_ADA = "belum ada"
_DIPOTONG = " (batang dipotong)"
"""Behind the number of a bar that goes on beyond the scale."""

_TEKS = replace(gaya.BANTU, mendatar="left", format="@")
_RUMUS_TEKS = replace(_TEKS, format="General")
_JUDUL = replace(gaya.JUDUL_BANTU, mendatar="left", bungkus=False)


@dataclass(frozen=True, slots=True)
class Isi:
    """What a cell comes to, and the formula that it has; none where the figure itself is written."""

    nilai: Nilai
    rumus: str = ""


def isi_tetap(nilai: Nilai) -> Isi:
    """A cell that takes its contents from nowhere."""
    return Isi(nilai)


@dataclass(frozen=True, slots=True)
class BarisGrafik:
    """A bar: name, capaian as it is shown (an empty text where there is none), class or reason.

    ``kosong`` is what stands beside it where there is no capaian and no reason.
    """

    nama: Isi
    capaian: Isi
    kategori: Isi
    kosong: str = _BELUM_ADA


@dataclass(frozen=True, slots=True)
class Kelas:
    """A class of the scale, best first: its name, and the formula that says it."""

    nama: Isi
    kelas: tuple[int, int] | None


class LembarGrafik(Lembar):
    """Writes charts; ``desimal`` is a number or a name of the workbook, for the words beside a bar."""

    def __init__(
        self, buku: Workbook, kelas: Sequence[Kelas], aturan: Aturan, desimal: str, kertas: int
    ) -> None:
        self._kelas = tuple(kelas)[:_KELAS_TERBANYAK]
        kolom = (
            Kolom("", _LEBAR_CETAK),
            Kolom("", 3, bantu=True),
            Kolom("", 34, bantu=True),
            Kolom("", 11, bantu=True),
            Kolom("", 15, bantu=True),
            Kolom("", 26, bantu=True),
            *(Kolom("", 11, bantu=True) for _ in self._kelas),
        )
        super().__init__(buku, NAMA_LEMBAR, kolom)
        self._aturan = aturan
        self._desimal = desimal
        self._kertas = kertas
        self._berikut = BARIS_KEPALA
        self._terpakai = BARIS_KEPALA * _TINGGI_BARIS

    def grafik(self, judul: str, semua: Sequence[BarisGrafik], *, tegak: bool) -> None:
        """A chart under the last one; one of many bars goes on in further ones with the same scale."""
        ujung = float(ujung_skala(b.capaian.nilai for b in semua if isinstance(b.capaian.nilai, Decimal)))
        for nama, bagian in _terbagi(judul, semua):
            tinggi = _TINGGI_TEGAK if tegak else _TINGGI_RANGKA + _TINGGI_BATANG * len(bagian)
            self._ke_halaman(tinggi)
            awal = self._berikut
            self._data(awal, bagian, ujung)
            deret = [self._deret(n, awal, bagian) for n in range(len(self._kelas))]
            sumbu = Sumbu(
                self._rentang(TULISAN, awal, bagian), tuple(self._tulisan(b, ujung) for b in bagian), ujung
            )
            satu = buat_grafik(nama, deret, sumbu, (_LEBAR_TITIK, tinggi), tegak=tegak)
            self.ws.add_chart(satu, f"A{awal}")
            self._maju(tinggi)

    def atur(self, keterangan: str) -> None:
        """The printed page: the charts alone, upright.

        They have their own size: fitted to a width, Excel would pass over the breaks between them.
        """
        akhir = self._berikut - 1
        for baris in range(BARIS_KEPALA, akhir + 1):
            self.ws.row_dimensions[baris].height = _TINGGI_BARIS
        atur_kertas(self, self._kertas, keterangan, akhir)
        self.ws.page_setup.orientation = "portrait"
        self.ws.print_area = f"A1:A{akhir}"

    # --- where it stands ------------------------------------------------------------------------

    def _ke_halaman(self, tinggi: float) -> None:
        """Begin a new page where a chart would be cut."""
        if self._terpakai + tinggi > tinggi_halaman(self._kertas):
            self.ws.row_breaks.append(Break(id=self._berikut - 1))
            self._terpakai = 0.0

    def _maju(self, tinggi: float) -> None:
        baris = int(tinggi // _TINGGI_BARIS) + 2
        self._berikut += baris
        self._terpakai += baris * _TINGGI_BARIS

    # --- its cells ------------------------------------------------------------------------------

    def _data(self, awal: int, semua: Sequence[BarisGrafik], ujung: float) -> None:
        judul = ((NAMA, "Nama"), (CAPAIAN, "Capaian (%)"), (KATEGORI, "Kategori"), (TULISAN, "Tulisan"))
        for huruf, teks in judul:
            self.teks(awal, huruf, teks, _JUDUL)
        for nomor, kelas in enumerate(self._kelas):
            self._isi(awal, get_column_letter(_KOLOM_KELAS + nomor), kelas.nama, _JUDUL)
        for baris, satu in enumerate(semua, awal + 1):
            self._isi(baris, NAMA, satu.nama, _TEKS if not satu.nama.rumus else _RUMUS_TEKS)
            self._isi(baris, CAPAIAN, satu.capaian, gaya.BANTU_ANGKA)
            self._isi(baris, KATEGORI, satu.kategori, _RUMUS_TEKS)
            self._isi(baris, TULISAN, self._isi_tulisan(baris, satu, ujung), _RUMUS_TEKS)
            self._isi_kelas(baris, awal, satu, ujung)

    def _isi(self, baris: int, huruf: str, isi: Isi, looks: gaya.Gaya) -> None:
        if isi.rumus:
            self.rumus(baris, huruf, isi.rumus, isi.nilai, looks)
        elif isinstance(isi.nilai, str):
            self.teks(baris, huruf, isi.nilai, looks)
        else:
            self.angka(baris, huruf, isi.nilai, looks)

    def _isi_kelas(self, baris: int, kepala: int, satu: BarisGrafik, ujung: float) -> None:
        """The capaian in the column of its class, an empty text in the others: no bar, and no 0."""
        for nomor, nilai in enumerate(self._nilai_kelas(satu, ujung)):
            huruf = get_column_letter(_KOLOM_KELAS + nomor)
            cocok = f"AND(ISNUMBER(${CAPAIAN}{baris}),${KATEGORI}{baris}={huruf}${kepala})"
            if self._kelas[nomor].kelas is None:
                cocok = f'AND(ISNUMBER(${CAPAIAN}{baris}),${KATEGORI}{baris}="")'
            rumus = f'IF({cocok},MAX(0,MIN(${CAPAIAN}{baris},{ujung:g})),"")'
            self.rumus(baris, huruf, rumus, "" if nilai is None else nilai, gaya.BANTU_ANGKA)

    def _nilai_kelas(self, satu: BarisGrafik, ujung: float) -> Iterator[Decimal | None]:
        for kelas in self._kelas:
            dicari = "" if kelas.kelas is None else kelas.nama.nilai
            ada = isinstance(satu.capaian.nilai, Decimal) and satu.kategori.nilai == dicari
            if ada and isinstance(satu.capaian.nilai, Decimal):
                yield max(Decimal(0), min(satu.capaian.nilai, Decimal(str(ujung))))
            else:
                yield None

    def _isi_tulisan(self, baris: int, satu: BarisGrafik, ujung: float) -> Isi:
        return Isi(self._tulisan(satu, ujung), self._rumus_tulisan(baris, satu, ujung))

    def _rumus_tulisan(self, baris: int, satu: BarisGrafik, ujung: float) -> str:
        """Name, then on a line of its own number and class, or why there is none."""
        nama, angka, kata = f"{NAMA}{baris}", f"{CAPAIAN}{baris}", f"{KATEGORI}{baris}"
        pendek = f'IF(LEN({nama})>{_NAMA_TERPANJANG},LEFT({nama},{_NAMA_TERPANJANG - 1})&"…",{nama})'
        # FIXED writes the comma or the dot of the computer; here it is the comma on every one.
        bulat = f"FIXED({angka},{self._desimal},TRUE)"
        persen = f'SUBSTITUTE(SUBSTITUTE({bulat},".",","),"-","−")&" % "'
        potong = f'IF({angka}>{ujung:g},"{_DIPOTONG}","")'
        kosong = f'IF({kata}="","{satu.kosong}",{kata})'
        return f"{pendek}&CHAR(10)&IF(ISNUMBER({angka}),TRIM({persen}&{kata})&{potong},{kosong})"

    def _tulisan(self, satu: BarisGrafik, ujung: float) -> str:
        """What that formula comes to."""
        nama, kata = (isi_sel(str(isi.nilai)) for isi in (satu.nama, satu.kategori))
        capaian = satu.capaian.nilai
        if len(nama) > _NAMA_TERPANJANG:
            nama = f"{nama[: _NAMA_TERPANJANG - 1]}…"
        if not isinstance(capaian, Decimal):
            return f"{nama}\n{kata or satu.kosong}"
        angka = f"{capaian:.{self._aturan.desimal}f}".replace(".", ",").replace("-", "−")
        potong = _DIPOTONG if float(capaian) > ujung else ""
        return f"{nama}\n{f'{angka} % {kata}'.strip()}{potong}"

    # --- its series -----------------------------------------------------------------------------

    def _rentang(self, huruf: str, awal: int, semua: Sequence[BarisGrafik]) -> str:
        return f"'{self.ws.title}'!${huruf}${awal + 1}:${huruf}${awal + len(semua)}"

    def _deret(self, nomor: int, awal: int, semua: Sequence[BarisGrafik]) -> Deret:
        kelas, huruf = self._kelas[nomor], get_column_letter(_KOLOM_KELAS + nomor)
        nilai = [self.nilai[f"{huruf}{awal + 1 + n}"] for n in range(len(semua))]
        return Deret(
            f"'{self.ws.title}'!${huruf}${awal}",
            isi_sel(str(kelas.nama.nilai)),
            self._rentang(huruf, awal, semua),
            tuple(None if isinstance(n, str) else float(n) for n in nilai),
            CORAK_TANPA_KELAS if kelas.kelas is None else rupa_kelas(kelas.kelas),
        )


def kelas_aturan(aturan: Aturan, rumus: Mapping[str, str] | None = None) -> list[Kelas]:
    """The classes of a document, best first, each name once; ``rumus`` has the cell that says a name.

    One more where a capaian may lie below the scale.
    """
    semua = [
        Kelas(Isi(nama, rumus[nama] if rumus else ""), aturan.kelas(nama))
        for nama in dict.fromkeys(k.nama for k in aturan.skala)
        if not rumus or nama in rumus
    ]
    if aturan.skala[-1].batas_bawah > 0:
        semua.append(Kelas(isi_tetap(_TANPA_KATEGORI), None))
    return semua


def _terbagi(judul: str, semua: Sequence[BarisGrafik]) -> Iterator[tuple[str, Sequence[BarisGrafik]]]:
    """The bars in charts of about one size, each saying which bars it has."""
    banyak = -(-len(semua) // _BATANG_TERBANYAK)
    if banyak <= 1:
        yield judul, semua
        return
    setiap = -(-len(semua) // banyak)
    for awal in range(0, len(semua), setiap):
        bagian = semua[awal : awal + setiap]
        yield f"{judul} ({awal + 1}–{awal + len(bagian)} dari {len(semua)})", bagian
