"""Signatures, copies, dates and NIP as they are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iki_desktop.core.records import Butir, Keputusan, Pengesahan
from iki_desktop.naskah.blok import Daftar, Paragraf, TandaTangan
from iki_desktop.naskah.penutup import (
    TITIK_TITIK,
    nip_tercetak,
    penutup_bab,
    penutup_keputusan,
    penutup_lampiran,
    tembusan,
)
from iki_desktop.naskah.tanggal import tanggal_panjang
from tests.naskah.kantor_naskah import CAMAT, office

LENGKAP = Keputusan(tempat="Biatan", tanggal=date(2026, 1, 2), penandatangan=CAMAT)


@pytest.mark.parametrize(
    "nip, tercetak",
    [
        ("199001012010011001", "NIP. 19900101 201001 1 001"),
        ("12345", "NIP. 12345"),
        ("19900101201001100٢", "NIP. 19900101201001100٢"),
    ],
)
def test_nip_in_groups(nip: str, tercetak: str) -> None:
    assert nip_tercetak(nip) == tercetak


def test_date_in_words() -> None:
    assert tanggal_panjang(date(2026, 1, 2)) == "2 Januari 2026"
    assert tanggal_panjang(date(2022, 12, 31)) == "31 Desember 2022"


def test_signature_of_a_decision() -> None:
    assert penutup_keputusan(LENGKAP, office()) == TandaTangan(
        ("Ditetapkan di Biatan", "pada tanggal 2 Januari 2026"),
        ("CAMAT,",),
        "NAMA CAMAT, S.Sos.",
        ("Pembina Tk. I", "NIP. 19900101 201001 1 001"),
    )


def test_a_date_that_is_not_whole_is_printed_as_it_was_given() -> None:
    keputusan = replace(LENGKAP, tanggal=None, tanggal_teks="JANUARI 2022")
    assert penutup_keputusan(keputusan, office()).pembuka[1] == "pada tanggal JANUARI 2022"
    assert penutup_lampiran(keputusan, office()).pembuka == ("Biatan, JANUARI 2022",)


@pytest.mark.parametrize(
    "perubahan, jabatan",
    [
        ({"sebutan": "definitif"}, ("CAMAT,",)),
        ({"sebutan": "Plt."}, ("Plt. CAMAT,",)),
        ({"sebutan": "Plh.", "jabatan": "Plh. Camat"}, ("Plh. Camat,",)),
        ({"atas_nama": "BUPATI BERAU"}, ("a.n. BUPATI BERAU", "CAMAT,")),
        ({"jabatan": "CAMAT CAMPLONG\nKABUPATEN SAMPANG"}, ("CAMAT CAMPLONG\nKABUPATEN SAMPANG,",)),
        ({"jabatan": "CAMAT, "}, ("CAMAT,",)),
    ],
)
def test_the_office_of_who_signs(perubahan: dict[str, str], jabatan: tuple[str, ...]) -> None:
    orang = replace(CAMAT, **perubahan)
    assert penutup_keputusan(replace(LENGKAP, penandatangan=orang), office()).jabatan == jabatan


def test_what_is_not_known_leaves_room_to_be_written() -> None:
    kosong = penutup_keputusan(Keputusan(), office())
    assert kosong.pembuka == (f"Ditetapkan di {TITIK_TITIK}", f"pada tanggal {TITIK_TITIK}")
    assert kosong.jabatan == ("CAMAT CONTOH,",)
    assert kosong.nama == TITIK_TITIK
    assert penutup_lampiran(Keputusan(), office()).pembuka == ()


def test_name_alone_where_neither_pangkat_nor_nip_is_given() -> None:
    orang = replace(CAMAT, pangkat=None, nip=None)
    assert penutup_keputusan(replace(LENGKAP, penandatangan=orang), office()).keterangan == ()


def test_signature_of_a_chapter() -> None:
    satu = penutup_bab(Pengesahan("Sampang", date(2022, 1, 31), CAMAT), office())
    assert satu.pembuka == ("Sampang, 31 Januari 2022",)
    assert penutup_bab(Pengesahan(tempat="Sampang"), office()).pembuka == ("Sampang",)


def test_copies() -> None:
    assert tembusan(Keputusan(), "1.") is None
    ada = tembusan(Keputusan(tembusan=(Butir("Bupati"), Butir("Inspektur"))), "1.")
    assert ada is not None
    (daftar,) = ada.isi
    assert isinstance(daftar, Daftar)
    assert [(b.nomor, b.teks) for b in daftar.baris] == [("1.", "Bupati"), ("2.", "Inspektur")]
    satu = tembusan(Keputusan(tembusan=(Butir("Bupati"),)), "1.")
    assert satu is not None
    assert satu.isi == (Paragraf("Bupati"),)
