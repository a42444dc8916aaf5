"""The program's rules as formulas of Excel (English names, commas; without the leading ``=``).

Each function names the rule of core that it stands for.  Multiplying by 100 comes before the
division, so that whole numbers stay exact in binary floats; comparisons and roundings first drop
what binary arithmetic leaves behind the tenth decimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from iki_desktop.core.capaian import Aturan
from iki_desktop.core.formulasi import KONVERSI_SKM, TIDAK_DAPAT_DIHITUNG
from iki_desktop.core.records import Arah, JenisFormulasi
from iki_desktop.export.xlsx.tambahan import Tambahan

__all__ = [
    "BELUM_LENGKAP",
    "NAMA_BATAS_ATAS",
    "NAMA_DESIMAL",
    "NAMA_SKALA_BATAS",
    "NAMA_SKALA_KATEGORI",
    "TIDAK",
    "Bagan",
    "capaian",
    "capaian_berbobot",
    "capaian_dirata",
    "capaian_penuh",
    "capaian_sasar",
    "hasil_formulasi",
    "hasil_skm",
    "hasil_tahun",
    "hitungan",
    "kategori",
    "mutu_skm",
    "rata_rata_anak",
    "rata_rata_masing",
    "realisasi",
    "rumus_aman",
    "sel",
    "tahun_jumlah",
    "tahun_jumlah_rumus",
    "tahun_rata_rata",
    "tahun_terakhir",
    "terisi",
]

BELUM_LENGKAP = "belum lengkap"
"""Shown where some inputs of a figure are there and others are not."""

NAMA_BATAS_ATAS, NAMA_DESIMAL = "Batas_Atas", "Desimal_Capaian"
NAMA_SKALA_BATAS, NAMA_SKALA_KATEGORI = "Skala_Batas", "Skala_Kategori"
"""Names of the cells on the recap in which the document's rules stand."""

_PRESISI = 10
"""Decimals that binary floats hold for any capaian an office can have."""

TIDAK = f'"{TIDAK_DAPAT_DIHITUNG}"'
_BELUM = f'"{BELUM_LENGKAP}"'


@dataclass(frozen=True, slots=True)
class Bagan:
    """The letters of the columns in which a sheet computes."""

    hasil: str
    satuan: str
    target: str
    realisasi: str
    capaian: str
    kategori: str
    tingkat: str
    penuh: str
    terisi: str
    tambahan: Tambahan = field(default_factory=Tambahan)


def sel(huruf: str, baris: int, lembar: str = "") -> str:
    """An address, on another sheet where one is named."""
    return f"'{lembar}'!{huruf}{baris}" if lembar else f"{huruf}{baris}"


def _rentang(huruf: str, baris: Sequence[int]) -> list[str]:
    """Addresses of these rows (in order), runs of them as ranges."""
    hasil: list[list[int]] = []
    for b in baris:
        if hasil and hasil[-1][-1] == b - 1:
            hasil[-1].append(b)
        else:
            hasil.append([b])
    return [sel(huruf, r[0]) if len(r) == 1 else f"{huruf}{r[0]}:{huruf}{r[-1]}" for r in hasil]


def hitungan(jenis: JenisFormulasi, pembilang: str, penyebut: str) -> str:
    """``core.formulasi._gabungan``: numerator and denominator to the figure of the kind."""
    match jenis:
        case JenisFormulasi.RASIO:
            return f"IF({penyebut}=0,{TIDAK},100*{pembilang}/{penyebut})"
        case JenisFormulasi.SELISIH:
            return f"{pembilang}-{penyebut}"
        case _:
            return pembilang


def hasil_formulasi(huruf: str, wajib: Sequence[int], isi: str) -> str:
    """``core.formulasi.hitung_triwulan``: ``isi`` once every required input is there."""
    banyak = f"COUNT({','.join(_rentang(huruf, wajib))})"
    if len(wajib) == 1:
        return f'IF({banyak}=1,{isi},"")'
    return f'IF({banyak}={len(wajib)},{isi},IF({banyak}=0,"",{_BELUM}))'


def hasil_skm(huruf: str, unsur: Sequence[int]) -> str:
    """``core.formulasi._hitung_skm``: the mean of the unsur on the scale 25–100."""
    return f"{KONVERSI_SKM}*AVERAGE({','.join(_rentang(huruf, unsur))})"


def mutu_skm(alamat: str) -> str:
    """``core.skm.mutu_skm``: the letter of a survey's value, rounded before it is looked up."""
    huruf = f'LOOKUP(ROUND({alamat},2),{{-1E+30;65;76.61;88.31}},{{"D";"C";"B";"A"}})'
    return f'IF(ISNUMBER({alamat}),"Mutu "&{huruf},"")'


def rumus_aman(isi: str) -> str:
    """``core.formulasi._hitung_rumus``: a divisor of 0 gives no figure, and no sign of trouble."""
    return f"IFERROR({isi},{TIDAK})"


def terisi(huruf: str, wajib: Sequence[int]) -> str:
    """``core.formulasi.lengkap`` as 1 or 0."""
    return f"IF(COUNT({','.join(_rentang(huruf, wajib))})={len(wajib)},1,0)"


def hasil_tahun(banyak: str, isi: str, triwulan: str) -> str:
    """``core.formulasi.hitung_tahun``: ``isi`` once a quarter takes part."""
    return f'IF({banyak}=0,IF(COUNTIF({triwulan},{_BELUM})>0,{_BELUM},""),{isi})'


def tahun_terakhir(terisi_triwulan: Sequence[str], hasil_triwulan: Sequence[str]) -> str:
    """``Akumulasi.TERAKHIR``: the last quarter that is filled."""
    isi = hasil_triwulan[0]
    for tanda, hasil in zip(terisi_triwulan[1:], hasil_triwulan[1:], strict=True):
        isi = f"IF({tanda}=1,{hasil},{isi})"
    return isi


def tahun_jumlah(terisi_triwulan: Sequence[str], isian: Sequence[str]) -> str:
    """``core.formulasi._jumlahkan``: the sum of an input over the quarters that take part."""
    return "+".join(f"IF({tanda}=1,{isi},0)" for tanda, isi in zip(terisi_triwulan, isian, strict=True))


def tahun_jumlah_rumus(triwulan: str, banyak: str) -> str:
    """``core.formulasi._dari_nilai`` under ``jumlah``: none where one quarter has no figure."""
    return f"IF(COUNT({triwulan})<{banyak},{TIDAK},SUM({triwulan}))"


def tahun_rata_rata(triwulan: str) -> str:
    """``core.formulasi._dari_nilai`` under ``rata_rata``: the mean of the quarters that have a figure."""
    return f"IF(COUNT({triwulan})=0,{TIDAK},AVERAGE({triwulan}))"


def realisasi(bagan: Bagan, baris: int, akhir: int, jumlah: int) -> str:
    """``core.capaian.hitung_indikator``: the mean of the formulas that can be computed."""
    if jumlah == 1:
        return sel(bagan.hasil, baris)
    r = f"{bagan.hasil}{baris}:{bagan.hasil}{akhir}"
    kosong = f'IF(COUNTIF({r},{TIDAK})>0,{TIDAK},IF(COUNTIF({r},{_BELUM})>0,{_BELUM},""))'
    return f"IF(COUNT({r})>0,AVERAGE({r}),{kosong})"


def capaian_penuh(bagan: Bagan, baris: int, arah: Arah, aturan: Aturan) -> str:
    """``core.capaian.hitung_capaian``: by direction, floored and capped, not yet rounded."""
    t, r = sel(bagan.target, baris), sel(bagan.realisasi, baris)
    return f'IF(COUNT({t},{r})<2,"",{_capaian(t, r, arah, aturan)})'


def _capaian(target: str, realisasi: str, arah: Arah, aturan: Aturan) -> str:
    if arah is Arah.NAIK:
        return f"IF({target}=0,{TIDAK},{_dibatasi(f'100*{realisasi}/{target}')})"
    nol = _dibatasi(f"IF({realisasi}=0,100,0)")
    return f"IF({target}=0,{nol},{_turun(target, realisasi, kebalikan=aturan.kebalikan)})"


def capaian_sasar(bagan: Bagan, baris: int, realisasi: str, arah: Arah, aturan: Aturan) -> str:
    """``core.capaian.hitung_sasar``: 100 within the bounds, beyond them against the one that is passed."""
    tambahan = bagan.tambahan
    assert tambahan.dari is not None
    assert tambahan.sampai is not None
    dari, sampai = sel(tambahan.dari, baris), sel(tambahan.sampai, baris)
    acuan = f"IF({realisasi}>{sampai},{sampai},{dari})"
    di_dalam = f"AND({dari}<{sampai},{realisasi}>={dari},{realisasi}<={sampai})"
    isi = f"IF({di_dalam},{_dibatasi('100')},{_capaian(acuan, realisasi, arah, aturan)})"
    return f'IF(COUNT({dari},{sampai},{realisasi})<3,"",{isi})'


def capaian_dirata(capaian: str, aturan: Aturan) -> str:
    """``core.capaian._dirata``: a capaian as it goes into a mean."""
    bulat = f"{_cara_bulat(aturan)}(ROUND({capaian},{_PRESISI}),{NAMA_DESIMAL})"
    return f"IF(ISNUMBER({capaian}),{bulat},{capaian})" if aturan.rata_rata_dibulatkan else capaian


def rata_rata_masing(huruf: str, baris: int, akhir: int) -> str:
    """``core.capaian._dari_masing``: the mean of what the formulas come to, each on its own."""
    r = f"{huruf}{baris}:{huruf}{akhir}"
    return f'IF(COUNT({r})=0,"",AVERAGE({r}))'


def capaian_berbobot(bagan: Bagan, baris: int, aturan: Aturan) -> str:
    """A row's capaian times its weight, where there is one."""
    assert bagan.tambahan.bobot is not None
    p = sel(bagan.capaian if aturan.rata_rata_dibulatkan else bagan.penuh, baris)
    return f'IF(ISNUMBER({p}),{p}*{sel(bagan.tambahan.bobot, baris)},"")'


def _rata_rata_berbobot(bagan: Bagan, awal: int, akhir: int, tingkat: str) -> str:
    """The weighted mean of those that have a capaian; none where they weigh nothing."""
    tanda = f"{bagan.tingkat}{awal}:{bagan.tingkat}{akhir}"
    bobot = f"{bagan.tambahan.bobot}{awal}:{bagan.tambahan.bobot}{akhir}"
    kali = f"{bagan.tambahan.berbobot}{awal}:{bagan.tambahan.berbobot}{akhir}"
    berat = f'SUMPRODUCT(({tanda}="{tingkat}")*ISNUMBER({kali})*{bobot})'
    return f'IF({berat}=0,"",SUMIF({tanda},"{tingkat}",{kali})/{berat})'


def _turun(target: str, realisasi: str, *, kebalikan: bool) -> str:
    if kebalikan:
        return f"IF({realisasi}=0,{TIDAK},{_dibatasi(f'100*{target}/{realisasi}')})"
    return _dibatasi(f"MAX(0,100*(2*{target}-{realisasi})/{target})")


def _dibatasi(isi: str) -> str:
    """MIN passes over a cell without a number, so a document without a cap needs no other formula."""
    return f"MIN({isi},{NAMA_BATAS_ATAS})"


def capaian(bagan: Bagan, baris: int, aturan: Aturan) -> str:
    """``Aturan.tampil``: rounded half away from zero, or cut."""
    p = sel(bagan.penuh, baris)
    return f"IF(ISNUMBER({p}),{_cara_bulat(aturan)}(ROUND({p},{_PRESISI}),{NAMA_DESIMAL}),{p})"


def _cara_bulat(aturan: Aturan) -> str:
    return "TRUNC" if aturan.potong else "ROUND"


def kategori(bagan: Bagan, baris: int, aturan: Aturan) -> str:
    """``core.capaian.kategori``: the class by inclusive lower bounds, against the unrounded capaian."""
    p = sel(bagan.penuh, baris)
    terendah = aturan.skala[-1].batas_bawah
    nilai, dasar = f"ROUND({p},{_PRESISI})", f"MIN({NAMA_SKALA_BATAS})"
    cari = f'LOOKUP({{}},{NAMA_SKALA_BATAS},{NAMA_SKALA_KATEGORI})&""'
    if terendah <= 0:
        return f'IF(ISNUMBER({p}),{cari.format(f"MAX({nilai},{dasar})")},"")'
    return f'IF(ISNUMBER({p}),IF({nilai}<{dasar},"",{cari.format(nilai)}),"")'


def rata_rata_anak(bagan: Bagan, awal: int, akhir: int, tingkat: str, aturan: Aturan) -> str:
    """``core.capaian.gabung``: the mean of those of the rows' records of one level that have a capaian."""
    if akhir < awal:
        return '""'
    if bagan.tambahan.bobot is not None:
        return _rata_rata_berbobot(bagan, awal, akhir, tingkat)
    huruf = bagan.capaian if aturan.rata_rata_dibulatkan else bagan.penuh
    tanda = f"{bagan.tingkat}{awal}:{bagan.tingkat}{akhir}"
    return f'IFERROR(AVERAGEIF({tanda},"{tingkat}",{huruf}{awal}:{huruf}{akhir}),"")'
