"""Geometry of every page, measured on the file: paper, margins, nothing over anything else."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from iki_desktop.core.records import Keputusan, PengaturanCapaian, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.keputusan import Pilihan
from iki_desktop.naskah.penutup import KALIMAT_ELEKTRONIK
from iki_desktop.naskah.tata_halaman import tata_halaman
from tests.export.pdf_dibaca import POLOS, cetak, daftar_isi, kotak_huruf, padat, teks_halaman
from tests.export.pdf_letak import baca_letak, salah_letak
from tests.naskah.kantor_acak import Acak
from tests.naskah.kantor_naskah import (
    CAMAT,
    JAHAT,
    KANAN,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    sasaran,
    snapshot,
    snapshot_data,
)

MM = 72 / 25.4
KOTAK = Pilihan(tanda_draf=False, tanda_tangan=CaraTandaTangan.ELEKTRONIK_KOTAK)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "dokumen.pdf"


def salah(data: Snapshot, pdf: Path, pilihan: Pilihan = POLOS) -> list[str]:
    """Print, and find what does not stand where it may."""
    cetak(data, pdf, pilihan)
    return salah_letak(pdf, tata_halaman(data.dokumen.tata_letak), KALIMAT_ELEKTRONIK)


def dengan_tata(data: Snapshot, **tata: object) -> Snapshot:
    letak = replace(data.dokumen.tata_letak or TataLetak(), **tata)  # type: ignore[arg-type]
    return replace(data, dokumen=replace(data.dokumen, tata_letak=letak))


# --- offices ----------------------------------------------------------------------------------


@pytest.mark.parametrize("mendatar", [False, True])
@pytest.mark.parametrize("kertas", ["F4", "A4", "Folio"])
@pytest.mark.parametrize("nama", ["biatan", "camplong", "lengkap"])
def test_real_offices(nama: str, kertas: str, mendatar: bool, pdf: Path) -> None:
    data = dengan_tata(snapshot_data(nama), kertas=kertas, lampiran_mendatar=mendatar)
    pilihan = KOTAK if mendatar else POLOS
    assert salah(data, pdf, pilihan) == []
    arah = {h.lebar > h.tinggi for h in baca_letak(pdf)}
    lebar = mendatar or nama == "lengkap"  # a table of many target years is set across
    assert arah == ({False, True} if lebar else {False})


@pytest.mark.parametrize("mendatar", [False, True])
@pytest.mark.parametrize("kertas", ["A4", "Folio"])
def test_everything_at_once(kertas: str, mendatar: bool, pdf: Path) -> None:
    assert salah(dengan_tata(kantor_ekstrem(), kertas=kertas, lampiran_mendatar=mendatar), pdf, KOTAK) == []


@pytest.mark.parametrize("biji", range(16))
def test_offices_of_chance(biji: int, pdf: Path) -> None:
    assert salah(Acak(biji).snapshot(), pdf, KOTAK if biji % 2 else POLOS) == []


@pytest.mark.parametrize("ukuran", [6, 9, 14, 18])
@pytest.mark.parametrize("huruf", ["Liberation Sans", "DejaVu Sans", "Bookman Old Style"])
def test_any_typeface_at_any_size(huruf: str, ukuran: int, pdf: Path) -> None:
    data = dengan_tata(snapshot_data("biatan"), huruf=huruf, ukuran_huruf=Decimal(ukuran))
    assert salah(data, pdf, KOTAK) == []


def test_forty_jabatan(pdf: Path) -> None:
    isi = [
        indikator(f"indikator {n}", formulasi("rasio", pembilang="jumlah a", penyebut="jumlah b"))
        for n in range(4)
    ]
    semua = [
        jabatan(f"Jabatan ke-{n}", *(sasaran(f"sasaran {s}", *isi) for s in range(n % 4))) for n in range(40)
    ]
    keputusan = Keputusan(tempat="Contoh", tanggal=date(2026, 1, 2), penandatangan=CAMAT)
    assert salah(snapshot(*semua, keputusan=keputusan), pdf, KOTAK) == []
    tingkat_satu = [(judul, halaman) for tingkat, judul, halaman in daftar_isi(pdf) if tingkat == 1]
    assert [judul for judul, _ in tingkat_satu] == [f"Jabatan ke-{n}" for n in range(40)]
    assert [halaman for _, halaman in tingkat_satu] == sorted({halaman for _, halaman in tingkat_satu})
    assert "NAMA CAMAT" in teks_halaman(pdf)[-1]


# --- any text in any field ------------------------------------------------------------------------

TAK_DIUBAH = {"logo_png", "status", "jenis_daerah", "sebutan", "nip"}
"""Fields that hold one of a few words, a picture or a number."""


def ubah_teks(nilai: Any, ubah: Callable[[str], str]) -> Any:
    """A record with every text in it changed, however deep."""
    match nilai:
        case Enum() | TataLetak() | PengaturanCapaian():
            return nilai
        case str():
            return ubah(nilai)
        case tuple():
            return tuple(ubah_teks(satu, ubah) for satu in nilai)
        case _ if is_dataclass(nilai) and not isinstance(nilai, type):
            baru = {
                f.name: ubah_teks(getattr(nilai, f.name), ubah)
                for f in fields(nilai)
                if f.name not in TAK_DIUBAH
            }
            return replace(nilai, **baru)
        case _:
            return nilai


KATA_200 = "Pertanggungjawaban" * 11 + "ab"


@pytest.mark.parametrize("mendatar", [False, True])
@pytest.mark.parametrize(
    "tambahan",
    [KATA_200, f"{KATA_200} {KANAN} 😀🏛️👩🏽‍💼 {KATA_200}", KANAN * 30, "😀" * 90, JAHAT, "W" * 200],
    ids=["200", "campur", "kanan", "emoji", "jahat", "lebar"],
)
def test_any_text_in_any_field(tambahan: str, mendatar: bool, pdf: Path) -> None:
    assert len(KATA_200) == 200
    data = ubah_teks(snapshot_data("lengkap"), lambda teks: f"{teks} {tambahan}")
    assert salah(dengan_tata(data, lampiran_mendatar=mendatar), pdf, POLOS if mendatar else KOTAK) == []


def test_a_long_word_is_there_whole_in_every_field(pdf: Path) -> None:
    jumlah = 0

    def ubah(teks: str) -> str:
        nonlocal jumlah
        jumlah += 1
        return f"{teks} {KATA_200}"

    ubah_teks(snapshot_data("lengkap"), ubah)
    assert jumlah > 80
    data = ubah_teks(snapshot_data("lengkap"), lambda teks: f"{teks} Q{KATA_200}")
    cetak(data, pdf)
    huruf = "".join(h for halaman in kotak_huruf(pdf) for h, *_ in halaman)
    polos = snapshot_data("lengkap")
    cetak(polos, pdf)
    semula = padat("".join(teks_halaman(pdf)))
    assert huruf.count("Q") - semula.count("Q") > 60
    assert huruf.count("wab") > 60 * 11


# --- the measure itself -----------------------------------------------------------------------------


def lembar(pdf: Path, gambar: Callable[[Canvas], object], lebar: float = 215, tinggi: float = 330) -> Path:
    isi = io.BytesIO()
    kanvas = Canvas(isi, pagesize=(lebar * MM, tinggi * MM))
    kanvas.scale(MM, MM)
    kanvas.setFont("Helvetica", 4)
    kanvas.setLineWidth(0.2)
    gambar(kanvas)
    kanvas.save()
    pdf.write_bytes(isi.getvalue())
    return pdf


def dua_baris(kanvas: Canvas) -> None:
    kanvas.drawString(40, 100, "satu")
    kanvas.drawString(40, 106, "dua")
    kanvas.line(40, 103.5, 90, 103.5)


@pytest.mark.parametrize(
    "kata, gambar",
    [
        ("", dua_baris),
        ("", lambda k: (k.drawString(40, 100, "satu"), k.line(60, 90, 60, 110))),
        ("bertindih", lambda k: (k.drawString(40, 100, "satu"), k.drawString(43, 101, "dua"))),
        ("dilintasi", lambda k: (k.drawString(40, 100, "panjang"), k.line(45, 90, 45, 110))),
        ("dilintasi", lambda k: (k.drawString(40, 100, "panjang"), k.line(30, 101, 90, 101))),
        ("di luar", lambda k: k.drawString(28, 100, "satu")),
        ("di luar", lambda k: k.drawString(185, 100, "sampai ke tepi kanan")),
        ("di luar", lambda k: k.drawString(40, 308, "satu")),
        ("di luar", lambda k: k.drawString(40, 24, "satu")),
        ("di luar", lambda k: k.line(30, 100, 196, 100)),
        ("", lambda k: k.drawString(100, 316, "- 2 -")),
        ("di luar", lambda k: k.drawString(100, 316, "- dua -")),
        ("", lambda k: k.drawString(40, 18, "di kaki")),
        ("di luar", lambda k: k.drawString(40, 18, "di tangan")),
    ],
)  # fmt: skip
def test_the_measure_sees_what_is_wrong(kata: str, gambar: Callable[[Canvas], object], pdf: Path) -> None:
    keluhan = salah_letak(lembar(pdf, gambar), tata_halaman(None), "di kaki")
    assert bool(keluhan) == bool(kata)
    assert all(kata in satu for satu in keluhan)


def test_the_measure_sees_another_paper(pdf: Path) -> None:
    (keluhan,) = salah_letak(lembar(pdf, lambda k: None, 210), tata_halaman(None))
    assert "kertas 2" in keluhan
