"""What a page bears besides its text: the mark of a draft, the room to sign, the sentence at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_uint
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from iki_desktop.core.records import Keputusan, Penandatangan, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.keputusan import Pilihan
from iki_desktop.naskah.penutup import KALIMAT_ELEKTRONIK
from tests.export.pdf_dibaca import POLOS, cetak, kotak_huruf, padat, teks_mentah, terbuka, ukuran_halaman
from tests.naskah.kantor_naskah import CAMAT, jabatan, kantor_ekstrem, sasaran, snapshot, snapshot_data

PDFIUM: Any = pypdfium2.raw

KEPUTUSAN = Keputusan(tempat="Contoh", tanggal=date(2026, 1, 2), penandatangan=CAMAT)
JANGKAR = Pilihan(tanda_draf=False, tanda_tangan=CaraTandaTangan.ELEKTRONIK_JANGKAR)
KOTAK = Pilihan(tanda_draf=False, tanda_tangan=CaraTandaTangan.ELEKTRONIK_KOTAK)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "dokumen.pdf"


def mendatar(data: Snapshot, kertas: str = "F4") -> Snapshot:
    letak = TataLetak(kertas=kertas, lampiran_mendatar=True)
    return replace(data, dokumen=replace(data.dokumen, tata_letak=letak))


# --- DRAF -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        snapshot_data("biatan"),
        mendatar(snapshot_data("camplong"), "A4"),
        kantor_ekstrem(("kata hanya ASCII", "Panjang" * 30)),
    ],
    ids=["biatan", "camplong", "ekstrem"],
)
def test_the_mark_comes_first_and_changes_no_word(data: Snapshot, tmp_path: Path) -> None:
    polos, draf = tmp_path / "polos.pdf", tmp_path / "draf.pdf"
    cetak(data, polos)
    cetak(data, draf, Pilihan())
    assert [t.split("\r\n")[0] for t in teks_mentah(draf)] == ["DRAF"] * len(teks_mentah(polos))
    # The reader guesses blanks and line breaks from the size of the first words; the words are the same.
    sesudah = ["".join(t.removeprefix("DRAF").split()) for t in teks_mentah(draf)]
    assert sesudah == ["".join(t.split()) for t in teks_mentah(polos)]
    assert [halaman[4:] for halaman in kotak_huruf(draf)] == kotak_huruf(polos)


def test_a_decision_that_is_made_bears_no_mark(tmp_path: Path) -> None:
    satu, dua = tmp_path / "1.pdf", tmp_path / "2.pdf"
    data = snapshot(keputusan=replace(KEPUTUSAN, status="ditetapkan"))
    cetak(data, satu, Pilihan())
    cetak(data, dua, POLOS)
    assert satu.read_bytes() == dua.read_bytes()


def objek_teks(pdf: Path) -> Iterator[list[tuple[str, tuple[int, ...]]]]:
    """Every text object of each page in the order in which they are drawn: its words, its colour."""
    jenis = PDFIUM.FPDF_PAGEOBJ_TEXT
    with terbuka(pdf) as dokumen:
        for halaman in dokumen:
            baca = halaman.get_textpage()
            isi = []
            for objek in halaman.get_objects([jenis], textpage=baca):
                warna = [c_uint() for _ in range(4)]
                assert PDFIUM.FPDFPageObj_GetFillColor(objek, *warna)
                isi.append((objek.extract(), tuple(w.value for w in warna)))
            baca.close()
            yield isi


def test_the_mark_is_light_and_lies_beneath_the_text(pdf: Path) -> None:
    cetak(snapshot_data("biatan"), pdf, Pilihan())
    for halaman in objek_teks(pdf):
        (tanda, kelabu), *teks = halaman
        assert tanda == "DRAF"
        assert min(kelabu[:3]) > 210
        assert {warna for _, warna in teks} == {(0, 0, 0, 255)}


@pytest.mark.parametrize("kertas", ["F4", "A4", "Folio"])
def test_the_mark_lies_across_the_middle_of_every_page(kertas: str, pdf: Path) -> None:
    cetak(mendatar(snapshot_data("biatan"), kertas), pdf, Pilihan())
    semua = zip(kotak_huruf(pdf), ukuran_halaman(pdf), strict=True)
    for huruf, (lebar, tinggi) in semua:
        tanda = huruf[:4]
        assert "".join(h for h, *_ in tanda) == "DRAF"
        kiri, kanan = min(k for _, k, *_ in tanda), max(k for *_, k, _ in tanda)
        bawah, atas = min(b for _, _, b, *_ in tanda), max(a for *_, a in tanda)
        assert 30 < kiri < kanan < lebar - 20
        assert 25 < bawah < atas < tinggi - 20
        assert (kiri + kanan) / 2 == pytest.approx(30 + (lebar - 50) / 2, abs=8)
        assert (bawah + atas) / 2 == pytest.approx(25 + (tinggi - 45) / 2, abs=8)
        assert atas - bawah > 80
        for sebelum, sesudah in pairwise(tanda):
            assert sesudah[1] > sebelum[1]
            assert sesudah[2] > sebelum[2]


# --- signatures -------------------------------------------------------------------------------


def ruang(pdf: Path) -> float:
    """Millimetres between the office and the name of who signs, on the last page."""
    huruf = [h for h in kotak_huruf(pdf)[-1] if h[0] not in "#^"]
    teks = "".join(h for h, *_ in huruf)
    letak = teks.index("CAMAT,NAMA")
    bawah = min(h[2] for h in huruf[letak : letak + 5])
    return bawah - max(h[4] for h in huruf[letak + 6 : letak + 10])


def test_room_for_a_picture_is_three_to_four_centimetres(pdf: Path) -> None:
    for pilihan, (sedikit, banyak) in ((POLOS, (22, 28)), (JANGKAR, (33, 42)), (KOTAK, (35, 44))):
        cetak(snapshot(keputusan=KEPUTUSAN), pdf, pilihan)
        assert sedikit < ruang(pdf) < banyak


@pytest.mark.parametrize("jangkar", ["#", "^"])
def test_the_anchor_stands_in_the_middle_of_its_room(jangkar: str, pdf: Path) -> None:
    cetak(snapshot(keputusan=KEPUTUSAN), pdf, replace(JANGKAR, jangkar=jangkar))
    (huruf,) = kotak_huruf(pdf)
    teks = "".join(h for h, *_ in huruf)
    letak = teks.index(f"CAMAT,{jangkar}NAMA") + 6
    _, kiri, bawah, _, atas = huruf[letak]
    assert kiri == pytest.approx(huruf[letak + 1][1], abs=1)
    assert huruf[letak - 6][2] - atas > 12
    assert bawah - huruf[letak + 1][4] > 12


def garis(pdf: Path) -> Iterator[list[tuple[float, float, float, float]]]:
    """The drawn frames of each page: left, bottom, right, top in millimetres."""
    with terbuka(pdf) as dokumen:
        for halaman in dokumen:
            objek = halaman.get_objects([PDFIUM.FPDF_PAGEOBJ_PATH])
            yield [tuple(sisi * 25.4 / 72 for sisi in o.get_bounds()) for o in objek]


def test_the_frame_is_empty_and_thin(pdf: Path) -> None:
    cetak(snapshot(keputusan=KEPUTUSAN), pdf, KOTAK)
    (halaman,) = garis(pdf)
    ((kiri, bawah, kanan, atas),) = [k for k in halaman if k[3] - k[1] > 20]
    assert (kanan - kiri, atas - bawah) == pytest.approx((70, 35), abs=0.5)
    for huruf, x1, y1, x2, y2 in kotak_huruf(pdf)[0]:
        assert x2 < kiri or x1 > kanan or y2 < bawah or y1 > atas, huruf


def test_nothing_is_drawn_where_a_hand_or_an_application_signs(pdf: Path) -> None:
    for pilihan in (POLOS, JANGKAR):
        cetak(snapshot(keputusan=KEPUTUSAN), pdf, pilihan)
        (halaman,) = garis(pdf)
        assert not [k for k in halaman if k[3] - k[1] > 2]
    for pilihan in (POLOS, JANGKAR, KOTAK):
        cetak(snapshot(keputusan=KEPUTUSAN), pdf, pilihan)
        assert b"/Subtype /Image" not in pdf.read_bytes()


@pytest.mark.parametrize(
    "sebutan, atas_nama, tercetak",
    [
        ("Plt.", None, ["Plt. CAMAT,"]),
        ("Plh.", None, ["Plh. CAMAT,"]),
        ("Pj.", None, ["Pj. CAMAT,"]),
        ("definitif", "BUPATI CONTOH", ["a.n. BUPATI CONTOH", "CAMAT,"]),
    ],
)
@pytest.mark.parametrize("pilihan", [POLOS, JANGKAR, KOTAK])
def test_who_signs_for_another_says_so(
    sebutan: str, atas_nama: str | None, tercetak: list[str], pilihan: Pilihan, pdf: Path
) -> None:
    orang: Penandatangan = replace(CAMAT, sebutan=sebutan, atas_nama=atas_nama)
    cetak(snapshot(keputusan=replace(KEPUTUSAN, penandatangan=orang)), pdf, pilihan)
    baris = [b.strip() for b in teks_mentah(pdf)[0].split("\r\n")]
    letak = baris.index(tercetak[0])
    assert baris[letak : letak + len(tercetak)] == tercetak


@pytest.mark.parametrize("pilihan", [JANGKAR, KOTAK])
@pytest.mark.parametrize("baris", range(4, 12))
def test_an_electronic_signature_is_whole_and_never_alone(pilihan: Pilihan, baris: int, pdf: Path) -> None:
    isi = [sasaran(f"sasaran {n} " + "kata " * 60) for n in range(baris)]
    cetak(snapshot(jabatan("Camat", *isi), keputusan=KEPUTUSAN), pdf, pilihan)
    akhir = teks_mentah(pdf)[-1]
    assert "Contoh, 2 Januari 2026" in akhir
    assert "NIP." in akhir
    assert f"sasaran {baris - 1}" in akhir


# --- the sentence at the foot -------------------------------------------------------------------


@pytest.mark.parametrize("pilihan", [JANGKAR, KOTAK])
def test_the_sentence_stands_at_the_foot_of_every_signed_page(pilihan: Pilihan, pdf: Path) -> None:
    cetak(mendatar(snapshot_data("biatan")), pdf, pilihan)
    kalimat = padat(KALIMAT_ELEKTRONIK)
    sampul, *sisanya = teks_mentah(pdf)
    assert kalimat not in padat(sampul)
    assert [padat(t).count(kalimat) for t in sisanya] == [1] * len(sisanya)
    semua = zip(kotak_huruf(pdf)[1:], ukuran_halaman(pdf)[1:], strict=True)
    for huruf, (lebar, _) in semua:
        awal = "".join(h for h, *_ in huruf).index("Dokumeninitelah")
        kaki = huruf[awal : awal + len(KALIMAT_ELEKTRONIK.replace(" ", ""))]
        assert max(atas for *_, atas in kaki) < 21
        assert min(bawah for _, _, bawah, *_ in kaki) > 10
        assert min(kiri for _, kiri, *_ in kaki) >= 30
        assert max(kanan for *_, kanan, _ in kaki) <= lebar - 20
        isi = [h for h in huruf if h not in kaki]
        assert min(bawah for _, _, bawah, *_ in isi) > 24


def test_papers_signed_by_hand_say_nothing_of_it(pdf: Path) -> None:
    cetak(snapshot_data("biatan"), pdf)
    assert not any("secara elektronik menggunakan" in t for t in teks_mentah(pdf))


def test_two_electronic_builds_are_the_same(tmp_path: Path) -> None:
    for pilihan in (Pilihan(), JANGKAR, KOTAK):
        satu, dua = tmp_path / "1.pdf", tmp_path / "2.pdf"
        cetak(kantor_ekstrem(), satu, pilihan)
        cetak(kantor_ekstrem(), dua, pilihan)
        assert satu.read_bytes() == dua.read_bytes()
