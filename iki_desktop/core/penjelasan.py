"""How a figure came about, in one sentence that can be followed with a pocket calculator.

Nothing is decided here: figures come from ``formulasi`` and ``capaian``, and are only told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from iki_desktop.core.angka import format_angka, hitung_desimal
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.capaian import (
    HasilFormulasi,
    HasilIndikator,
    HasilInduk,
    Pengisian,
    bobot_berlaku,
    gabung,
    hitung_indikator,
    hitung_kemajuan,
)
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG, akumulasi_berlaku
from iki_desktop.core.hasil import bobot_anak
from iki_desktop.core.records import Arah, Formulasi, Indikator, Jabatan, JenisFormulasi, Sasaran
from iki_desktop.core.target import asal_target
from iki_desktop.core.triwulan import Periode, Sampai
from iki_desktop.core.uraian import Uraian, berkurung, tulis_hasil, urai_formulasi
from iki_desktop.core.uraian_capaian import sebut_kelas, urai_capaian

if TYPE_CHECKING:
    from iki_desktop.core.workspace import Workspace

__all__ = ["jelaskan_indikator", "jelaskan_induk", "jelaskan_kemajuan", "jelaskan_node"]

RINCIAN_TERBANYAK = 8
"""More children than these are told by their sum: a sentence is not a table."""


# --- an indicator ---------------------------------------------------------------------------


def jelaskan_indikator(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, periode: Periode
) -> str:
    """Say how realisasi and capaian of an indicator came about in a period.

    ``Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %; target setahun 80 → capaian 93,75 %
    (Sangat Tinggi); TW III dan IV belum diisi.``
    """
    hasil = hitung_indikator(indikator, pengisian, aturan, periode)
    return _jelaskan(_Pokok(indikator, pengisian, aturan, periode, periode, hasil))


def jelaskan_kemajuan(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, triwulan: int
) -> str:
    """Say how what was reached up to the end of a quarter (1–4) stands against the year's target."""
    hasil = hitung_kemajuan(indikator, pengisian, aturan, triwulan)
    return _jelaskan(_Pokok(indikator, pengisian, aturan, Sampai(triwulan), None, hasil))


@dataclass(frozen=True, slots=True)
class _Pokok:
    """What a sentence is about; ``periode_target`` is the period whose target is meant."""

    indikator: Indikator
    pengisian: Sequence[Pengisian]
    aturan: Aturan
    periode: Periode
    periode_target: Periode
    hasil: HasilIndikator


def _jelaskan(pokok: _Pokok) -> str:
    pengisian, indikator = pokok.pengisian, pokok.indikator
    if not pengisian:
        return "Belum ada formulasi."
    if all(f.jenis is JenisFormulasi.TEKS for f, _ in pengisian):
        return "Formulasi berupa kata-kata; tidak ada yang dihitung."
    uraian = [
        urai_formulasi(f, empat, akumulasi_berlaku(indikator, f), pokok.periode, pokok.aturan)
        for f, empat in pengisian
    ]
    if len(uraian) > 1:
        return _kalimat(_beberapa(pokok, uraian))
    ((formulasi, _),) = pengisian
    milik = _dengan_target(indikator, formulasi) if pokok.hasil.masing_masing else indikator
    return _kalimat([uraian[0].isi, *_capaian(milik, pokok), *uraian[0].catatan])


def _kalimat(bagian: Sequence[str]) -> str:
    teks = "; ".join(filter(None, bagian))
    return f"{teks[0].upper()}{teks[1:]}."


def _capaian(indikator: Indikator, pokok: _Pokok) -> list[str]:
    """The clause on target and capaian; none where there is no realisasi to set against it."""
    hasil = pokok.hasil
    if hasil.realisasi is None:
        return []
    teks = _terhadap_target(indikator, [f for f, _ in pokok.pengisian], hasil.realisasi, pokok)
    kelas = "" if hasil.capaian is None else sebut_kelas(hasil.capaian, hasil.kategori, pokok.aturan)
    return [teks + kelas]


def _terhadap_target(
    indikator: Indikator, formulasi: Sequence[Formulasi], realisasi: Decimal, pokok: _Pokok
) -> str:
    asal = asal_target(indikator, formulasi, pokok.periode_target)
    return urai_capaian(realisasi, asal, indikator.arah or Arah.NAIK, pokok.aturan, pokok.periode_target)


def _dengan_target(indikator: Indikator, formulasi: Formulasi) -> Indikator:
    """The indicator with the target that this formula is held against on its own."""
    return indikator if formulasi.target is None else replace(indikator, target=formulasi.target)


# --- several formulas -------------------------------------------------------------------------


def _beberapa(pokok: _Pokok, uraian: Sequence[Uraian]) -> list[str]:
    """Each formula by its number, then what they come to together."""
    if pokok.hasil.masing_masing:
        sendiri = [
            _sendiri(f, h, pokok)
            for (f, _), h in zip(pokok.pengisian, pokok.hasil.masing_masing, strict=True)
        ]
        akhir = _rata_capaian(pokok)
    else:
        sendiri = [""] * len(uraian)
        akhir = _rata_formulasi(pokok) + _capaian(pokok.indikator, pokok)
    nomor = [
        f"({n}) " + ", ".join(filter(None, [u.isi, target, *u.catatan]))
        for n, (u, target) in enumerate(zip(uraian, sendiri, strict=True), 1)
    ]
    return [*nomor, *akhir]


def _sendiri(formulasi: Formulasi, hasil: HasilFormulasi, pokok: _Pokok) -> str:
    """A formula against its own target."""
    if hasil.hitungan.nilai is None:
        return ""
    milik = _dengan_target(pokok.indikator, formulasi)
    return _terhadap_target(milik, [formulasi], hasil.hitungan.nilai, pokok)


def _rata_formulasi(pokok: _Pokok) -> list[str]:
    hasil, pengisian = pokok.hasil, pokok.pengisian
    if hasil.realisasi is None:
        return []
    ada = [f.jenis for (f, _), h in zip(pengisian, hasil.formulasi, strict=True) if h.nilai is not None]
    jenis = ada[0] if len(set(ada)) == 1 else JenisFormulasi.JUMLAH
    nilai = tulis_hasil(hasil.realisasi, jenis, pokok.aturan)
    return [f"rata-rata {_dari(len(ada), len(pengisian))} formulasi = {nilai}"]


def _rata_capaian(pokok: _Pokok) -> list[str]:
    hasil, aturan = pokok.hasil, pokok.aturan
    ada = [h.capaian for h in hasil.masing_masing if h.capaian is not None]
    if hasil.capaian is None:
        return []
    banyak = f"{_dari(len(ada), len(hasil.masing_masing))} formulasi"
    rincian = f": {_rincian(ada, aturan)}" if len(ada) > 1 else " = "
    kelas = sebut_kelas(hasil.capaian, hasil.kategori, aturan)
    dirata = hasil.realisasi is None  # one formula alone beside words has its own, which is no mean
    bulat = ["capaian dibulatkan dahulu"] if aturan.rata_rata_dibulatkan and dirata else []
    return [f"rata-rata capaian {banyak}{rincian}{aturan.persen(hasil.capaian)}{kelas}", *bulat]


def _dari(ada: int, semua: int) -> str:
    return str(ada) if ada == semua else f"{ada} dari {semua}"


# --- a sasaran, a jabatan, a kecamatan ---------------------------------------------------------


def jelaskan_node(workspace: Workspace, node_id: int, periode: Periode) -> str:
    """Say how the capaian of a sasaran, a jabatan or a document came about."""
    anak = workspace.arsip.anak(node_id)
    node = workspace.arsip[node_id]
    jenis = (
        "indikator" if isinstance(node, Sasaran) else "sasaran" if isinstance(node, Jabatan) else "jabatan"
    )
    hasil = [
        workspace.hasil_indikator(a.id, periode)
        if isinstance(a, Indikator)
        else workspace.hasil(a.id, periode)
        for a in anak
    ]
    dokumen = workspace.arsip.dokumen_dari(node_id)
    assert dokumen is not None
    bobot = bobot_anak(workspace.arsip, node_id)
    return jelaskan_induk(jenis, hasil, workspace.aturan(dokumen.id), bobot)


def jelaskan_induk(
    jenis_anak: str,
    anak: Sequence[HasilIndikator | HasilInduk],
    aturan: Aturan,
    bobot: Sequence[Decimal | None] | None = None,
) -> str:
    """Say how the capaian of children became that of what they stand under.

    ``jenis_anak`` names a child: ``indikator`` for a sasaran, ``sasaran`` for a jabatan, ``jabatan``
    for a kecamatan.  ``Rata-rata 3 dari 4 indikator yang bercapaian: (93,75 + 80,00 + 100,00) ÷ 3 =
    91,25 % (Sangat Tinggi).``  With weights: ``Rata-rata berbobot 2 sasaran: (3 × 90,00 + 1 × 80,00) ÷ 4
    = 87,50 % (Tinggi).``
    """
    if not anak:
        return f"Belum ada {jenis_anak}."
    ada = [(n, h.capaian) for n, h in enumerate(anak) if h.capaian is not None]
    if not ada:
        return f"Belum ada {jenis_anak} yang bercapaian."
    hasil = gabung(anak, aturan, bobot)
    banyak = f"{_dari(len(ada), len(anak))} {jenis_anak}" + (
        " yang bercapaian" if len(ada) < len(anak) else ""
    )
    if hasil.capaian is None:
        return f"Bobot {banyak} semuanya 0; capaian {TIDAK_DAPAT_DIHITUNG}."
    capaian = [c for _, c in ada]
    berbobot = bobot if bobot is not None and any(b is not None for b in bobot) else None
    if berbobot is None:
        nama, rincian = "Rata-rata", _rincian(capaian, aturan)
    else:
        berlaku = bobot_berlaku(berbobot)
        nama, rincian = "Rata-rata berbobot", _rincian_berbobot(capaian, [berlaku[n] for n, _ in ada], aturan)
    kelas = sebut_kelas(hasil.capaian, hasil.kategori, aturan)
    catatan = _catatan_induk(berbobot, aturan)
    return f"{nama} {banyak}: {rincian}{aturan.persen(hasil.capaian)}{kelas}{catatan}."


def _catatan_induk(bobot: Sequence[Decimal | None] | None, aturan: Aturan) -> str:
    catatan = "; capaian dibulatkan dahulu" if aturan.rata_rata_dibulatkan else ""
    if bobot is not None and None in bobot:
        pengganti = bobot_berlaku(bobot)[list(bobot).index(None)]
        catatan = f"; yang tanpa bobot dihitung {format_angka(aturan.rapi(pengganti))}{catatan}"
    return catatan


def _rincian(nilai: Sequence[Decimal], aturan: Aturan) -> str:
    """The division that gives the mean; nothing where there is but one child."""
    if len(nilai) == 1:
        return ""
    if len(nilai) > RINCIAN_TERBANYAK:
        jumlah = _jumlah(nilai, [Decimal(1)] * len(nilai), aturan)
        return f"jumlah {jumlah} ÷ {len(nilai)} = "
    suku = " + ".join(berkurung(format_angka(aturan.tampil(n), aturan.desimal)) for n in nilai)
    return f"({suku}) ÷ {len(nilai)} = "


def _rincian_berbobot(nilai: Sequence[Decimal], bobot: Sequence[Decimal], aturan: Aturan) -> str:
    """``(3 × 90,00 + 1 × 80,00) ÷ 4 = ``."""
    if len(nilai) == 1:
        return ""
    with hitung_desimal():
        pembagi = format_angka(aturan.rapi(sum(bobot, Decimal(0))))
    if len(nilai) > RINCIAN_TERBANYAK:
        return f"jumlah bobot × capaian {_jumlah(nilai, bobot, aturan)} ÷ jumlah bobot {pembagi} = "
    suku = " + ".join(
        f"{format_angka(aturan.rapi(b))} × {berkurung(format_angka(aturan.tampil(n), aturan.desimal))}"
        for n, b in zip(nilai, bobot, strict=True)
    )
    return f"({suku}) ÷ {pembagi} = "


def _jumlah(nilai: Sequence[Decimal], bobot: Sequence[Decimal], aturan: Aturan) -> str:
    if aturan.rata_rata_dibulatkan:
        nilai = [aturan.tampil(n) for n in nilai]
    with hitung_desimal():
        jumlah = sum((n * b for n, b in zip(nilai, bobot, strict=True)), Decimal(0))
    return format_angka(aturan.tampil(jumlah), aturan.desimal)
