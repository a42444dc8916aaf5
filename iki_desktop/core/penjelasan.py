"""How a figure came about, in one sentence that can be followed with a pocket calculator.

Nothing is decided here: figures come from ``formulasi`` and ``capaian``, and are only told.
Percentages show the document's decimals; other numbers stay as typed, and only the long tail of a
division is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_angka, format_persen, hitung_desimal
from iki_desktop.core.capaian import (
    Aturan,
    HasilIndikator,
    HasilInduk,
    Pengisian,
    gabung,
    hitung_capaian,
    hitung_indikator,
    kategori,
)
from iki_desktop.core.formulasi import (
    TIDAK_DAPAT_DIHITUNG,
    Hitungan,
    akumulasi_berlaku,
    hitung_formulasi,
    hitung_triwulan,
    isi,
    masukan,
)
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.records import Akumulasi, Arah, Formulasi, Indikator, JenisFormulasi, Realisasi
from iki_desktop.core.rumus import Rumus, RumusError, baca_rumus
from iki_desktop.core.triwulan import ROMAWI, Periode, daftar_triwulan

__all__ = ["jelaskan_indikator", "jelaskan_induk"]

PECAHAN_TERTULIS = 4
"""A number with no more decimals is shown whole; a longer one is rounded to the document's."""

RINCIAN_TERBANYAK = 8
"""More children than these are told by their sum: a sentence is not a table."""

_TANDA = {"*": " × ", "/": " ÷ ", "**": " ^ ", "-": "−", ",": ";"}
_SUKU = re.compile(r"\d+\.?\d*|\.\d+|[^\W\d]\w*|\*\*|[*/,-]")

Empat = Sequence[Realisasi | None]


@dataclass(frozen=True, slots=True)
class _Uraian:
    """A formula's part of the sentence, and what it leaves out: quarters without a figure."""

    isi: str
    catatan: tuple[str, ...] = ()


# --- an indicator ---------------------------------------------------------------------------


def jelaskan_indikator(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, periode: Periode
) -> str:
    """Say how realisasi and capaian of an indicator came about in a quarter alone or in the year.

    ``Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %; target setahun 80 → capaian 93,75 %
    (Sangat Tinggi); TW III dan IV belum diisi.``
    """
    if not pengisian:
        return "Belum ada formulasi."
    hasil = hitung_indikator(indikator, pengisian, aturan, periode)
    if all(f.jenis is JenisFormulasi.TEKS for f, _ in pengisian):
        return "Formulasi berupa kata-kata; tidak ada yang dihitung."
    uraian = [_urai(f, empat, akumulasi_berlaku(indikator, f), periode, aturan) for f, empat in pengisian]
    capaian = _capaian(indikator, hasil, aturan, periode)
    if len(uraian) == 1:
        return _kalimat([uraian[0].isi, *capaian, *uraian[0].catatan])
    bernomor = [f"({n}) " + ", ".join(filter(None, [u.isi, *u.catatan])) for n, u in enumerate(uraian, 1)]
    return _kalimat([*bernomor, *_rata_formulasi(hasil, pengisian, aturan), *capaian])


def _kalimat(bagian: Sequence[str]) -> str:
    teks = "; ".join(filter(None, bagian))
    return f"{teks[0].upper()}{teks[1:]}."


def _rata_formulasi(hasil: HasilIndikator, pengisian: Sequence[Pengisian], aturan: Aturan) -> list[str]:
    if hasil.realisasi is None:
        return []
    ada = sum(h.nilai is not None for h in hasil.formulasi)
    banyak = f"{ada} formulasi" if ada == len(pengisian) else f"{ada} dari {len(pengisian)} formulasi"
    jenis = {f.jenis for (f, _), h in zip(pengisian, hasil.formulasi, strict=True) if h.nilai is not None}
    persen = jenis == {JenisFormulasi.RASIO}
    return [f"rata-rata {banyak} = {_nilai(hasil.realisasi, persen, aturan)}"]


def _capaian(indikator: Indikator, hasil: HasilIndikator, aturan: Aturan, periode: Periode) -> list[str]:
    """The clause on target and capaian; none where there is no realisasi to set against it."""
    if hasil.realisasi is None:
        return []
    if hasil.target is None:
        return ["target belum ada"]
    target = _nama_target(indikator, periode) + " " + format_angka(hasil.target)
    if hasil.capaian is None:
        sebab = "" if hasil.sebab == "target 0" else f", {hasil.sebab}"
        return [f"{target}{sebab}, capaian {TIDAK_DAPAT_DIHITUNG}"]
    if not hasil.target:  # only arah turun has an answer then
        target += ", realisasi bukan 0" if hasil.realisasi else ", realisasi 0"
    kelas = _kelas(hasil.capaian, hasil.kategori, aturan)
    return [f"{target} → capaian {_cara(indikator, hasil.realisasi, hasil.target, aturan)}{kelas}"]


def _kelas(capaian: Decimal, nama: str | None, aturan: Aturan) -> str:
    """The class in brackets; said to be that of the unrounded figure where the shown one has another."""
    if nama is None:
        return ""
    return (
        f" ({nama})" if kategori(aturan.tampil(capaian), aturan) == nama else f" ({nama}, sebelum dibulatkan)"
    )


def _nama_target(indikator: Indikator, periode: Periode) -> str:
    if periode is None:
        return "target setahun"
    triwulan = indikator.target.triwulan if indikator.target else None
    nama = f"target TW {ROMAWI[periode - 1]}"
    return nama if triwulan and triwulan[periode - 1] is not None else f"{nama} mengikuti target setahun"


def _cara(indikator: Indikator, realisasi: Decimal, target: Decimal, aturan: Aturan) -> str:
    """The capaian and, where it is not plainly realisasi ÷ target, the way to it."""
    arah = indikator.arah or Arah.NAIK
    penuh, _ = hitung_capaian(realisasi, target, arah, replace(aturan, batas_atas=None))
    assert penuh is not None
    teks = _persen(penuh, aturan)
    if arah is Arah.TURUN:
        teks = _cara_turun(realisasi, target, aturan) + teks
    if aturan.batas_atas is not None and penuh > aturan.batas_atas:
        teks += f" dibatasi {format_persen(aturan.batas_atas)}"
    return teks


def _cara_turun(realisasi: Decimal, target: Decimal, aturan: Aturan) -> str:
    if not target:
        return ""
    t, r = _suku(format_angka(target)), _suku(_angka(realisasi, aturan))
    if aturan.kebalikan:
        return f"{t} ÷ {r} × 100 = "
    with hitung_desimal():
        terlampaui = (2 * target - realisasi) / target < 0
    return f"(2 × {t} − {r}) ÷ {t} × 100 " + ("di bawah 0, dihitung " if terlampaui else "= ")


# --- a formula ------------------------------------------------------------------------------


def _urai(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, periode: Periode, aturan: Aturan
) -> _Uraian:
    if formulasi.jenis is JenisFormulasi.TEKS:
        return _Uraian("kata-kata, tidak dihitung")
    if formulasi.jenis is JenisFormulasi.RUMUS and (halangan := _halangan(formulasi)):
        return _Uraian(halangan)
    hitungan = hitung_formulasi(formulasi, empat, akumulasi, periode)
    if periode is not None:
        return _Uraian(_urai_triwulan(formulasi, empat[periode - 1], periode, hitungan, aturan))
    catatan = _catatan(formulasi, empat, akumulasi)
    if not hitungan.triwulan:
        return _Uraian("" if catatan else "belum ada triwulan yang diisi", catatan)
    if hitungan.nilai is None:
        return _Uraian(_gagal(hitungan), catatan)
    return _Uraian(_urai_tahun(formulasi, empat, akumulasi, hitungan, aturan), catatan)


def _halangan(formulasi: Formulasi) -> str:
    """Why nothing can be entered for an expression; empty where something can."""
    if not formulasi.rumus:
        return "rumus belum ditulis"
    try:
        nama = _baca(formulasi).nama
    except RumusError as salah:
        return salah.pesan.rstrip(".")
    return "" if nama else "rumus tidak memuat variabel"


def _urai_triwulan(
    formulasi: Formulasi, realisasi: Realisasi | None, triwulan: int, hitungan: Hitungan, aturan: Aturan
) -> str:
    if hitungan.nilai is None:
        return _gagal(hitungan) if hitungan.sebab else f"TW {ROMAWI[triwulan - 1]} belum diisi"
    assert realisasi is not None
    if formulasi.jenis is JenisFormulasi.RUMUS:
        return f"{_rumus(formulasi, realisasi)} = {_angka(hitungan.nilai, aturan)}"
    return _dari_isian(formulasi, [realisasi], "", hitungan.nilai, aturan)


def _gagal(hitungan: Hitungan) -> str:
    """Why there is no figure: an input is missing, or the arithmetic has no answer."""
    return f"{hitungan.sebab}, {TIDAK_DAPAT_DIHITUNG}" if hitungan.triwulan else hitungan.sebab


def _urai_tahun(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, hitungan: Hitungan, aturan: Aturan
) -> str:
    assert hitungan.nilai is not None
    terisi = hitungan.triwulan
    if akumulasi is Akumulasi.TERAKHIR:
        terakhir = _urai_triwulan(formulasi, empat[terisi[0] - 1], terisi[0], hitungan, aturan)
        return f"terakhir TW {ROMAWI[terisi[0] - 1]}: {terakhir}"
    if akumulasi is Akumulasi.JUMLAH and formulasi.jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH):
        dipakai = [r for t, r in enumerate(empat, 1) if t in terisi]
        return _dari_isian(formulasi, dipakai, _rentang(terisi), hitungan.nilai, aturan)
    return _dari_triwulan(formulasi, empat, akumulasi, hitungan, aturan)


def _dari_isian(formulasi: Formulasi, dipakai: Empat, rentang: str, nilai: Decimal, aturan: Aturan) -> str:
    """``Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %``; without Σ where it is but one entry."""
    kunci = masukan(formulasi)[0].kunci
    sigma = "Σ " if len(dipakai) > 1 else ""
    awal = " ".join(filter(None, [f"{sigma}{kunci}", rentang, _jumlah(dipakai, kunci)]))
    if kunci == "nilai":
        return awal
    if formulasi.penyebut_tetap is not None:
        penyebut = f"{_suku(format_angka(formulasi.penyebut_tetap))} (tetap)"
    else:
        penyebut = f"{sigma}penyebut {_jumlah(dipakai, 'penyebut')}"
    if formulasi.jenis is JenisFormulasi.RASIO:
        return f"{awal} ÷ {penyebut} × 100 = {_persen(nilai, aturan)}"
    return f"{awal} − {penyebut} = {_angka(nilai, aturan)}"


def _jumlah(dipakai: Empat, kunci: str) -> str:
    with hitung_desimal():
        return format_angka(sum((isi(r, kunci) or Decimal(0) for r in dipakai), Decimal(0)))


def _dari_triwulan(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, hitungan: Hitungan, aturan: Aturan
) -> str:
    """``Σ TW I–III: 3 + 4 + 5 = 12`` or ``rata-rata dari TW I 50,00 % dan TW II 75,00 % = 62,50 %``."""
    assert hitungan.nilai is not None
    persen = formulasi.jenis is JenisFormulasi.RASIO
    nilai = {t: hitung_triwulan(formulasi, empat[t - 1], t).nilai for t in hitungan.triwulan}
    tertulis = {t: _nilai(n, persen, aturan) for t, n in nilai.items() if n is not None}
    hasil = _nilai(hitungan.nilai, persen, aturan)
    if akumulasi is Akumulasi.RATA_RATA:
        daftar = deretkan([f"TW {ROMAWI[t - 1]} {n}" for t, n in tertulis.items()])
        return f"rata-rata dari {daftar}" + (f" = {hasil}" if len(tertulis) > 1 else "")
    if len(tertulis) == 1:
        (triwulan,) = tertulis
        return f"TW {ROMAWI[triwulan - 1]}: " + _urai_triwulan(
            formulasi, empat[triwulan - 1], triwulan, hitungan, aturan
        )
    return f"Σ {_rentang(hitungan.triwulan)}: {' + '.join(map(_suku, tertulis.values()))} = {hasil}"


def _catatan(formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi) -> tuple[str, ...]:
    """The quarters that take no part in the year, and why; empty where nothing at all was entered."""
    hitungan = [hitung_triwulan(formulasi, r, t) for t, r in enumerate(empat, 1)]
    if not any(h.triwulan or h.sebab for h in hitungan):
        return ()
    kosong = [t for t, h in enumerate(hitungan, 1) if not h.triwulan and not h.sebab]
    catatan = [
        f"TW {ROMAWI[t - 1]}: {h.sebab}" for t, h in enumerate(hitungan, 1) if h.sebab and not h.triwulan
    ]
    if akumulasi is Akumulasi.RATA_RATA and any(h.nilai is not None for h in hitungan):
        lewat = [t for t, h in enumerate(hitungan, 1) if h.triwulan and h.nilai is None]
        catatan += [f"TW {ROMAWI[t - 1]}: {hitungan[t - 1].sebab}, tidak ikut dihitung" for t in lewat]
    if kosong:
        catatan.append(f"{daftar_triwulan(kosong)} belum diisi")
    return tuple(catatan)


def _rumus(formulasi: Formulasi, realisasi: Realisasi) -> str:
    """The expression with the entered values in the place of their names."""
    rumus = _baca(formulasi)
    terisi = dict(realisasi.variabel or ())
    nilai = {sandi: _suku(format_angka(terisi[asli])) for asli, sandi in rumus.sandi if asli in terisi}

    def ganti(suku: re.Match[str]) -> str:
        teks = suku.group()
        if teks[0].isdigit() or teks[0] == ".":
            return format_angka(Decimal(teks))
        return nilai.get(teks, _TANDA.get(teks, teks))

    return " ".join(_SUKU.sub(ganti, rumus.teks).split())


def _baca(formulasi: Formulasi) -> Rumus:
    return baca_rumus(formulasi.rumus or "", tuple(n for n, _ in formulasi.variabel or ()))


# --- a sasaran, a jabatan, a kecamatan ---------------------------------------------------------


def jelaskan_induk(jenis_anak: str, anak: Sequence[HasilIndikator | HasilInduk], aturan: Aturan) -> str:
    """Say how the capaian of children became that of what they stand under.

    ``jenis_anak`` names a child: ``indikator`` for a sasaran, ``sasaran`` for a jabatan, ``jabatan``
    for a kecamatan.  ``Rata-rata 3 dari 4 indikator yang bercapaian: (93,75 + 80,00 + 100,00) ÷ 3 =
    91,25 % (Sangat Tinggi).``
    """
    if not anak:
        return f"Belum ada {jenis_anak}."
    ada = [h.capaian for h in anak if h.capaian is not None]
    hasil = gabung(anak, aturan)
    if hasil.capaian is None:
        return f"Belum ada {jenis_anak} yang bercapaian."
    banyak = f"{len(ada)} {jenis_anak}"
    if len(ada) < len(anak):
        banyak = f"{len(ada)} dari {len(anak)} {jenis_anak} yang bercapaian"
    kelas = _kelas(hasil.capaian, hasil.kategori, aturan)
    bulat = "; capaian dibulatkan dahulu" if aturan.rata_rata_dibulatkan else ""
    return f"Rata-rata {banyak}: {_rincian(ada, aturan)}{_persen(hasil.capaian, aturan)}{kelas}{bulat}."


def _rincian(nilai: Sequence[Decimal], aturan: Aturan) -> str:
    """The division that gives the mean; nothing where there is but one child."""
    if len(nilai) == 1:
        return ""
    if len(nilai) > RINCIAN_TERBANYAK:
        if aturan.rata_rata_dibulatkan:
            nilai = [aturan.tampil(n) for n in nilai]
        with hitung_desimal():
            jumlah = aturan.tampil(sum(nilai, Decimal(0)))
        return f"jumlah {format_angka(jumlah, aturan.desimal)} ÷ {len(nilai)} = "
    suku = " + ".join(_suku(format_angka(aturan.tampil(n), aturan.desimal)) for n in nilai)
    return f"({suku}) ÷ {len(nilai)} = "


# --- numbers in a sentence ---------------------------------------------------------------------


def _persen(nilai: Decimal, aturan: Aturan) -> str:
    return format_persen(aturan.tampil(nilai), aturan.desimal)


def _angka(nilai: Decimal, aturan: Aturan) -> str:
    eksponen = nilai.normalize().as_tuple().exponent
    assert isinstance(eksponen, int)
    return format_angka(nilai if eksponen >= -PECAHAN_TERTULIS else bulatkan(nilai, aturan.desimal))


def _nilai(nilai: Decimal, persen: bool, aturan: Aturan) -> str:
    return _persen(nilai, aturan) if persen else _angka(nilai, aturan)


def _suku(angka: str) -> str:
    """A number within an expression: a negative one in brackets."""
    return f"({angka})" if angka.startswith("−") else angka


def _rentang(triwulan: tuple[int, ...]) -> str:
    """``TW I–II``: shorter than ``TW I dan II`` where a number follows."""
    if len(triwulan) == 2 and triwulan[1] - triwulan[0] == 1:
        return f"TW {ROMAWI[triwulan[0] - 1]}–{ROMAWI[triwulan[1] - 1]}"
    return daftar_triwulan(triwulan)
