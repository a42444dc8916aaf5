"""The rules that a report's figures follow, in sentences that stand under its table."""

from __future__ import annotations

from iki_desktop.core.angka import format_angka, format_persen
from iki_desktop.core.capaian import Aturan

__all__ = ["ketentuan_capaian", "ketentuan_target", "skala_tercetak"]


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


def ketentuan_target() -> tuple[str, ...]:
    """How the quarters of a plan follow from the year."""
    return (
        "Target triwulan yang tidak ditetapkan tersendiri mengikuti target setahun,"
        " bila berupa taraf seperti persentase atau indeks.",
    )


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
