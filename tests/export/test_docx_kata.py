"""Every word of the document stands in the Word file once and in order, whatever the words are."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.docx.teks import bersihkan
from iki_desktop.naskah.blok import BarisDaftar, Daftar, Lembaran, Naskah
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.naskah.teks import semua_teks
from tests.export import pdf_dibaca
from tests.export.docx_dibaca import (
    Penghitung,
    W,
    jadikan_pdf,
    kata_berkas,
    kata_pohon,
    padat,
    teks_paragraf,
    tulis,
    xml,
)
from tests.export.pdf_dibaca import daftar_isi, teks_halaman
from tests.naskah.kantor_naskah import (
    DATA,
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

KANTOR = ("biatan", "camplong", "lengkap")


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return tmp_path / "naskah.docx"


def data(nama: str) -> Snapshot:
    return kantor_ekstrem() if nama == "ekstrem" else snapshot_data(nama)


@pytest.mark.parametrize("nama", [*KANTOR, "ekstrem"])
def test_every_word_stands_once_and_in_order(nama: str, berkas: Path) -> None:
    naskah = compose_dokumen(data(nama))
    tertulis = padat("".join(kata_berkas(tulis(data(nama), berkas))))
    assert tertulis == padat("".join(kata_pohon(naskah)))


def test_the_made_up_office_uses_every_field_of_the_format() -> None:
    skema = json.loads((DATA.parent.parent / "docs/format/iki-1.schema.json").read_text(encoding="utf-8"))
    kantor = json.loads((DATA / "lengkap.json").read_text(encoding="utf-8"))
    assert set(_bidang(skema)) - set(_kunci(kantor)) == set()


def _bidang(skema: Any) -> list[str]:
    if isinstance(skema, list):
        return [nama for satu in skema for nama in _bidang(satu)]
    if not isinstance(skema, dict):
        return []
    isi = skema.get("properties", {})
    return [*isi, *(n for satu in isi.values() for n in _bidang(satu)), *(
        n for kunci, satu in skema.items() if kunci != "properties" for n in _bidang(satu)
    )]  # fmt: skip


def _kunci(nilai: Any) -> list[str]:
    if isinstance(nilai, dict):
        return [*nilai, *(n for satu in nilai.values() for n in _kunci(satu))]
    return [n for satu in nilai for n in _kunci(satu)] if isinstance(nilai, list) else []


# --- lists ----------------------------------------------------------------------------------------


def daftar_tertulis(baris: tuple[BarisDaftar, ...], berkas: Path) -> Any:
    from docx import Document

    from iki_desktop.export.docx import tulis_docx

    naskah = Naskah("j", "p", "h", tata_halaman(None), (Lembaran((Daftar(baris), Daftar(baris))),))
    tulis_docx(naskah, berkas)
    return Document(str(berkas))


@pytest.mark.parametrize("gaya", ["a.", "1.", "1)", "a)", "(1)", "-", ""])
def test_word_counts_the_printed_numbers_anew_in_every_list(gaya: str, berkas: Path) -> None:
    from iki_desktop.core.records import Butir
    from iki_desktop.naskah.daftar import bernomor

    butir = tuple(Butir("x", (Butir("y"), Butir("z", (Butir("w"),)))) for _ in range(30))
    baris = bernomor(butir, gaya).baris
    dokumen = daftar_tertulis(baris, berkas)
    assert list(kata_berkas(dokumen)) == [b.nomor + b.teks for b in (*baris, *baris)]
    assert len({n.get(f"{W}val") for n in dokumen.element.body.iter(f"{W}numId")}) == 2


@pytest.mark.parametrize(
    "nomor",
    [("1.", "1."), ("2.", "3."), ("a.", "c."), ("1.1", "1.2"), ("Pasal 1", "Pasal 2"), ("I.", "II.")],
)
def test_numbers_that_word_would_count_otherwise_stay_text(nomor: tuple[str, ...], berkas: Path) -> None:
    baris = tuple(BarisDaftar(0, n, "kata") for n in nomor)
    dokumen = daftar_tertulis(baris, berkas)
    assert [padat(k) for k in kata_berkas(dokumen)] == [padat(f"{n}kata") for n in nomor] * 2
    assert not list(dokumen.element.body.iter(f"{W}numPr"))


def test_lists_deeper_than_word_counts_stay_text(berkas: Path) -> None:
    baris = tuple(BarisDaftar(t, "1.", f"kata {t}") for t in range(12))
    dokumen = daftar_tertulis(baris, berkas)
    assert not list(dokumen.element.body.iter(f"{W}numPr"))
    masuk = [int(i.get(f"{W}left")) for i in dokumen.element.body.iter(f"{W}ind")][:12]
    assert masuk == sorted(masuk)
    assert masuk[-1] < 165 * 1440 / 25.4 / 2


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["a.", "b.", "1.", "2.", "-", ""])), max_size=8))
def test_any_list_shows_its_own_numbers(butir: list[tuple[int, str]]) -> None:
    from iki_desktop.export.docx.penomoran import Inden, Penomoran
    from iki_desktop.export.docx.unsur import unsur

    baris = [BarisDaftar(t, n, "x") for t, n in butir]
    penomoran = Penomoran()
    nomor = penomoran.daftar(baris, {t: Inden(0, 5) for t in range(4)})
    if nomor is None:
        return
    hitung = Penghitung(penomoran.unsur())
    tercetak = [
        hitung.nomor(
            unsur("w:p", unsur("w:pPr", unsur(
                "w:numPr", unsur("w:ilvl", val=b.tingkat), unsur("w:numId", val=nomor)
            )))
        )
        for b in baris
    ]  # fmt: skip
    assert tercetak == [b.nomor for b in baris]


# --- any text -------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_no_text_breaks_the_file(teks: str) -> None:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    from iki_desktop.export.docx.lembar import tulis_paragraf

    terbaca = parse_xml(serialize_part_xml(tulis_paragraf("Isi", teks)))
    assert teks_paragraf(terbaca) == bersihkan(teks)


@pytest.mark.parametrize(
    "teks, hasil",
    [
        ("a\x00b\x1bc\x7fd\x9f", "abcd"),
        ("a\r\nb\x0bc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\tb  c\u00a0d", "a\tb  c\u00a0d"),
        ("\ud800x\ufffe\uffff", "\N{REPLACEMENT CHARACTER}x"),
        ("\u202eterbalik\u202c \u2066x\u2069", "terbalik x"),
        ("👨\u200d👩\u200d👧 ☺\ufe0f ½", "👨\u200d👩\u200d👧 ☺\ufe0f ½"),
        ("<b>&amp;</b> ]]> {PAGE}", "<b>&amp;</b> ]]> {PAGE}"),
    ],
)
def test_what_a_word_file_can_hold(teks: str, hasil: str) -> None:
    assert bersihkan(teks) == hasil


def test_hostile_texts_are_words_and_nothing_else(berkas: Path) -> None:
    link = 'INCLUDEPICTURE "http://contoh.invalid/x.png" {PAGE} =1+1'
    keras = sasaran(JAHAT, indikator(link, formulasi(teks="x" * 6000), formulasi(teks=f"<w:p>{JAHAT}")))
    dokumen = tulis(snapshot(jabatan(JAHAT, keras)), berkas)
    naskah = xml(berkas)
    assert link in "\n".join(kata_berkas(dokumen))
    assert "x" * 6000 in naskah
    assert not re.search(r"<w:(instrText|fldChar|fldSimple|hyperlink|object|altChunk)\b", naskah)
    assert "TargetMode" not in xml(berkas, "word/_rels/document.xml.rels")
    with ZipFile(berkas) as terbuka:
        kepala = [terbuka.read(n).decode() for n in terbuka.namelist() if n.startswith("word/header")]
    assert sorted(isi.count("<w:fldSimple") for isi in kepala) == [0, 1]  # the page's number alone


def test_words_from_right_to_left_are_runs_of_their_own(berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat", sasaran(f"kata {KANAN} tengah سلام"))), berkas)
    kanan = [
        "".join(t.text for t in r.iter(f"{W}t"))
        for r in dokumen.element.body.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}rtl") is not None
    ]
    assert kanan == [KANAN, "سلام"]


# --- as LibreOffice prints it ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def tercetak(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("cetak")
    semua = {nama: folder / f"{nama}.docx" for nama in (*KANTOR, "ekstrem")}
    for nama, path in semua.items():
        tulis(data(nama), path)
    return dict(zip(semua, jadikan_pdf([*semua.values()], folder), strict=True))


@pytest.mark.parametrize("nama", KANTOR)
def test_libreoffice_prints_the_words_in_order(nama: str, tercetak: dict[str, Path]) -> None:
    kata = pdf_dibaca.padat("".join(teks_halaman(tercetak[nama])))
    letak = 0
    for teks in semua_teks(compose_dokumen(data(nama))):
        dicari = pdf_dibaca.padat(teks)
        letak = kata.index(dicari, letak) + len(dicari)


def test_libreoffice_prints_the_hostile_office_whole(tercetak: dict[str, Path]) -> None:
    halaman = " ".join(teks_halaman(tercetak["ekstrem"]))
    hitungan = Counter(halaman.split())
    assert hitungan["kalimat"] == 900
    assert hitungan["sangat"] == 900
    assert hitungan["indikator"] >= 100
    kata = padat(halaman)
    for teks in semua_teks(compose_dokumen(kantor_ekstrem())):
        for satu in set(bersihkan(teks).split()):
            if satu.isascii() and len(satu) < 60:
                assert padat(satu) in kata, satu


def test_headings_lead_to_every_jabatan(tercetak: dict[str, Path]) -> None:
    peta = [(tingkat, judul) for tingkat, judul, _ in daftar_isi(tercetak["camplong"])]
    jabatan_ada = [j.jabatan.nama for j in snapshot_data("camplong").jabatan]
    ditunjuk = [judul for tingkat, judul in peta if tingkat == 1]
    assert len(ditunjuk) == len(jabatan_ada)
    assert all(judul.endswith(nama) for judul, nama in zip(ditunjuk, jabatan_ada, strict=True))
