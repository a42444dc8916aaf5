"""What a record must fulfil, and what is taken out of a text before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Bab,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Kelas,
    Keputusan,
    N,
    Pejabat,
    Penandatangan,
    PengaturanCapaian,
    Pengesahan,
    Realisasi,
    Record,
    Sasaran,
    Target,
)
from iki_desktop.core.rules import bersihkan_teks, periksa_penandatangan
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import CAMAT, KASI, SASARAN_CAMAT, SEKRETARIS, buka_kantor, isi_arsip

CAMAT_CONTOH = Penandatangan("Camat Contoh", "NAMA CAMAT, S.Sos.", nip="199001012010011001")
TANPA_NAMA = replace(CAMAT_CONTOH, nama="")
MASA = (date(2026, 1, 2), date(2026, 12, 31))
TERDAFTAR = Pejabat.dari(CAMAT_CONTOH, *MASA)


def ubah(ws: Workspace, jenis: type[N], node_id: int, **isi: Any) -> None:
    node = ws.arsip[node_id]
    assert isinstance(node, jenis)
    ws.ubah(replace(node, **isi))


def kelas(nama: str, batas: str) -> PengaturanCapaian:
    return PengaturanCapaian(skala=(Kelas(nama, Decimal(batas)),))


BESAR = Decimal("1E+40")
LAMA = "Angka terlalu panjang."

DITOLAK: list[tuple[type[Any], int, dict[str, Any], str]] = [
    (Kecamatan, 1, {"nama": " "}, "Nama kecamatan belum diisi."),
    (Kecamatan, 1, {"nama_daerah": ""}, "Nama kabupaten atau kota belum diisi."),
    (Kecamatan, 1, {"pejabat": (TERDAFTAR, Pejabat.dari(TANPA_NAMA))}, "Nama penanda tangan belum diisi."),
    (Kecamatan, 1, {"pejabat": (replace(TERDAFTAR, jabatan="\u200b"),)},
     "Jabatan penanda tangan belum diisi."),
    (Kecamatan, 1, {"pejabat": (replace(TERDAFTAR, nip="1"),)}, "NIP terdiri atas 18 angka."),
    (Kecamatan, 1, {"pejabat": (TERDAFTAR, Pejabat.dari(CAMAT_CONTOH, *MASA[::-1]))},
     "Masa berlaku berakhir sebelum dimulai."),
    (Dokumen, 2, {"tahun": 1944}, "Tahun 1944 di luar 1945–2200."),
    (Dokumen, 2, {"tahun": 2201}, "Tahun 2201 di luar 1945–2200."),
    (Dokumen, 2, {"keputusan": Keputusan(penandatangan=TANPA_NAMA)}, "Nama penanda tangan belum diisi."),
    (Dokumen, 2, {"bab": (Bab("Satu", (), Pengesahan(penandatangan=TANPA_NAMA)),)},
     "Nama penanda tangan belum diisi."),
    (Dokumen, 2, {"capaian": PengaturanCapaian(desimal=5)}, "Banyaknya desimal harus 0 sampai 4."),
    (Dokumen, 2, {"capaian": PengaturanCapaian(desimal=-1)}, "Banyaknya desimal harus 0 sampai 4."),
    (Dokumen, 2, {"capaian": PengaturanCapaian(batas_atas=BESAR)}, LAMA),
    (Dokumen, 2, {"capaian": kelas("Baik", "NaN")}, LAMA),
    (Dokumen, 2, {"capaian": kelas(" ", "0")}, "Nama kategori belum diisi."),
    (Jabatan, CAMAT, {"nama": "\u200b\u00a0"}, "Nama jabatan belum diisi."),
    (Jabatan, CAMAT, {"pemangku": TANPA_NAMA}, "Nama penanda tangan belum diisi."),
    (Jabatan, CAMAT, {"atasan_id": CAMAT}, "“Camat” tidak dapat menjadi bawahan dari bawahannya sendiri."),
    (Jabatan, CAMAT, {"atasan_id": KASI}, "“Camat” tidak dapat menjadi bawahan dari bawahannya sendiri."),
    (Jabatan, CAMAT, {"atasan_id": 99}, "Atasan dari “Camat” sudah tidak ada."),
    (Jabatan, CAMAT, {"atasan_id": SASARAN_CAMAT}, "Atasan dari “Camat” sudah tidak ada."),
    (Sasaran, SASARAN_CAMAT, {"teks": ""}, "Sasaran belum diisi."),
    (Indikator, 1001, {"teks": "\n\t "}, "Indikator belum diisi."),
    (Indikator, 1001, {"target": Target(BESAR)}, LAMA),
    (Indikator, 1001, {"target": Target(None, (None, None, None, BESAR))}, LAMA),
    (Indikator, 1001, {"target": Target(Decimal("Infinity"))}, LAMA),
    (Formulasi, 10010, {"penyebut_tetap": BESAR}, LAMA),
]  # fmt: skip


@pytest.mark.parametrize("jenis, node_id, isi, pesan", DITOLAK, ids=lambda n: str(n)[:40])
def test_what_is_refused_leaves_everything_as_it_was(
    jenis: type[Any], node_id: int, isi: dict[str, Any], pesan: str
) -> None:
    ws, laci = buka_kantor()
    awal = isi_arsip(ws.arsip)
    with pytest.raises(RuleError) as salah:
        ubah(ws, jenis, node_id, **isi)
    assert salah.value.pesan == pesan
    assert salah.value.saran
    assert isi_arsip(ws.arsip) == awal
    assert not laci.edits
    assert ws.undo_text is None


@pytest.mark.parametrize(
    "jenis, node_id, isi",
    [
        (Kecamatan, 1, {"pejabat": (TERDAFTAR, replace(TERDAFTAR, nip=None, berlaku_sampai=None))}),
        (
            Kecamatan,
            1,
            {"pejabat": (replace(TERDAFTAR, berlaku_sampai=MASA[0]), replace(TERDAFTAR, nip="0" * 18))},
        ),
        (
            Kecamatan,
            1,
            {"pejabat": (Pejabat("<b>", "=1+1 </para> 😀"), Pejabat("日本", "\u202e" + "é" * 6000))},
        ),
        (Dokumen, 2, {"tahun": 1945}),
        (Dokumen, 2, {"tahun": 2200, "keputusan": Keputusan(penandatangan=CAMAT_CONTOH)}),
        (Dokumen, 2, {"keputusan": Keputusan(), "bab": (Bab("A", ()), Bab("B", (), Pengesahan()))}),
        (Dokumen, 2, {"bab": (Bab("A", (), Pengesahan(penandatangan=CAMAT_CONTOH)),)}),
        (Dokumen, 2, {"capaian": PengaturanCapaian(desimal=4, batas_atas=Decimal(120))}),
        (Dokumen, 2, {"capaian": kelas("Baik", "-5")}),
        (Jabatan, KASI, {"atasan_id": CAMAT, "pemangku": CAMAT_CONTOH}),
        (Jabatan, CAMAT, {"nama": "日本 🙂 <b>"}),
        (Indikator, 1001, {"target": Target(None, (Decimal(1), None, None, None))}),
        (Indikator, 1001, {"target": None}),
        (Formulasi, 10010, {"penyebut_tetap": Decimal(0)}),
    ],
)
def test_what_is_let_in(jenis: type[Any], node_id: int, isi: dict[str, Any]) -> None:
    ws, laci = buka_kantor()
    ubah(ws, jenis, node_id, **isi)
    assert len(laci.edits) == 1
    assert all(getattr(ws.arsip[node_id], nama) == nilai for nama, nilai in isi.items())


def test_a_superior_is_of_the_same_year() -> None:
    ws, _ = buka_kantor()
    lain = ws.salin_tahun(2, 2027)
    with pytest.raises(RuleError, match="Atasan harus jabatan dari tahun yang sama"):
        ubah(ws, Jabatan, SEKRETARIS, atasan_id=ws.arsip.anak_id(lain.id)[0])


def test_a_circle_among_others_is_found_too() -> None:
    ws, _ = buka_kantor()
    camat, kasi = ws.arsip[CAMAT], ws.arsip[KASI]
    assert isinstance(camat, Jabatan)
    assert isinstance(kasi, Jabatan)
    putar = [
        Change(kasi, replace(kasi, nama="Kasi Umum")),
        Change(camat, replace(camat, atasan_id=SEKRETARIS)),
    ]
    with pytest.raises(RuleError, match="“Kasi Umum” tidak dapat menjadi bawahan"):
        ws.terapkan("uji", putar)


def test_two_documents_of_one_year_are_refused_in_one_office_alone() -> None:
    ws, _ = buka_kantor()
    with pytest.raises(RuleError, match=r"Dokumen tahun 2026 sudah ada\."):
        ws.tambah(Dokumen(0, 1, 0, 2026))
    lain = ws.tambah(Kecamatan(0, 1, "Lain", "Kota", "Lain"))
    assert ws.tambah(Dokumen(0, lain.id, 0, 2026)).tahun == 2026


@pytest.mark.parametrize(
    "record",
    [
        Dokumen(0, 99, 0, 2026),
        Dokumen(0, 2, 0, 2027),
        Jabatan(0, 1, 0, "Camat"),
        Sasaran(0, 2, 0, "Sasaran"),
        Indikator(0, CAMAT, 0, "Indikator"),
        Formulasi(0, SASARAN_CAMAT, 0, JenisFormulasi.NILAI),
        Realisasi(1001, 1, nilai=Decimal(1)),
        Realisasi(99, 1, nilai=Decimal(1)),
    ],
)
def test_a_record_needs_the_place_that_it_belongs_to(record: Record) -> None:
    ws, _ = buka_kantor()
    awal = isi_arsip(ws.arsip)
    with pytest.raises(RuleError, match="Tempat untuk data ini sudah tidak ada"):
        ws.terapkan("uji", [Change(None, record)])
    assert isi_arsip(ws.arsip) == awal


@pytest.mark.parametrize(
    "realisasi, pesan",
    [
        (lambda r: replace(r, triwulan=0), "Triwulan harus I, II, III, atau IV."),
        (lambda r: replace(r, triwulan=5), "Triwulan harus I, II, III, atau IV."),
        (lambda r: replace(r, pembilang=BESAR), LAMA),
        (lambda r: replace(r, penyebut=Decimal("NaN")), LAMA),
        (lambda r: replace(r, nilai=Decimal("1E-40")), LAMA),
        (lambda r: replace(r, variabel=(("a", Decimal(1)), ("b", BESAR))), LAMA),
    ],
)
def test_entries_are_figures_of_a_quarter(realisasi: Callable[[Realisasi], Realisasi], pesan: str) -> None:
    ws, _ = buka_kantor()
    with pytest.raises(RuleError) as salah:
        ws.terapkan("uji", [Change(None, realisasi(Realisasi(10010, 3)))])
    assert salah.value.pesan == pesan


@pytest.mark.parametrize(
    "nip", ["", "1990", "19900101 201001 1 001", "1" * 19, "19900101201001100x", "١" * 18]
)
def test_a_nip_has_18_digits(nip: str) -> None:
    with pytest.raises(RuleError, match=r"NIP terdiri atas 18 angka\."):
        periksa_penandatangan(replace(CAMAT_CONTOH, nip=nip))


def test_a_signatory_has_a_post() -> None:
    with pytest.raises(RuleError, match="Jabatan penanda tangan belum diisi"):
        periksa_penandatangan(replace(CAMAT_CONTOH, jabatan="\u200b"))


@pytest.mark.parametrize(
    "kotor, bersih",
    [
        ("", ""),
        ("  a b  ", "a b"),
        ("a\x0bb", "a\nb"),
        ("a\x0cb", "a\nb"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\tb", "a\tb"),
        ("\ufeffjudul\ufffe\uffff", "judul"),
        ("a\ud800b\udfff", "ab"),
        ("\x0b\x0c\r\n a \x0b", "a"),
        ("<b>tebal</b></para> & “kutip”", "<b>tebal</b></para> & “kutip”"),
        ("=1+1", "=1+1"),
        ("👨‍👩‍👧 مرحبا 日本 é e\u0301", "👨‍👩‍👧 مرحبا 日本 é e\u0301"),
        ("x" * 6_000, "x" * 6_000),
    ],
)
def test_a_text_keeps_all_that_paper_can_show(kotor: str, bersih: str) -> None:
    assert bersihkan_teks(kotor) == bersih


@given(
    st.text(st.characters(), max_size=200) | st.text("\r\n\x0b\x0c\x85\u2028\ud800\ufeff\x00 ab", max_size=40)
)
def test_a_clean_text_is_clean(kotor: str) -> None:
    bersih = bersihkan_teks(kotor)
    assert bersihkan_teks(bersih) == bersih
    assert bersih.splitlines() == ([] if not bersih else bersih.split("\n"))
    bersih.encode("utf-8")
    assert not any(ord(huruf) < 32 and huruf not in "\t\n" for huruf in bersih)
