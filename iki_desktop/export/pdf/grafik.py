"""Charts on the page: bars lying beside their names, or columns standing on theirs.

Everything that a bar says is written as well: its number, the word of its class, or why there is
no bar.  Nothing rests on colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iki_desktop.export.corak import rupa_kelas
from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.batang import gambar_batang, gambar_sobekan, gambar_target
from iki_desktop.export.pdf.gaya import MM, UKURAN, BentukTeks, Rata
from iki_desktop.export.pdf.keping import EPS, Bagian, Keping
from iki_desktop.export.pdf.teks import Teks
from iki_desktop.naskah.grafik import TARGET, Batang, Grafik

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from iki_desktop.export.pdf.isi import PenyusunIsi

__all__ = ["DeretBatang", "LajurBatang", "PenyusunGrafik"]


@dataclass(frozen=True, slots=True)
class _Letak:
    """Where the columns of lying bars begin, and how far their scale reaches; points and percent."""

    kiri: float
    lebar: float
    angka: float
    kata: float
    ujung: float

    def x(self, nilai: float) -> float:
        """Where a percentage ends, from the left edge of the chart."""
        return self.kiri + self.lebar * min(max(nilai, 0.0), self.ujung) / self.ujung


@dataclass(frozen=True, slots=True)
class _Baris:
    """A row: its texts, and the bar that belongs to them."""

    batang: Batang
    nama: Teks
    angka: Teks
    kata: Teks
    tinggi: float


class DeretBatang(Keping):
    """Bars one under the other, cut between rows; the label of the target is said again on each page."""

    __slots__ = ("_baris", "_label", "_letak")

    def __init__(
        self, baris: Sequence[_Baris], letak: _Letak, label: Teks | None, *, sebelum: float = 0.0
    ) -> None:
        tinggi = sum(b.tinggi for b in baris) + (label.tinggi if label else 0.0)
        super().__init__(tinggi, sebelum=sebelum)
        self._baris = tuple(baris)
        self._letak = letak
        self._label = label

    def bagi(self, ruang: float, *, paksa: bool) -> Bagian:
        """Between rows; a row alone stays with its neighbours where that can be."""
        if self.tinggi <= ruang + EPS:
            return self, None
        ruang -= self._label.tinggi if self._label else 0.0
        muat = 0
        for baris in self._baris:
            ruang -= baris.tinggi
            if ruang < -EPS:
                break
            muat += 1
        if not paksa:
            muat = min(muat, len(self._baris) - UKURAN.grafik_baris_terkecil)
            if muat < UKURAN.grafik_baris_terkecil:
                return None, self
        muat = max(muat, 1)
        sisa = self._baris[muat:]
        awal = DeretBatang(self._baris[:muat], self._letak, self._label, sebelum=self.sebelum)
        return awal, DeretBatang(sisa, self._letak, self._label) if sisa else None

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """The label, then row by row: name, bar, number, class; last the line where bars begin."""
        if self._label:
            self._label.gambar(kanvas, x, y)
            y -= self._label.tinggi
        atas = y
        for baris in self._baris:
            self._gambar_baris(kanvas, baris, x, y)
            y -= baris.tinggi
        if self._label:
            kanvas.setLineWidth(UKURAN.grafik_garis * MM)
            kanvas.line(x + self._letak.kiri, atas, x + self._letak.kiri, y)

    def _gambar_baris(self, kanvas: Canvas, baris: _Baris, x: float, y: float) -> None:
        letak, batang = self._letak, baris.batang
        _di_tengah(baris.nama, kanvas, x, y, baris.tinggi)
        if batang.nilai is None:
            kosong = x + letak.kiri + UKURAN.grafik_sela * MM / 2
            _di_tengah(baris.kata, kanvas, kosong, y, baris.tinggi)
            return
        nilai, tebal = float(batang.nilai), UKURAN.grafik_tebal * MM
        bawah = y - (baris.tinggi + tebal) / 2
        kotak = (x + letak.kiri, bawah, letak.x(nilai) - letak.kiri, tebal)
        gambar_batang(kanvas, kotak, rupa_kelas(batang.kelas))
        if nilai > letak.ujung:
            gambar_sobekan(kanvas, kotak)
        gambar_target(kanvas, x + letak.x(float(TARGET)), y - baris.tinggi, baris.tinggi)
        _di_tengah(baris.angka, kanvas, x + letak.angka, y, baris.tinggi)
        _di_tengah(baris.kata, kanvas, x + letak.kata, y, baris.tinggi)


@dataclass(frozen=True, slots=True)
class _Lajur:
    """A standing column with what is written under it."""

    batang: Batang
    teks: tuple[Teks, ...]


class LajurBatang(Keping):
    """A few columns side by side, the words of each under it; the target crosses them all."""

    __slots__ = ("_kiri", "_label", "_lajur", "_lebar", "_ujung")

    def __init__(
        self, lajur: Sequence[_Lajur], label: Teks | None, kiri: float, lebar: float, ujung: float
    ) -> None:
        teks = max((sum(t.tinggi for t in satu.teks) for satu in lajur), default=0.0)
        bidang = UKURAN.grafik_tegak_tinggi * MM if label else 0.0
        super().__init__(bidang + teks + UKURAN.grafik_baris_atas * MM, sebelum=UKURAN.grafik_sebelum * MM)
        self._lajur = tuple(lajur)
        self._label = label
        self._kiri = kiri
        self._lebar = lebar
        self._ujung = ujung

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Columns, their foot, the target, and the words below."""
        bidang = UKURAN.grafik_tegak_tinggi * MM
        dasar = y - bidang if self._label else y
        for nomor, lajur in enumerate(self._lajur):
            kiri = x + self._kiri + nomor * self._lebar
            if lajur.batang.nilai is not None:
                self._gambar_batang(kanvas, lajur.batang, kiri, dasar)
            di = dasar - UKURAN.grafik_baris_atas * MM
            for teks in lajur.teks:
                teks.gambar(kanvas, kiri, di)
                di -= teks.tinggi
        if self._label:
            panjang = len(self._lajur) * self._lebar
            kanvas.setLineWidth(UKURAN.grafik_garis * MM)
            kanvas.line(x + self._kiri, dasar, x + self._kiri + panjang, dasar)
            setinggi = dasar + bidang * float(TARGET) / self._ujung
            gambar_target(kanvas, x + self._kiri, setinggi, panjang, mendatar=True)
            self._label.gambar(kanvas, x, setinggi + self._label.tinggi / 2)

    def _gambar_batang(self, kanvas: Canvas, batang: Batang, kiri: float, dasar: float) -> None:
        assert batang.nilai is not None
        nilai = float(batang.nilai)
        lebar = min(UKURAN.grafik_tegak_lebar * MM, self._lebar / 2)
        tinggi = UKURAN.grafik_tegak_tinggi * MM * min(max(nilai, 0.0), self._ujung) / self._ujung
        kotak = (kiri + (self._lebar - lebar) / 2, dasar, lebar, tinggi)
        gambar_batang(kanvas, kotak, rupa_kelas(batang.kelas))
        if nilai > self._ujung:
            gambar_sobekan(kanvas, kotak, tegak=True)


def _di_tengah(teks: Teks, kanvas: Canvas, x: float, y: float, tinggi: float) -> None:
    teks.gambar(kanvas, x, y - (tinggi - teks.tinggi) / 2)


class PenyusunGrafik:
    """Makes charts ``lebar`` points wide, in the type of tables."""

    def __init__(self, isi: PenyusunIsi, ukuran: float, lebar: float) -> None:
        self._isi = isi
        self._ukuran = ukuran
        self._lebar = lebar

    def susun(self, grafik: Grafik) -> Keping:
        """The chart as a piece of a page."""
        return self._tegak(grafik) if grafik.tegak else self._mendatar(grafik)

    def _gaya(self, rata: Rata = Rata.KIRI, *, tebal: bool = False, besar: float = 1.0) -> GayaTeks:
        return self._isi.gaya(
            BentukTeks(rata, tebal=tebal, besar=besar, spasi=UKURAN.spasi_tabel), self._ukuran
        )

    # --- lying --------------------------------------------------------------------------------

    def _mendatar(self, grafik: Grafik) -> DeretBatang:
        sela = UKURAN.grafik_sela * MM
        biasa, angka, tebal = self._gaya(), self._gaya(Rata.KANAN), self._gaya(tebal=True)
        bernilai = [b for b in grafik.batang if b.nilai is not None]
        nama = self._terlebar((b.nama for b in grafik.batang), biasa, UKURAN.grafik_nama_terlebar)
        kata = self._terlebar((b.kata for b in bernilai), tebal, UKURAN.grafik_kata_terlebar)
        lebar_angka = self._terlebar((b.angka for b in bernilai), angka, UKURAN.grafik_angka_terlebar)
        letak = _Letak(
            kiri=nama + sela,
            lebar=self._lebar - nama - sela - kata - sela - lebar_angka - sela,
            angka=self._lebar - kata - sela - lebar_angka,
            kata=self._lebar - kata,
            ujung=float(grafik.ujung),
        )
        tepi = 2 * UKURAN.grafik_baris_atas * MM
        baris = []
        for satu in grafik.batang:
            ruang_kata = kata if satu.nilai is not None else self._lebar - letak.kiri - sela / 2
            teks = (
                Teks.buat(satu.nama, biasa, nama),
                Teks.buat(satu.angka, angka, lebar_angka),
                Teks.buat(satu.kata, tebal if satu.nilai is not None else biasa, ruang_kata),
            )
            tinggi = max(*(t.tinggi for t in teks), UKURAN.grafik_tebal * MM) + tepi
            baris.append(_Baris(satu, *teks, tinggi))
        return DeretBatang(
            baris, letak, self._label_di_atas(grafik, letak), sebelum=UKURAN.grafik_sebelum * MM
        )

    def _terlebar(self, semua: Iterable[str], gaya: GayaTeks, bagian: float) -> float:
        terlebar = max((lebar_teks(teks, gaya) for teks in semua), default=0.0) + EPS
        return min(terlebar, bagian * self._lebar)

    def _label_di_atas(self, grafik: Grafik, letak: _Letak) -> Teks | None:
        """The label of the target, over its line; none where there is no bar to hold against it."""
        if grafik.kosong:
            return None
        gaya = self._gaya(Rata.TENGAH, besar=UKURAN.sel_keterangan)
        # Centred in a line whose middle is that of the target.
        return Teks.buat(grafik.label_target, gaya, 2 * letak.x(float(TARGET)))

    # --- standing -----------------------------------------------------------------------------

    def _tegak(self, grafik: Grafik) -> LajurBatang:
        kecil = self._gaya(besar=UKURAN.sel_keterangan)
        label, kiri = None, 0.0
        if not grafik.kosong:
            selebar = lebar_teks(grafik.label_target, kecil) + EPS
            label = Teks.buat(grafik.label_target, kecil, selebar)
            kiri = selebar + UKURAN.grafik_sela * MM
        lebar = min((self._lebar - kiri) / max(len(grafik.batang), 1), UKURAN.grafik_lajur_terlebar * MM)
        tebal, biasa = self._gaya(Rata.TENGAH, tebal=True), self._gaya(Rata.TENGAH)
        lajur = [
            _Lajur(
                b,
                tuple(
                    Teks.buat(teks, gaya, lebar)
                    for teks, gaya in ((b.nama, tebal), (b.angka, biasa), (b.kata, biasa))
                    if teks
                ),
            )
            for b in grafik.batang
        ]
        return LajurBatang(lajur, label, kiri, lebar, float(grafik.ujung))
