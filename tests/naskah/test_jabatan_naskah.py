"""A jabatan's head and table: what stands beside what."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.records import Butir, JudulKolom, Target, TataLetak
from iki_desktop.core.snapshot import FormulasiUtuh
from iki_desktop.naskah.blok import Berlabel, Cabang, Daftar, Paragraf, Pecahan, Penanda, Peran, Tabel
from iki_desktop.naskah.formulasi import compose_formulasi
from iki_desktop.naskah.jabatan import JUDUL_IKI, compose_jabatan, tabel_iki
from iki_desktop.naskah.tata_halaman import tata_halaman
from tests.naskah.kantor_naskah import formulasi, indikator, jabatan, office, sasaran

BAWAAN = tata_halaman(None)


def isi(utuh: FormulasiUtuh) -> tuple[object, ...]:
    return compose_formulasi(utuh.formulasi, BAWAAN)


# --- the head ---------------------------------------------------------------------------------


def test_head_and_table_in_order() -> None:
    camat = jabatan("Camat", sasaran("s"), tugas=(Butir("t"),))
    blok = list(compose_jabatan(camat, office(), BAWAAN, 1))
    assert blok[0] == Penanda("Camat", 1, camat.jabatan.id)
    assert blok[1] == Paragraf(JUDUL_IKI, blok[1].gaya) if isinstance(blok[1], Paragraf) else False
    assert isinstance(blok[2], Berlabel)
    assert [(b.nomor, b.label) for b in blok[2].baris] == [
        ("1.", "Perangkat Daerah"),
        ("2.", "Jabatan"),
        ("3.", "Tugas"),
    ]
    assert isinstance(blok[3], Tabel)


def test_a_jabatan_without_table_prints_its_head_alone() -> None:
    blok = list(compose_jabatan(jabatan("Kasi", fungsi=(Butir("f"),)), office(), BAWAAN))
    assert [type(b) for b in blok] == [Penanda, Paragraf, Berlabel]
    assert isinstance(blok[2], Berlabel)
    assert [b.label for b in blok[2].baris] == ["Perangkat Daerah", "Jabatan", "Fungsi"]


# --- the columns ------------------------------------------------------------------------------


def test_usual_headings() -> None:
    tabel = tabel_iki(jabatan("Camat", sasaran("s")), BAWAAN)
    assert [k.judul for k in tabel.kolom] == [
        "No",
        "Sasaran",
        "Indikator Kinerja Individu",
        "Penjelasan/Formulasi Penghitungan",
        "Sumber Data",
    ]
    assert not tabel.baris_nomor
    assert tabel.bersambung == ""
    assert tabel.diulang


def test_the_offices_own_headings_and_columns() -> None:
    halaman = tata_halaman(
        TataLetak(
            kolom_no=False,
            kolom_penanggung_jawab=True,
            baris_nomor_kolom=True,
            keterangan_bersambung=True,
            sasaran_diulang=False,
        )
    )
    judul = JudulKolom("Sasaran Program", "IKU", "Rumus", "Sumber", "Yang Bertanggung Jawab")
    tabel = tabel_iki(jabatan("Camat", sasaran("s"), judul_kolom=judul), halaman)
    assert [(k.judul, k.peran) for k in tabel.kolom] == [
        ("Sasaran Program", Peran.SASARAN),
        ("IKU", Peran.INDIKATOR),
        ("Rumus", Peran.FORMULASI),
        ("Sumber", Peran.SUMBER),
        ("Yang Bertanggung Jawab", Peran.PENANGGUNG_JAWAB),
    ]
    assert tabel.baris_nomor
    assert tabel.bersambung == "Bersambung ..."
    assert not tabel.diulang


# --- the rows ---------------------------------------------------------------------------------


def p(teks: str) -> tuple[Paragraf, ...]:
    return (Paragraf(teks),)


def test_formulas_stand_beside_their_sources_and_indicators_beside_their_sasaran() -> None:
    tabel = tabel_iki(
        jabatan(
            "Camat",
            sasaran(
                "puas",
                indikator("dua rumus", formulasi(teks="r1", sumber_data="d1"), formulasi(teks="r2")),
                indikator("tanpa rumus"),
            ),
            sasaran("kosong"),
        ),
        BAWAAN,
    )
    assert tabel.cabang == (
        Cabang(
            (p("1"), p("puas")),
            (
                Cabang((p("dua rumus"),), (Cabang((p("r1"), p("d1"))), Cabang((p("r2"), ())))),
                Cabang((p("tanpa rumus"),)),
            ),
        ),
        Cabang((p("2"), p("kosong"))),
    )


def test_who_is_responsible_stands_once_beside_the_first_formula() -> None:
    halaman = tata_halaman(TataLetak(kolom_penanggung_jawab=True, kolom_no=False))
    data = jabatan(
        "Camat",
        sasaran(
            "s",
            indikator("a", formulasi(teks="r1"), formulasi(teks="r2"), penanggung_jawab="Sekcam"),
            indikator("b", penanggung_jawab="Kasi"),
        ),
    )
    pertama, kedua = tabel_iki(data, halaman).cabang[0].anak
    assert [a.sel[2] for a in pertama.anak] == [p("Sekcam"), ()]
    assert [a.sel for a in kedua.anak] == [((), (), p("Kasi"))]


def test_a_target_in_words_fills_an_empty_formula() -> None:
    data = jabatan("Camat", sasaran("s", indikator("i", target=Target(teks="12 (dua belas) bulan"))))
    assert tabel_iki(data, BAWAAN).cabang[0].anak[0].anak == (Cabang((p("12 (dua belas) bulan"), ())),)


# --- formulas ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "jenis, bagian, tercetak",
    [
        ("rasio", {"teks": "a dibagi b", "pembilang": "a", "penyebut": "b"}, Paragraf("a dibagi b")),
        ("rasio", {"pembilang": "a", "penyebut": "b"}, Pecahan("a", "b", "× 100 %")),
        ("rasio", {"pembilang": "a", "penyebut_tetap": Decimal(1400)}, Pecahan("a", "1.400", "× 100 %")),
        (
            "rasio",
            {"pembilang": "a", "penyebut": "14 desa", "penyebut_tetap": Decimal(14)},
            Pecahan("a", "14 desa", "× 100 %"),
        ),
        ("rasio", {"pembilang": "a"}, Paragraf("a × 100 %")),
        ("selisih", {"pembilang": "a", "penyebut": "b"}, Paragraf("a − b")),
        ("selisih", {"penyebut": "b"}, Paragraf("b")),
        (
            "rumus",
            {"rumus": "p * (h - t) / 2", "variabel": (("p", "pegawai"), ("h", "hari kerja"))},
            Paragraf("pegawai × (hari kerja − t) ÷ 2"),
        ),
    ],
)
def test_a_formula_from_its_words_or_its_parts(
    jenis: str, bagian: dict[str, object], tercetak: object
) -> None:
    assert isi(formulasi(jenis, **bagian)) == (tercetak,)


@pytest.mark.parametrize("jenis", ["rasio", "jumlah", "nilai", "selisih", "rumus", "teks"])
def test_a_formula_of_nothing_is_an_empty_cell(jenis: str) -> None:
    assert isi(formulasi(jenis)) == ()


def test_items_and_note_under_the_sentence() -> None:
    kalimat, daftar, catatan = isi(
        formulasi("jumlah", teks="terdiri dari", butir=(Butir("RKA"), Butir("DPA")), catatan="dana desa")
    )
    assert kalimat == Paragraf("terdiri dari")
    assert isinstance(daftar, Daftar)
    assert [b.nomor for b in daftar.baris] == ["1.", "2."]
    assert catatan == Paragraf("Catatan: dana desa")


def test_a_note_that_names_itself_is_not_named_twice() -> None:
    assert isi(formulasi(catatan="Catatan : ada")) == (Paragraf("Catatan : ada"),)


def test_the_order_of_sasaran_is_their_number() -> None:
    data = jabatan("Camat", *(replace(sasaran(f"s{n}")) for n in range(3)))
    assert [c.sel[0] for c in tabel_iki(data, BAWAAN).cabang] == [p("1"), p("2"), p("3")]
