"""The rules that a report's figures follow, in sentences that stand under its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from iki_desktop.core.angka import format_angka, format_persen
from iki_desktop.core.capaian import Aturan
from iki_desktop.core.records import JenisFormulasi, StatusIsian, Target
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import daftar_triwulan
from iki_desktop.naskah.laporan.bahan import Bahan
from iki_desktop.naskah.laporan.rincian import berincian

__all__ = [
    "keadaan_angka",
    "ketentuan_capaian",
    "ketentuan_laporan",
    "ketentuan_target",
    "skala_tercetak",
]

_KEADAAN = {
    StatusIsian.DIKUNCI: "sudah dikunci",
    StatusIsian.SELESAI: "ditandai selesai, belum dikunci",
    StatusIsian.TERBUKA: "belum dikunci",
}

_BERBOBOT = (
    "Yang berbobot dirata-rata menurut bobotnya; yang tanpa bobot dihitung sebesar rata-rata bobot lainnya."
)
_MASING_MASING = (
    "Indikator dengan beberapa formulasi bertarget sendiri: capaiannya rata-rata capaian formulasinya."
)
_KUMULATIF = (
    "Target jumlah yang kumulatif: target triwulannya adalah tambahan dari target triwulan sebelumnya."
)
_MUTU = "Huruf di belakang nilai survei adalah mutu pelayanannya, A sampai D (PermenPANRB 14/2017)."


def ketentuan_laporan(
    bahan: Bahan, triwulan: Iterable[int], *, berindikator: bool = True, bermutu: bool = True
) -> tuple[str, ...]:
    """The state of these quarters, and the rules that the figures of this report follow.

    ``berindikator``: it shows indicators, not only means; ``bermutu``: with the letters of surveys.
    """
    rata = (_BERBOBOT,) if any(bobot is not None for bobot in _semua_bobot(bahan)) else ()
    jenis = {f.formulasi.jenis for satu in bahan.indikator for f in satu.utuh.formulasi}
    return (
        keadaan_angka(bahan.snapshot, triwulan),
        *ketentuan_capaian(bahan.aturan),
        *rata,
        *(_menurut_target(bahan) if berindikator else ()),
        *((_MUTU,) if berindikator and bermutu and JenisFormulasi.SKM in jenis else ()),
    )


def _menurut_target(bahan: Bahan) -> Iterator[str]:
    """The rules that only some kinds of target need."""
    target = list(_semua_target(bahan))
    if any(t.tahun_sampai is not None or t.triwulan_sampai is not None for t in target):
        yield _rentang(bahan.aturan)
    if any(t.kumulatif for t in target):
        yield _KUMULATIF
    if any(berincian(satu.utuh) for satu in bahan.indikator):
        yield _MASING_MASING


def _semua_bobot(bahan: Bahan) -> Iterator[Decimal | None]:
    """Those that a mean of this report rests on."""
    if not bahan.tunggal:
        yield from (j.utuh.jabatan.bobot for j in bahan.jabatan)
    yield from (s.utuh.sasaran.bobot for j in bahan.jabatan for s in j.sasaran)
    yield from (satu.utuh.indikator.bobot for satu in bahan.indikator)


def _semua_target(bahan: Bahan) -> Iterator[Target]:
    """Those of the indicators and of their formulas."""
    for satu in bahan.indikator:
        sendiri = (f.formulasi.target for f in satu.utuh.formulasi)
        yield from filter(None, (satu.utuh.indikator.target, *sendiri))


def _rentang(aturan: Aturan) -> str:
    penuh = Decimal(100) if aturan.batas_atas is None else min(Decimal(100), aturan.batas_atas)
    return (
        f"Target berupa rentang: di dalamnya capaian {format_persen(penuh)};"
        " di luarnya dihitung terhadap batas yang dilewati."
    )


def keadaan_angka(snapshot: Snapshot, triwulan: Iterable[int]) -> str:
    """``Angka TW I dan II sudah dikunci; TW III belum dikunci.``"""
    status = {s.triwulan: s.status for s in snapshot.status}
    semua = [(t, status.get(t, StatusIsian.TERBUKA)) for t in triwulan]
    bagian = [
        f"{daftar_triwulan([t for t, s in semua if s is satu])} {kata}"
        for satu, kata in _KEADAAN.items()
        if any(s is satu for _, s in semua)
    ]
    return f"Angka {'; '.join(bagian)}."


def ketentuan_capaian(aturan: Aturan) -> tuple[str, ...]:
    """Formula, cap, rounding, means, empty quarters and scale of a document."""
    turun = "target ÷ realisasi × 100" if aturan.kebalikan else "(2 × target − realisasi) ÷ target × 100"
    terendah = "" if aturan.kebalikan else ", paling rendah 0"
    atas = "tanpa batas atas" if aturan.batas_atas is None else f"paling tinggi {_persen(aturan)}"
    bulat = "dipotong" if aturan.potong else "dibulatkan setengah ke atas"
    asal = "yang sudah dibulatkan" if aturan.rata_rata_dibulatkan else "sebelum dibulatkan"
    return (
        f"Capaian (%) = realisasi ÷ target × 100; bila makin kecil makin baik: {turun}{terendah}.",
        f"Capaian {bulat} pada {aturan.desimal} desimal, {atas}.",
        f"Rata-rata dihitung dari capaian {asal}; sasaran dirata-rata dari indikatornya,"
        " jabatan dari sasarannya, kecamatan dari jabatannya.",
        "Triwulan yang kosong tidak dihitung; angka 0 yang diisi ikut dihitung.",
        f"Kategori, dari capaian sebelum dibulatkan: {skala_tercetak(aturan)}.",
    )


def ketentuan_target(*, kumulatif: bool = False) -> tuple[str, ...]:
    """How the quarters of a plan follow from the year, and what a cumulative one means."""
    taraf = (
        "Target triwulan yang tidak ditetapkan tersendiri mengikuti target setahun,"
        " bila berupa taraf seperti persentase atau indeks."
    )
    return (taraf, "Target kumulatif: yang dicapai sejak awal tahun sampai akhir triwulan itu.")[
        : 1 + kumulatif
    ]


def _persen(aturan: Aturan) -> str:
    assert aturan.batas_atas is not None
    return format_persen(aturan.batas_atas)


def skala_tercetak(aturan: Aturan) -> str:
    """``Sangat Tinggi ≥ 91; Tinggi ≥ 76; …; Sangat Rendah < 51``: the last class reaches down to 0."""
    kelas = [f"{k.nama} ≥ {format_angka(k.batas_bawah)}" for k in aturan.skala]
    terendah = aturan.skala[-1]
    if len(kelas) > 1 and terendah.batas_bawah <= 0:
        kelas[-1] = f"{terendah.nama} < {format_angka(aturan.skala[-2].batas_bawah)}"
    return "; ".join(kelas)
