"""The fields of the decision of a year, and of each of its dikta."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Keputusan
from iki_desktop.ui.formulir.bidang_angka import BidangTanggal
from iki_desktop.ui.formulir.bidang_pejabat import BidangPejabat
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import daftar, paragraf, teks
from iki_desktop.ui.formulir.jabatan import nomorisasi
from iki_desktop.ui.formulir.lensa import Lensa, bagian, kolom

__all__ = ["KEPUTUSAN", "TABEL_DIKTUM", "TABEL_PEMBUKA", "TABEL_PENUTUP", "label_diktum"]

KEPUTUSAN = bagian("keputusan", Keputusan)

_BILANGAN = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH",
    "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
)  # fmt: skip


def label_diktum(urutan: int) -> str:
    """The usual label of the ``urutan``-th diktum (from 0): KESATU, KEDUA …, KESEBELAS …"""
    if urutan < len(_BILANGAN):
        return _BILANGAN[urutan]
    if urutan == 10:
        return "KESEBELAS"
    if urutan < 19:
        return f"{_BILANGAN[urutan - 10]} BELAS"
    return "KEDUA PULUH" if urutan == 19 else f"KE-{urutan + 1}"


def _lensa(nama: str) -> Lensa:
    return KEPUTUSAN.lalu(kolom(nama))


def _gaya(nama: str) -> Callable[[Arsip, Any], str]:
    return lambda arsip, record: str(getattr(nomorisasi(arsip, record), nama))


def _daftar(nama: str, label: str, contoh: str, petunjuk: str = "") -> Isian:
    return daftar(nama, label, _gaya(nama), contoh=contoh, petunjuk=petunjuk, lensa=_lensa(nama))


TABEL_PEMBUKA: Tabel = (
    Bagian(
        "",
        (
            (
                teks(
                    "nomor",
                    "Nomor",
                    lensa=_lensa("nomor"),
                    contoh="07 TAHUN 2026",
                    petunjuk="Boleh kosong sampai keputusan bernomor.",
                ),
            ),
            (
                paragraf(
                    "tentang",
                    "Tentang",
                    lensa=_lensa("tentang"),
                    contoh="INDIKATOR KINERJA INDIVIDU …",
                ),
            ),
        ),
    ),
    Bagian(
        "Pertimbangan dan dasar hukum",
        (
            (_daftar("menimbang", "Menimbang", "bahwa …;", "Setiap butir diawali “bahwa”, diakhiri “;”."),),
            (
                _daftar(
                    "mengingat",
                    "Mengingat",
                    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah …;",
                    "Urut menurut tingkatan, lalu menurut tanggal.",
                ),
            ),
            (_daftar("memperhatikan", "Memperhatikan", "Boleh kosong."),),
        ),
    ),
    Bagian(
        "Memutuskan",
        (
            (
                paragraf(
                    "menetapkan",
                    "Menetapkan",
                    lensa=_lensa("menetapkan"),
                    contoh="KEPUTUSAN CAMAT TENTANG …",
                    petunjuk="Nama lengkap keputusan, diakhiri titik.",
                ),
            ),
        ),
    ),
)

TABEL_DIKTUM: Tabel = (
    Bagian(
        "",
        (
            (teks("label", "Label", wajib=True, lebar=30, sebut="label diktum"),),
            (paragraf("teks", "Bunyi diktum", sebut="bunyi diktum"),),
            (
                daftar(
                    "butir",
                    "Butir",
                    _gaya("butir_diktum"),
                    contoh="Boleh kosong.",
                    sebut="butir diktum",
                ),
            ),
        ),
    ),
)

TABEL_PENUTUP: Tabel = (
    Bagian(
        "Penetapan",
        (
            (
                teks("tempat", "Ditetapkan di", lensa=_lensa("tempat")),
                Isian("tanggal", "Tanggal", _lensa("tanggal"), lambda _s: BidangTanggal()),
                teks(
                    "tanggal_teks",
                    "Tanggal dengan kata",
                    lensa=_lensa("tanggal_teks"),
                    contoh="JANUARI 2026",
                    petunjuk="Bila tanggalnya belum lengkap.",
                ),
            ),
        ),
    ),
    Bagian(
        "Penanda tangan",
        (
            (
                Isian(
                    "penandatangan",
                    "",
                    _lensa("penandatangan"),
                    lambda sesi: BidangPejabat(sesi, "CAMAT"),
                    sebut="penanda tangan",
                ),
            ),
        ),
    ),
    Bagian(
        "Lampiran dan tembusan",
        (
            (
                paragraf(
                    "tentang_lampiran",
                    "Tentang pada lampiran",
                    lensa=_lensa("tentang_lampiran"),
                    petunjuk="Kosong: sama dengan judul keputusan.",
                    baris=1,
                ),
            ),
            (_daftar("tembusan", "Tembusan", "Misalnya Bupati, Inspektorat, Bagian Organisasi."),),
        ),
    ),
)
