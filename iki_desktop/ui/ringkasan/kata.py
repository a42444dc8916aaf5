"""The figures of the page in words: what a row shows, and what a screen reader says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.angka import format_angka
from iki_desktop.core.capaian import Aturan
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.kalimat_ringkasan import nama_titik, perubahan, tanpa_capaian
from iki_desktop.core.ringkasan import (
    AngkaIndikator,
    AngkaJabatan,
    Kekosongan,
    Lintasan,
    Penurunan,
    Titik,
)
from iki_desktop.core.target import tulis_sasar

__all__ = [
    "Baris",
    "baris_indikator",
    "baris_jabatan",
    "baris_kosong",
    "baris_turun",
    "kalimat_lintasan",
    "kalimat_titik",
    "nama_titik",
    "perubahan",
]

_TERPANJANG = 400
"""Characters of a name that could ever be seen."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: where it leads (``id``), what it shows, and the whole of it in words.

    ``kelas`` is the place of the class of capaian in its scale (0 is best) and the length of the
    scale; ``nilai`` is the capaian in percent, for the length of a bar.
    """

    id: int
    nama: str
    angka: str = ""
    kata: str = ""
    kelas: tuple[int, int] | None = None
    rinci: str = ""
    nilai: float | None = None
    kalimat: str = ""


def baris_jabatan(semua: Sequence[AngkaJabatan], aturan: Aturan) -> tuple[Baris, ...]:
    """A bar for each post; one without a figure says why."""
    return tuple(_baris_jabatan(j, aturan) for j in semua)


def _baris_jabatan(jabatan: AngkaJabatan, aturan: Aturan) -> Baris:
    nama, hasil = _nama(jabatan.nama) + _bobot(jabatan.bobot), jabatan.hasil
    terisi = f"terisi {hasil.terisi} dari {hasil.jumlah}"
    if hasil.capaian is None:
        kata = tanpa_capaian(hasil)
        return Baris(jabatan.id, nama, kata=kata, kalimat=f"{nama}: {kata}")
    angka, kata = aturan.persen(hasil.capaian), hasil.kategori or ""
    kalimat = f"{nama}: {' '.join(filter(None, [angka, kata]))}, {terisi}"
    return Baris(
        jabatan.id,
        nama,
        angka,
        kata,
        aturan.kelas(hasil.kategori),
        nilai=float(hasil.capaian),
        kalimat=kalimat,
    )


def _bobot(bobot: Decimal | None) -> str:
    return "" if bobot is None else f" · bobot {format_angka(bobot)}"


def baris_indikator(semua: Sequence[AngkaIndikator], aturan: Aturan) -> tuple[Baris, ...]:
    """Indicators of a rank, each with its capaian."""
    return tuple(_baris_indikator(i, i.hasil.capaian, aturan) for i in semua if i.hasil.capaian is not None)


def _baris_indikator(indikator: AngkaIndikator, capaian: Decimal, aturan: Aturan) -> Baris:
    angka, kata = aturan.persen(capaian), indikator.hasil.kategori or ""
    nama, jabatan = _nama(indikator.teks), _nama(indikator.jabatan)
    kalimat = f"{nama}, {jabatan}: {' '.join(filter(None, [angka, kata]))}{_asal(indikator, aturan)}"
    if indikator.mutu:
        jabatan = f"{jabatan} · mutu {indikator.mutu}"
    kelasnya = aturan.kelas(indikator.hasil.kategori)
    return Baris(indikator.id, nama, angka, kata, kelasnya, rinci=jabatan, kalimat=kalimat)


def _asal(indikator: AngkaIndikator, aturan: Aturan) -> str:
    """What the capaian is from: the realisasi, and the target or range that it is held against."""
    hasil = indikator.hasil
    if hasil.realisasi is None or hasil.sasar is None:
        return ""
    mutu = f", mutu {indikator.mutu}" if indikator.mutu else ""
    realisasi = format_angka(aturan.rapi(hasil.realisasi))
    return f"; realisasi {realisasi}{mutu}, target {tulis_sasar(hasil.sasar, aturan)}"


def baris_turun(semua: Sequence[Penurunan], aturan: Aturan) -> tuple[Baris, ...]:
    """Indicators that fell: by how much, from what to what."""
    return tuple(_baris_turun(p, aturan) for p in semua)


def _baris_turun(penurunan: Penurunan, aturan: Aturan) -> Baris:
    nama, jabatan = _nama(penurunan.indikator.teks), _nama(penurunan.indikator.jabatan)
    turun = f"turun {format_angka(-penurunan.selisih, aturan.desimal)}"
    dari, ke = aturan.persen(penurunan.sebelum), aturan.persen(penurunan.sesudah)
    return Baris(
        penurunan.indikator.id,
        nama,
        turun,
        f"{dari} → {ke}",
        rinci=jabatan,
        kalimat=f"{nama}, {jabatan}: {turun}, dari {dari} menjadi {ke}",
    )


def baris_kosong(semua: Sequence[Kekosongan]) -> tuple[Baris, ...]:
    """How much is empty, of each post or each person in charge."""
    return tuple(_baris_kosong(k) for k in semua)


def _baris_kosong(kosong: Kekosongan) -> Baris:
    nama = _nama(kosong.nama) or "Tanpa penanggung jawab"
    angka = f"{kosong.kosong} dari {kosong.jumlah}"
    return Baris(kosong.id, nama, angka, kalimat=f"{nama}: {angka} kosong")


def kalimat_titik(lintasan: Lintasan, titik: Titik, aturan: Aturan) -> str:
    """One place of a course: ``TW II, Camat: 86,25 % Tinggi``."""
    return f"{nama_titik(titik)}, {_nama(lintasan.nama)}: {_isi_titik(titik, aturan)}"


def kalimat_lintasan(lintasan: Lintasan, aturan: Aturan) -> str:
    """A whole course: ``Camat: TW I 86,25 % Tinggi; TW II belum ada capaian``."""
    bagian = "; ".join(f"{nama_titik(t)} {_isi_titik(t, aturan)}" for t in lintasan.titik)
    return f"{_nama(lintasan.nama)}: {bagian}"


def _isi_titik(titik: Titik, aturan: Aturan) -> str:
    if titik.capaian is None:
        return "belum ada capaian"
    return " ".join(filter(None, [aturan.persen(titik.capaian), titik.kategori]))


def _nama(teks: str) -> str:
    return singkatkan(teks[: _TERPANJANG * 2], _TERPANJANG)
