"""NIP as it is typed, shown and looked at."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.nip import PANJANG_NIP, baca_nip, lahir_menurut_nip, nip_terkelompok


@pytest.mark.parametrize(
    "teks, nip",
    [
        ("199001012010011001", "199001012010011001"),
        ("NIP. 19900101 201001 1 001", "199001012010011001"),
        ("nip: 19900101.201001.1.001", "199001012010011001"),
        ("  ", None),
        ("NIP", None),
        ("nipis", "nipis"),
    ],
)
def test_nip_is_read_as_it_is_typed(teks: str, nip: str | None) -> None:
    assert baca_nip(teks) == nip


@given(st.from_regex(rf"[0-9]{{{PANJANG_NIP}}}", fullmatch=True))
def test_what_is_shown_in_groups_is_read_back(nip: str) -> None:
    assert baca_nip(nip_terkelompok(nip)) == nip
    assert [len(bagian) for bagian in nip_terkelompok(nip).split()] == [8, 6, 1, 3]
    lahir_menurut_nip(nip)


@pytest.mark.parametrize("teks", ["123", "", "<b>", "١٩٩٠٠١٠١٢٠١٠٠١١٠٠١", "19900101201001100a"])
def test_anything_else_is_shown_as_it_is(teks: str) -> None:
    assert nip_terkelompok(teks) == teks
    assert lahir_menurut_nip(teks) is None


def test_a_nip_tells_when_its_holder_was_born() -> None:
    assert lahir_menurut_nip("199001012010011001") == date(1990, 1, 1)
    assert lahir_menurut_nip("199203152022211005") == date(1992, 3, 15), "a PPPK, numbered from 21"


@pytest.mark.parametrize(
    "nip",
    [
        "199013012010011001",  # no thirteenth month
        "199002302010011001",  # no such day
        "199001012010131001",  # nor is one appointed in a thirteenth month
        "199001012010001001",
        "199001012010013001",  # sex is 1 or 2
        "201001011990011001",  # appointed before born
        "189901012010011001",
        "000001012010011001",
    ],
)
def test_a_nip_whose_groups_cannot_be_what_they_stand_for(nip: str) -> None:
    assert lahir_menurut_nip(nip) is None
