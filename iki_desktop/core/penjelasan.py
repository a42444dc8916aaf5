"""How a figure came about, in one sentence that can be followed with a pocket calculator.

Nothing is decided here: figures come from ``formulasi`` and ``capaian``, and are only told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.angka import format_angka, format_persen, hitung_desimal
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
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG, akumulasi_berlaku
from iki_desktop.core.records import Arah, Indikator, JenisFormulasi
from iki_desktop.core.triwulan import Periode, nama_tw
from iki_desktop.core.uraian import berkurung, tulis_nilai, urai_formulasi

__all__ = ["jelaskan_indikator", "jelaskan_induk"]

RINCIAN_TERBANYAK = 8
"""More children than these are told by their sum: a sentence is not a table."""


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
    uraian = [
        urai_formulasi(f, empat, akumulasi_berlaku(indikator, f), periode, aturan) for f, empat in pengisian
    ]
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
    return [f"rata-rata {banyak} = {tulis_nilai(hasil.realisasi, persen, aturan)}"]


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
    nama = f"target {nama_tw(periode)}"
    triwulan = indikator.target.triwulan if indikator.target else None
    sendiri = not isinstance(periode, int) or (triwulan and triwulan[periode - 1] is not None)
    return nama if sendiri else f"{nama} mengikuti target setahun"


def _cara(indikator: Indikator, realisasi: Decimal, target: Decimal, aturan: Aturan) -> str:
    """The capaian and, where it is not plainly realisasi ÷ target, the way to it."""
    arah = indikator.arah or Arah.NAIK
    penuh, _ = hitung_capaian(realisasi, target, arah, replace(aturan, batas_atas=None))
    assert penuh is not None
    teks = aturan.persen(penuh)
    if arah is Arah.TURUN:
        teks = _cara_turun(realisasi, target, aturan) + teks
    if aturan.batas_atas is not None and penuh > aturan.batas_atas:
        teks += f" dibatasi {format_persen(aturan.batas_atas)}"
    return teks


def _cara_turun(realisasi: Decimal, target: Decimal, aturan: Aturan) -> str:
    if not target:
        return ""
    t, r = berkurung(format_angka(target)), berkurung(format_angka(aturan.rapi(realisasi)))
    if aturan.kebalikan:
        return f"{t} ÷ {r} × 100 = "
    with hitung_desimal():
        terlampaui = (2 * target - realisasi) / target < 0
    return f"(2 × {t} − {r}) ÷ {t} × 100 " + ("di bawah 0, dihitung " if terlampaui else "= ")


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
    return f"Rata-rata {banyak}: {_rincian(ada, aturan)}{aturan.persen(hasil.capaian)}{kelas}{bulat}."


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
    suku = " + ".join(berkurung(format_angka(aturan.tampil(n), aturan.desimal)) for n in nilai)
    return f"({suku}) ÷ {len(nilai)} = "
