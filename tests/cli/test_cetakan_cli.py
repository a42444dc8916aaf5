"""What of a document the command line prints."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from iki_desktop.cli.kata_cetakan import BAGIAN, TANDA_TANGAN
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.pilihan import BAGIAN as BIDANG
from iki_desktop.naskah.pilihan import Pilihan
from tests.cli.kantor import Jalan, minimal, tulis

ISI = {
    "tahun": 2026,
    "judul": "JUDUL SAMPUL",
    "bab": [{"judul": "PENDAHULUAN", "bagian": [{"isi": ["Isi bab."]}]}],
    "visi": "Visi daerah",
    "iku": [{"baris": [{"sasaran": "s", "indikator": "indikator utama"}]}],
    "keputusan": {
        "nomor": "1",
        "tempat": "Biatan",
        "tanggal": "2026-01-02",
        "penandatangan": {"jabatan": "CAMAT", "nama": "NAMA CAMAT"},
    },
    "jabatan": [
        {"nama": nama, "sasaran": [{"teks": f"sasaran {nama}", "indikator": [{"teks": "i"}]}]}
        for nama in ("Camat", "Sekretaris", "Kasi Umum (Plt.)", "Pelaksana", "Pelaksana")
    ],
}
CIRI = {
    "sampul": "JUDUL SAMPUL",
    "bab": "PENDAHULUAN",
    "visi": "Visi daerah",
    "iku": "indikator utama",
    "keputusan": "MEMUTUSKAN",
    "lampiran": "LAMPIRAN",
}


@pytest.fixture
def kantor(jalan: Jalan, tmp_path: Path) -> Path:
    assert jalan("impor", tulis(tmp_path / "a.json", minimal(ISI)), "a.iki")[0] == 0
    return tmp_path / "a.iki"


def kata(berkas: Path) -> str:
    """All words of a printed document, without its marks of a page's edge."""
    if berkas.suffix == ".docx":
        return "\n".join(p.text or "" for p in Document(str(berkas)).element.body.iter("{*}t"))
    with pypdfium2.PdfDocument(berkas) as pdf:
        return "\n".join(halaman.get_textpage().get_text_bounded() for halaman in pdf)


def test_every_part_and_every_way_to_sign_has_a_word() -> None:
    assert tuple(BAGIAN.values()) == BIDANG
    assert set(BIDANG) <= {f.name for f in fields(Pilihan)}
    assert {CaraTandaTangan(nilai) for nilai in TANDA_TANGAN.values()} == set(CaraTandaTangan)


@pytest.mark.parametrize("jenis", ["pdf", "docx"])
@pytest.mark.parametrize("bagian", CIRI)
def test_one_part_alone(jalan: Jalan, kantor: Path, bagian: str, jenis: str) -> None:
    keluaran = kantor.with_name(f"satu.{jenis}")
    assert jalan("ekspor", kantor, keluaran, "--bagian", bagian)[0] == 0
    tercetak = kata(keluaran)
    assert [ciri for ciri in CIRI.values() if ciri in tercetak] == [CIRI[bagian]]


def test_parts_are_joined_however_they_are_given(jalan: Jalan, kantor: Path) -> None:
    satu, dua = kantor.with_name("1.pdf"), kantor.with_name("2.pdf")
    assert jalan("ekspor", kantor, satu, "--bagian", "lampiran, IKU")[0] == 0
    assert jalan("ekspor", kantor, dua, "--bagian", "iku", "--bagian", "lampiran,")[0] == 0
    assert satu.read_bytes() == dua.read_bytes()
    assert "indikator utama" in kata(satu)
    assert "MEMUTUSKAN" not in kata(satu)


def test_without_a_wish_everything_is_printed(jalan: Jalan, kantor: Path) -> None:
    assert jalan("ekspor", kantor, "semua.pdf")[0] == 0
    tercetak = kata(kantor.with_name("semua.pdf"))
    assert all(ciri in tercetak for ciri in CIRI.values())


def test_a_part_that_the_office_does_not_have(jalan: Jalan, tmp_path: Path) -> None:
    tanpa = {k: v for k, v in ISI.items() if k not in ("bab", "iku", "visi")}
    jalan("impor", tulis(tmp_path / "a.json", minimal(tanpa)), "a.iki")
    kode, _, galat = jalan("ekspor", "a.iki", "a.pdf", "--bagian", "bab,visi")
    assert kode == 2
    assert galat == "Dokumen ini tidak memiliki bagian yang diminta. Yang ada: sampul, keputusan, lampiran.\n"
    assert not (tmp_path / "a.pdf").exists()
    kode, _, galat = jalan("ekspor", "a.iki", "a.pdf", "--bagian", "keputusan,iku")
    assert (kode, galat) == (1, "Bagian iku tidak ada di dokumen ini.\n")
    assert "MEMUTUSKAN" in kata(tmp_path / "a.pdf")


def test_an_office_without_any_part(jalan: Jalan, tmp_path: Path) -> None:
    jalan("impor", tulis(tmp_path / "a.json", minimal({"tahun": 2026, "jabatan": []})), "a.iki")
    kode, _, galat = jalan("ekspor", "a.iki", "a.pdf", "--bagian", "iku")
    assert (kode, galat.endswith("Yang ada: tidak satu pun.\n")) == (2, True)
    kode, _, galat = jalan("ekspor", "a.iki", "a.pdf", "--jabatan", "Camat")
    assert (kode, galat.endswith("Yang ada: tidak satu pun.\n")) == (2, True)
    assert jalan("ekspor", "a.iki", "a.pdf")[0] == 0


# --- jabatan ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pilihan, tercetak",
    [
        (["--jabatan", "Camat"], ["Camat"]),
        (["--jabatan", "kasi umum plt", "SEKRETARIS"], ["Sekretaris", "Kasi Umum (Plt.)"]),
        (["--jabatan", "Sekretaris", "--jabatan", "Camat"], ["Camat", "Sekretaris"]),
        (["--jabatan", "Pelaksana"], ["Pelaksana", "Pelaksana"]),
    ],
)
@pytest.mark.parametrize("jenis", ["pdf", "docx"])
def test_the_annex_holds_who_was_named_in_printed_order(
    jalan: Jalan, kantor: Path, pilihan: list[str], tercetak: list[str], jenis: str
) -> None:
    keluaran = kantor.with_name(f"a.{jenis}")
    assert jalan("ekspor", kantor, keluaran, *pilihan)[0] == 0
    isi = " ".join(kata(keluaran).split())
    letak = 0
    for nama in tercetak:
        letak = isi.index(f"sasaran {nama}", letak) + 1
    assert isi.count("sasaran ") == len(tercetak)
    assert "MEMUTUSKAN" in isi


@pytest.mark.parametrize("nama", ["Bupati", "", "()"])
def test_a_jabatan_that_is_not_there(jalan: Jalan, kantor: Path, nama: str) -> None:
    kode, keluar, galat = jalan("ekspor", kantor, "a.pdf", "--jabatan", "Camat", nama)
    assert (kode, keluar) == (2, "")
    ada = "Camat; Sekretaris; Kasi Umum (Plt.); Pelaksana"
    assert galat == f"Jabatan “{nama}” tidak ada di dokumen ini. Yang ada: {ada}.\n"
    assert not kantor.with_name("a.pdf").exists()


def test_a_jabatan_without_the_annex(jalan: Jalan, kantor: Path) -> None:
    kode, _, galat = jalan("ekspor", kantor, "a.pdf", "--bagian", "keputusan", "--jabatan", "Camat")
    assert (kode, galat) == (0, "Pilihan --jabatan tidak berpengaruh tanpa bagian lampiran.\n")


# --- marks and signatures -----------------------------------------------------------------------


def test_the_mark_of_a_draft_can_be_left_out(jalan: Jalan, kantor: Path) -> None:
    assert jalan("ekspor", kantor, "draf.pdf")[0] == 0
    assert jalan("ekspor", kantor, "polos.pdf", "--tanpa-tanda-draf")[0] == 0
    assert "DRAF" in kata(kantor.with_name("draf.pdf"))
    assert "DRAF" not in kata(kantor.with_name("polos.pdf"))


def test_ways_to_sign(jalan: Jalan, kantor: Path) -> None:
    isi = {}
    for cara in ("", *TANDA_TANGAN):
        keluaran = kantor.with_name(f"tt{cara}.pdf")
        pilihan = ("--tanda-tangan", cara) if cara else ()
        assert jalan("ekspor", kantor, keluaran, *pilihan)[0] == 0
        isi[cara] = " ".join(kata(keluaran).split())
    assert isi[""] == isi["basah"]
    assert [("# NAMA CAMAT" in isi[c], "secara elektronik" in isi[c]) for c in TANDA_TANGAN] == [
        (False, False),
        (True, True),
        (False, True),
    ]


@pytest.mark.parametrize("keluaran", ["a.json", "a.xlsx"])
def test_other_files_know_nothing_of_printing(jalan: Jalan, kantor: Path, keluaran: str) -> None:
    pilihan = ("--bagian", "bab", "--jabatan", "x", "--tanpa-tanda-draf", "--tanda-tangan", "kotak")
    kode, _, galat = jalan("ekspor", kantor, keluaran, *pilihan)
    assert kode == 0
    jenis = keluaran[1:]
    assert galat.splitlines() == [
        f"Pilihan {nama} tidak berpengaruh pada {jenis}."
        for nama in ("--bagian", "--jabatan", "--tanpa-tanda-draf", "--tanda-tangan")
    ]


def test_the_help_names_every_choice(jalan: Jalan) -> None:
    _, keluar, _ = jalan("ekspor", "--help")
    rapat = " ".join(keluar.split())
    assert ", ".join(BAGIAN) in rapat
    assert all(cara in rapat for cara in TANDA_TANGAN)
    for nama in ("--tahun", "--kecamatan", "--bagian", "--jabatan", "--tanpa-tanda-draf", "--tanda-tangan"):
        assert nama in rapat
