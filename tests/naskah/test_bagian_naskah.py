"""Cover, chapters, visi and misi, IKU: the parts around the decision."""

from __future__ import annotations

from datetime import date

from iki_desktop.core.records import Bab, Bagian, Butir, Iku, IkuBaris, Misi, Pengesahan, TataLetak, Tujuan
from iki_desktop.naskah.bab import compose_bab
from iki_desktop.naskah.blok import (
    Blok,
    Cabang,
    Daftar,
    GantiHalaman,
    Lambang,
    NomorHalaman,
    Paragraf,
    Penanda,
    Tabel,
    TandaTangan,
)
from iki_desktop.naskah.iku import compose_iku
from iki_desktop.naskah.sampul import compose_sampul
from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.naskah.visi_misi import compose_visi_misi
from tests.naskah.kantor_naskah import CAMAT, office, snapshot

BAWAAN = tata_halaman(None)


def p(teks: str) -> tuple[Paragraf, ...]:
    return (Paragraf(teks),)


def paragraf(blok: tuple[Blok, ...]) -> list[str]:
    return [b.teks for b in blok if isinstance(b, Paragraf)]


def tabel(blok: tuple[Blok, ...]) -> Tabel:
    (satu,) = [b for b in blok if isinstance(b, Tabel)]
    return satu


# --- cover ------------------------------------------------------------------------------------


def test_cover() -> None:
    lambang = Lambang(b"png")
    sampul = compose_sampul(office(provinsi="Jawa"), snapshot(judul="IKI").dokumen, lambang)
    assert sampul is not None
    assert paragraf(sampul.blok) == [
        "IKI",
        "KECAMATAN CONTOH",
        "KABUPATEN PERCOBAAN",
        "PROVINSI JAWA",
        "TAHUN 2026",
    ]
    assert lambang in sampul.blok
    assert sampul.nomor is NomorHalaman.TANPA


def test_no_title_no_cover() -> None:
    assert compose_sampul(office(), snapshot().dokumen, None) is None


def test_the_cover_does_not_say_a_line_of_the_title_twice() -> None:
    sampul = compose_sampul(office(), snapshot(judul="IKI\nKecamatan  Contoh\ntahun 2026").dokumen, None)
    assert sampul is not None
    assert paragraf(sampul.blok)[1:] == ["KABUPATEN PERCOBAAN"]


def test_a_title_that_says_it_all_leaves_the_government_and_the_year() -> None:
    judul = "IKI\nKECAMATAN CONTOH\nKABUPATEN PERCOBAAN\nTAHUN 2026"
    sampul = compose_sampul(office(), snapshot(judul=judul).dokumen, None)
    assert sampul is not None
    assert paragraf(sampul.blok) == [judul, "PEMERINTAH KABUPATEN PERCOBAAN", "2026"]


# --- chapters ---------------------------------------------------------------------------------


def test_chapters() -> None:
    bab = (
        Bab(
            "PENDAHULUAN",
            (Bagian(("alinea", (Butir("a"), Butir("b"))), "Latar Belakang"), Bagian(((),), "Maksud")),
        ),
        Bab("PENUTUP", (Bagian(("akhir",)),), Pengesahan("Sampang", date(2022, 1, 31), CAMAT)),
    )
    lembaran = compose_bab(bab, office(), BAWAAN)
    assert lembaran is not None
    assert paragraf(lembaran.blok) == [
        "BAB I\nPENDAHULUAN",
        "1.1 Latar Belakang",
        "alinea",
        "1.2 Maksud",
        "BAB II\nPENUTUP",
        "akhir",
    ]
    assert [b.judul for b in lembaran.blok if isinstance(b, Penanda)] == [
        "BAB I PENDAHULUAN",
        "BAB II PENUTUP",
    ]
    assert sum(isinstance(b, GantiHalaman) for b in lembaran.blok) == 1
    (daftar,) = [b for b in lembaran.blok if isinstance(b, Daftar)]
    assert [b.nomor for b in daftar.baris] == ["1.", "2."]
    assert isinstance(lembaran.blok[-1], TandaTangan)


def test_no_chapters() -> None:
    assert compose_bab((), office(), BAWAAN) is None


# --- visi and misi ----------------------------------------------------------------------------


def test_visi_and_a_list_of_misi() -> None:
    lembaran = compose_visi_misi(snapshot(visi="maju", misi=(Misi("satu"), Misi("dua"))).dokumen, BAWAAN)
    assert lembaran is not None
    assert paragraf(lembaran.blok) == ["VISI", "maju", "MISI"]
    daftar = lembaran.blok[-1]
    assert isinstance(daftar, Daftar)
    assert [(b.nomor, b.teks) for b in daftar.baris] == [("1.", "satu"), ("2.", "dua")]


def test_misi_with_goals_are_a_table() -> None:
    misi = (Misi("m1", (Tujuan("t1", (Butir("s1"),)), Tujuan("t2"))), Misi("m2"))
    lembaran = compose_visi_misi(snapshot(misi=misi).dokumen, BAWAAN)
    assert lembaran is not None
    assert tabel(lembaran.blok).cabang == (
        Cabang((p("m1"),), (Cabang((p("t1"), p("s1"))), Cabang((p("t2"), ())))),
        Cabang((p("m2"),)),
    )


def test_neither_visi_nor_misi() -> None:
    assert compose_visi_misi(snapshot().dokumen, BAWAAN) is None


# --- IKU --------------------------------------------------------------------------------------


def test_an_iku_table_has_the_columns_that_its_rows_fill() -> None:
    iku = Iku(
        (
            IkuBaris("s1", "i1", target=(("2021", "53 %"), ("2022", "54 %"))),
            IkuBaris("s1", "i2", sumber_data="data", target=(("2022", "60 %"),)),
            IkuBaris("s2", "i3"),
        ),
        "IKU KECAMATAN",
        (("indikator", "INDIKATOR"), ("target", "TARGET")),
    )
    (lembaran,) = compose_iku((iku,), BAWAAN)
    satu = tabel(lembaran.blok)
    assert [k.judul for k in satu.kolom] == [
        "No", "Sasaran", "INDIKATOR", "Sumber Data", "TARGET 2021", "TARGET 2022",
    ]  # fmt: skip
    assert satu.cabang == (
        Cabang(
            (p("1"), p("s1")),
            (Cabang((p("i1"), (), p("53 %"), p("54 %"))), Cabang((p("i2"), p("data"), (), p("60 %")))),
        ),
        Cabang((p("2"), p("s2")), (Cabang((p("i3"), (), (), ())),)),
    )
    assert paragraf(lembaran.blok) == ["IKU KECAMATAN"]
    assert not lembaran.mendatar


def test_goals_stand_before_their_sasaran() -> None:
    baris = (IkuBaris("s1", "i1", "t1"), IkuBaris("s2", "i2", "t1"), IkuBaris("s2", "i3", "t2"))
    halaman = tata_halaman(TataLetak(kolom_no=False, keterangan_bersambung=True))
    (lembaran,) = compose_iku((Iku(baris),), halaman)
    satu = tabel(lembaran.blok)
    assert [k.judul for k in satu.kolom] == ["Tujuan", "Sasaran", "Indikator Kinerja Utama"]
    assert [(c.sel[0], len(c.anak)) for c in satu.cabang] == [(p("t1"), 2), (p("t2"), 1)]
    assert satu.bersambung


def test_a_table_of_many_years_is_printed_across() -> None:
    tahun = tuple((str(t), "1") for t in range(2021, 2027))
    tegak, lebar = Iku((IkuBaris("s", "i"),), "tegak"), Iku((IkuBaris("s", "i", target=tahun),), "lebar")
    lembaran = compose_iku((tegak, tegak, lebar), BAWAAN)
    assert [(satu.mendatar, satu.nomor) for satu in lembaran] == [
        (False, NomorHalaman.MULAI),
        (True, NomorHalaman.LANJUT),
    ]
    assert sum(isinstance(b, GantiHalaman) for b in lembaran[0].blok) == 1


def test_no_iku() -> None:
    assert compose_iku((), BAWAAN) == []
