"""The register of pejabat: terms, and what it says of who stands on a paper."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.pejabat import (
    PANGKAT,
    Padanan,
    dicatat,
    jabatan_bersebutan,
    menurut_masa,
    padanan,
    terdaftar,
)
from iki_desktop.core.records import Dokumen, Keputusan, Pejabat, Penandatangan
from iki_desktop.core.tahun import untuk_tahun

AWAL, AKHIR, NANTI = date(2024, 3, 1), date(2026, 12, 31), date(2027, 1, 1)
CAMAT = Penandatangan("Camat", "NAMA CAMAT, S.Sos.", "Pembina", "199001012010011001")
LAMA = Pejabat.dari(CAMAT, AWAL, AKHIR)
BARU = Pejabat("CAMAT", "NAMA LAIN, S.IP.", nip="199102022011012002", berlaku_dari=NANTI)
KASI = Pejabat("Kasi Umum", "NAMA KASI")
REGISTER = (LAMA, BARU, KASI)

TEKS = st.text(max_size=12) | st.sampled_from(
    ["<b>", "</para>", "😀", "=1+1", "\u202eNAMA", "\x0b", "é" * 6000]
)
TANGGAL = st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31))
ORANG = st.builds(
    Penandatangan,
    TEKS,
    TEKS,
    st.none() | TEKS,
    st.none() | TEKS,
    st.none() | st.sampled_from(["definitif", "Plt."]),
)
ENTRI = st.builds(Pejabat.dari, ORANG, TANGGAL, TANGGAL)


def test_an_entry_is_a_signatory_and_a_term() -> None:
    nama = [f.name for f in fields(Penandatangan)]
    assert [f.name for f in fields(Pejabat)] == [*nama, "berlaku_dari", "berlaku_sampai"]


@given(ORANG, TANGGAL, TANGGAL)
def test_an_entry_gives_back_who_it_was_made_from(orang: Penandatangan, dari: date, sampai: date) -> None:
    assert Pejabat.dari(orang, dari, sampai).penandatangan == orang


@pytest.mark.parametrize(
    "dari, sampai, pada, berlaku",
    [
        (None, None, AWAL, True),
        (AWAL, AKHIR, AWAL, True),
        (AWAL, AKHIR, AKHIR, True),
        (AWAL, AKHIR, NANTI, False),
        (AWAL, None, date(2024, 2, 29), False),
        (None, AKHIR, NANTI, False),
        (None, AKHIR, date(1945, 1, 1), True),
        (AWAL, AWAL, AWAL, True),
    ],
)
def test_a_term_holds_on_both_of_its_days(
    dari: date | None, sampai: date | None, pada: date, berlaku: bool
) -> None:
    assert Pejabat("Camat", "NAMA", berlaku_dari=dari, berlaku_sampai=sampai).berlaku(pada) is berlaku


def test_those_in_force_come_first() -> None:
    assert menurut_masa(REGISTER, AKHIR) == ([LAMA, KASI], [BARU])
    assert menurut_masa(REGISTER, NANTI) == ([BARU, KASI], [LAMA])
    assert menurut_masa((), NANTI) == ([], [])


@given(st.lists(ENTRI, max_size=5), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_everyone_stands_in_one_of_the_two(register: list[Pejabat], pada: date) -> None:
    berlaku, lain = menurut_masa(register, pada)
    assert sorted(map(repr, berlaku + lain)) == sorted(map(repr, register))


# --- who stands on a paper --------------------------------------------------------------------


def test_the_same_in_force_is_all_there_is_to_say() -> None:
    assert padanan(REGISTER, CAMAT, AKHIR) == Padanan(LAMA, sama=True, berlaku=True, pengganti=None)
    assert padanan(REGISTER, replace(CAMAT, sebutan="definitif"), AKHIR) == padanan(REGISTER, CAMAT, AKHIR)


def test_after_the_term_there_is_a_successor() -> None:
    assert padanan(REGISTER, CAMAT, NANTI) == Padanan(LAMA, sama=True, berlaku=False, pengganti=BARU)


def test_two_successors_are_not_chosen_between() -> None:
    hasil = padanan((*REGISTER, replace(BARU, nama="LAIN LAGI", nip=None)), CAMAT, NANTI)
    assert hasil is not None
    assert hasil.pengganti is None


def test_who_is_not_in_the_register_is_not_asked_about() -> None:
    assert padanan(REGISTER, Penandatangan("Camat", "ORANG LUAR"), AKHIR) is None
    assert padanan((), CAMAT, AKHIR) is None


def test_the_same_person_in_another_office_is_another_matter() -> None:
    assert padanan(REGISTER, replace(CAMAT, jabatan="Sekretaris Camat"), AKHIR) is None


@pytest.mark.parametrize(
    "isi",
    [
        {"nama": "NAMA CAMAT, S.Sos., M.Si."},
        {"nip": "199001012010011002"},
        {"nip": None},
        {"nama": "Nama Camat S.Sos"},
        {"jabatan": "CAMAT BIATAN,"},
        {"sebutan": "Plt."},
        {"atas_nama": "BUPATI"},
    ],
)
def test_the_same_person_written_otherwise_is_a_difference(isi: dict[str, str | None]) -> None:
    orang = replace(CAMAT, **isi)  # type: ignore[arg-type]
    assert padanan(REGISTER, orang, AKHIR) == Padanan(LAMA, sama=False, berlaku=True, pengganti=None)


def test_of_several_terms_the_one_in_force_speaks() -> None:
    plt = replace(LAMA, sebutan="Plt.", berlaku_dari=None, berlaku_sampai=date(2024, 2, 29))
    naik = replace(LAMA, pangkat="Pembina Tingkat I", berlaku_dari=NANTI, berlaku_sampai=None)
    register = (plt, LAMA, naik)
    for pada, entri, sama in ((date(2024, 1, 1), plt, False), (AKHIR, LAMA, True), (NANTI, naik, False)):
        assert padanan(register, CAMAT, pada) == Padanan(entri, sama=sama, berlaku=True, pengganti=None)


def test_names_without_any_word_are_compared_as_they_are() -> None:
    register = (Pejabat("★", "😀"),)
    assert padanan(register, Penandatangan("★", "😀"), AKHIR) is not None
    assert padanan(register, Penandatangan("★", "🎉"), AKHIR) is None
    assert padanan(register, Penandatangan("Camat", "😀"), AKHIR) is None


# --- into the register ------------------------------------------------------------------------


def test_who_is_new_comes_last() -> None:
    orang = Penandatangan("Sekretaris", "NAMA SEKRETARIS")
    assert dicatat(REGISTER, orang, AKHIR) == (*REGISTER, Pejabat.dari(orang))
    assert dicatat((), orang, AKHIR) == (Pejabat.dari(orang),)


def test_who_is_there_is_replaced_in_place_and_keeps_the_term() -> None:
    naik = replace(CAMAT, pangkat="Pembina Tingkat I")
    assert dicatat(REGISTER, naik, AKHIR) == (Pejabat.dari(naik, AWAL, AKHIR), BARU, KASI)


def test_of_several_terms_the_one_in_force_is_replaced() -> None:
    dahulu = replace(LAMA, pangkat="Penata", berlaku_dari=None, berlaku_sampai=date(2024, 2, 29))
    naik = replace(CAMAT, pangkat="Pembina Tingkat I")
    assert dicatat((dahulu, LAMA), naik, AKHIR) == (dahulu, Pejabat.dari(naik, AWAL, AKHIR))


def test_a_term_as_plt_is_an_entry_of_its_own() -> None:
    plt = replace(CAMAT, sebutan="Plt.")
    assert dicatat(REGISTER, plt, AKHIR) == (*REGISTER, Pejabat.dari(plt))


@given(st.lists(ENTRI, max_size=5), ORANG, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_whoever_is_put_into_the_register_is_in_it(
    register: list[Pejabat], orang: Penandatangan, pada: date
) -> None:
    hasil = dicatat(register, orang, pada)
    assert terdaftar(hasil, orang)
    assert padanan(hasil, orang, pada) is not None
    assert len(hasil) - len(register) in (0, 1)
    assert dicatat(hasil, orang, pada) == hasil


# --- the ranks, and another year --------------------------------------------------------------


def test_the_ranks_run_from_the_first_golongan_to_the_last() -> None:
    golongan = [g for _, g in PANGKAT]
    assert golongan == [
        f"{r}/{h}" for r in ("I", "II", "III", "IV") for h in "abcde" if h != "e" or r == "IV"
    ]
    assert len({nama for nama, _ in PANGKAT}) == 17


def test_another_year_begins_with_the_same_signatory() -> None:
    dokumen = Dokumen(2, 1, 0, 2026, keputusan=Keputusan(penandatangan=CAMAT, tanggal=date(2026, 1, 2)))
    baru = untuk_tahun(dokumen, 2027)
    assert baru.keputusan == Keputusan(penandatangan=CAMAT)


@pytest.mark.parametrize(
    "sebutan, jabatan, hasil",
    [
        (None, "CAMAT", "CAMAT"),
        ("definitif", "CAMAT", "CAMAT"),
        ("Plt.", "CAMAT", "Plt. CAMAT"),
        ("Plt.", "Plt. CAMAT ", "Plt. CAMAT"),
        ("Plh.", "Sekretaris", "Plh. Sekretaris"),
    ],
)
def test_the_jabatan_with_its_sebutan_once(sebutan: str | None, jabatan: str, hasil: str) -> None:
    orang = Penandatangan(jabatan, "NAMA CAMAT", sebutan=sebutan)
    assert jabatan_bersebutan(orang) == jabatan_bersebutan(Pejabat.dari(orang)) == hasil
