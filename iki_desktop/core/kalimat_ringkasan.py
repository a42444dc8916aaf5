"""The figures of a summary in words: what window, paper and workbook say alike."""

from __future__ import annotations

from iki_desktop.core.angka import format_angka
from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.ringkasan import Ringkasan, Titik, periode_sebelum, sebutan_pembanding, selisih
from iki_desktop.core.triwulan import nama_tw

__all__ = ["kata_turun", "nama_titik", "perubahan", "tanpa_capaian", "tanpa_terendah"]


def perubahan(ringkasan: Ringkasan) -> str:
    """The office against the quarter before: ``naik 3,2 dari TW I (83,05 %)``; empty for nothing to say."""
    banding, kini = ringkasan.pembanding, ringkasan.hasil.capaian
    if banding is None or kini is None:
        return ""
    if banding.capaian is None:
        return f"{_besar(banding.nama)} belum bercapaian"
    beda = selisih(banding.capaian, kini, ringkasan.aturan)
    if not beda:
        return f"sama dengan {banding.nama}"
    arah = "naik" if beda > 0 else "turun"
    return (
        f"{arah} {format_angka(abs(beda))} dari {banding.nama} ({ringkasan.aturan.persen(banding.capaian)})"
    )


def tanpa_capaian(hasil: HasilInduk) -> str:
    """Why a post has no capaian."""
    if not hasil.jumlah:
        return "belum ada indikator"
    if hasil.sebab:
        return hasil.sebab
    return "belum bercapaian" if hasil.terisi else "belum ada isian"


def nama_titik(titik: Titik) -> str:
    """``TW II``, or the year."""
    return str(titik.tahun) if titik.periode is None else nama_tw(titik.periode)


def tanpa_terendah(ringkasan: Ringkasan) -> str:
    """Why no indicator is last: there is but one, or all are equal."""
    if ringkasan.ekstrem.bercapaian == 1:
        return "Baru satu indikator yang bercapaian."
    return "Semua indikator yang bercapaian sama tinggi."


def kata_turun(ringkasan: Ringkasan) -> str:
    """What is said below the falls, or where there are none."""
    if ringkasan.periode is None:
        return "Pilih satu triwulan untuk melihat yang turun."
    tahun, _ = periode_sebelum(ringkasan.tahun, ringkasan.periode)
    if tahun != ringkasan.tahun:
        return "Triwulan I tidak punya triwulan sebelumnya pada tahun ini."
    sebelum = sebutan_pembanding(ringkasan.tahun, ringkasan.periode)
    if ringkasan.turun:
        lain = ringkasan.turun_semua - len(ringkasan.turun)
        return f"Dan {lain} indikator lain juga turun dari {sebelum}." if lain else ""
    if not ringkasan.dibandingkan:
        return f"Belum ada yang dapat dibandingkan dengan {sebelum}."
    return f"Tidak ada indikator yang turun dari {sebelum}."


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
