"""The letterhead, and the coat of arms that is only drawn where it is sane."""

from __future__ import annotations

import base64

import pytest

from iki_desktop.naskah import kop
from iki_desktop.naskah.kop import compose_kop, compose_lambang
from tests.naskah.kantor_naskah import office, png


def test_lines_of_the_letterhead() -> None:
    surat = office(alamat="Jl. Raya No. 37", kode_pos="69281", telepon="0323-1", laman="a.id", surel="b@a.id")
    jadi = compose_kop(surat, None)
    assert (jadi.induk, jadi.nama) == ("PEMERINTAH KABUPATEN PERCOBAAN", "KECAMATAN CONTOH")
    assert jadi.alamat == (
        "Jl. Raya No. 37 Kode Pos 69281",
        "Telepon 0323-1, Laman a.id, Pos-el b@a.id",
    )


def test_lines_without_data_are_left_out() -> None:
    assert compose_kop(office(), None).alamat == ()
    assert compose_kop(office(kode_pos="1"), None).alamat == ("Kode Pos 1",)
    assert compose_kop(office(surel="x@y"), None).alamat == ("Pos-el x@y",)


def test_a_sane_picture_is_kept() -> None:
    lambang, temuan = compose_lambang(office(logo_png=png()))
    assert lambang is not None
    assert lambang.png == base64.b64decode(png())
    assert temuan == ()


def test_an_office_without_a_picture_has_nothing_to_report() -> None:
    assert compose_lambang(office()) == (None, ())


def _base64(isi: bytes) -> str:
    return base64.b64encode(isi).decode()


@pytest.mark.parametrize(
    "logo, sebab",
    [
        ("bukan base64 <b>", "tidak dapat dibaca"),
        ("é", "tidak dapat dibaca"),
        ("", "bukan gambar PNG"),
        (_base64(b"GIF89a" + b"\0" * 60), "bukan gambar PNG"),
        (_base64(b"\x89PNG\r\n\x1a\n"), "bukan gambar PNG"),
        (png(1, 1)[:16] + "AAAA" + png(1, 1)[20:], "bukan gambar PNG"),
        (_base64(base64.b64decode(png())[:16] + b"\x00\x10\x00\x00" * 2), "terlalu besar"),
        (_base64(base64.b64decode(png())[:16] + bytes(8)), "terlalu besar"),
    ],
)
def test_a_picture_that_is_not_sane_is_left_out_with_a_finding(logo: str, sebab: str) -> None:
    lambang, temuan = compose_lambang(office(logo_png=logo))
    assert lambang is None
    assert [t.tempat for t in temuan] == ["kecamatan.logo_png"]
    assert sebab in temuan[0].pesan


def test_a_picture_of_too_many_bytes_is_not_even_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kop, "BYTE_TERBANYAK", 100)
    lambang, temuan = compose_lambang(office(logo_png=png()))
    assert lambang is None
    assert "terlalu besar" in temuan[0].pesan
