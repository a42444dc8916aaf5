"""Charts on paper: lengths that are true, gaps that stay gaps, words that stay within the page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2.raw import FPDF_PAGEOBJ_PATH  # type: ignore[attr-defined]

from iki_desktop.export.corak import CORAK_TANPA_KELAS, rupa_kelas
from iki_desktop.export.docx import tulis_docx
from iki_desktop.export.docx.grafik import SOBEKAN
from iki_desktop.export.pdf import cetak_pdf
from iki_desktop.naskah.blok import Lembaran, Naskah, Paragraf
from iki_desktop.naskah.grafik import Batang, Grafik
from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.naskah.teks import semua_teks
from tests.export.docx_dibaca import W, jadikan_pdf, kata_berkas, padat
from tests.export.pdf_dibaca import teks_mentah, terbuka
from tests.export.pdf_letak import MM, salah_letak
from tests.naskah.kantor_naskah import JAHAT, KANAN, PANJANG

KELAS = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")


def batang(nama: str, nilai: str | None, kelas: int = 0) -> Batang:
    if nilai is None:
        return Batang(nama, kata="belum ada isian")
    return Batang(nama, Decimal(nilai), f"{nilai} %", KELAS[kelas], (kelas, 5))


def naskah(*semua: Grafik | Paragraf) -> Naskah:
    return Naskah("Uji", "Uji", "Uji", tata_halaman(None), (Lembaran(semua),))


def pdf(folder: Path, *semua: Grafik | Paragraf) -> Path:
    berkas = folder / "grafik baru.pdf"
    cetak_pdf(naskah(*semua), berkas)
    return berkas


def teks_halaman(berkas: Path) -> list[str]:
    """The words of each page without blanks."""
    return [padat(teks) for teks in teks_mentah(berkas)]


def kotak(berkas: Path, halaman: int = 0) -> list[tuple[float, float, float, float]]:
    """Every path of a page: left, bottom, width, height; millimetres."""
    with terbuka(berkas) as dokumen:
        lembar = dokumen[halaman]
        sisi = [o.get_bounds() for o in lembar.get_objects([FPDF_PAGEOBJ_PATH])]
        lembar.close()
    return [(a * MM, b * MM, (c - a) * MM, (d - b) * MM) for a, b, c, d in sisi]


def setinggi(semua: Sequence[tuple[float, float, float, float]], tinggi: float) -> list[float]:
    """The widths of boxes of a height, from the top of the page down."""
    terpilih = [k for k in semua if abs(k[3] - tinggi) < 0.01]
    return [lebar for _, _, lebar, _ in sorted(terpilih, key=lambda k: -k[1])]


# --- PDF ----------------------------------------------------------------------------------------


def test_bars_are_as_long_as_their_figures(tmp_path: Path) -> None:
    nilai = ["100", "50", "0.5", "120"]
    lebar = setinggi(kotak(pdf(tmp_path, Grafik("j", tuple(batang("a", n) for n in nilai)))), 3.6)
    assert [w / lebar[0] for w in lebar] == pytest.approx([1, 0.5, 0.005, 1.2], rel=0.01)


def test_a_bar_beyond_the_scale_is_torn_off_and_keeps_its_number(tmp_path: Path) -> None:
    biasa = Grafik("j", (batang("a", "200"), batang("b", "90")))
    lewat = Grafik("j", (batang("a", "26000.25"), batang("b", "90")))
    satu, dua = kotak(pdf(tmp_path, biasa)), kotak(pdf(tmp_path, lewat))
    assert len(dua) == len(satu) + 2  # two cuts
    berkas = pdf(tmp_path, lewat)
    assert "26000.25 %" in "".join(teks_mentah(berkas))
    assert salah_letak(berkas, tata_halaman(None)) == []


def test_what_is_empty_has_no_bar_and_says_so(tmp_path: Path) -> None:
    kosong = Grafik("j", (batang("a", None), batang("b", None)))
    berkas = pdf(tmp_path, kosong)
    assert kotak(berkas) == []
    assert "".join(teks_halaman(berkas)) == padat("jabelumadaisianbbelumadaisian")
    nol = pdf(tmp_path, Grafik("j", (batang("a", "0", 4), batang("b", "50"))))
    assert len(setinggi(kotak(nol), 3.6)) == 1  # the 0 has no bar to see, yet its number
    assert "0%" in "".join(teks_halaman(nol))


@pytest.mark.parametrize("banyak", [1, 2, 14, 60, 200])
def test_any_number_of_posts_flows_over_pages(banyak: int, tmp_path: Path) -> None:
    semua = tuple(batang(f"Jabatan nomor {n} " + "panjang " * (n % 20), str(n), n % 5) for n in range(banyak))
    berkas = pdf(tmp_path, Grafik("Capaian per jabatan", semua))
    assert salah_letak(berkas, tata_halaman(None)) == []
    halaman = teks_halaman(berkas)
    assert all("target100%" in h for h in halaman)
    assert [h.count("Capaianperjabatan") for h in halaman] == [1, *[0] * (len(halaman) - 1)]
    utuh = "".join(halaman)
    assert all(f"nomor{n}p" in utuh or f"nomor{n}" in utuh for n in range(banyak))
    assert (len(halaman) > 1) == (banyak >= 60)


@pytest.mark.parametrize("sebelum", range(40, 62))
def test_a_title_never_stands_without_two_of_its_bars(sebelum: int, tmp_path: Path) -> None:
    isi = [Paragraf(f"baris {n}") for n in range(sebelum)]
    semua = tuple(batang(f"Jabatan {n}", "50") for n in range(6))
    halaman = teks_halaman(pdf(tmp_path, *isi, Grafik("JUDULGRAFIK", semua)))
    berjudul = next(h for h in halaman if "JUDULGRAFIK" in h)
    assert berjudul.count("Jabatan") >= 2
    assert sum(h.count("Jabatan") for h in halaman) == 6
    assert all(h.count("Jabatan") != 1 for h in halaman)


def test_columns_stand_on_one_line_and_the_target_crosses_them(tmp_path: Path) -> None:
    semua = (batang("TW I", "80"), batang("TW II", None), batang("TW III", "40"), batang("TW IV", "300"))
    berkas = pdf(tmp_path, Grafik("j", semua, tegak=True))
    tiang = [k for k in kotak(berkas) if abs(k[2] - 14) < 0.01 and k[3] > 5]
    assert len({round(k[1], 2) for k in tiang}) == 1
    assert [round(k[3], 1) for k in tiang] == [12.0, 6.0, 30.0]  # of 200 % on 30 mm
    assert salah_letak(berkas, tata_halaman(None)) == []
    (teks,) = teks_halaman(berkas)
    assert teks.index("TWI") < teks.index("80%") < teks.index("SangatTinggi")
    assert "belumadaisian" in teks


def test_columns_without_any_bar_say_so(tmp_path: Path) -> None:
    berkas = pdf(tmp_path, Grafik("j", (batang("TW I", None), batang("TW II", None)), tegak=True))
    assert kotak(berkas) == []
    assert "target" not in "".join(teks_halaman(berkas))


@pytest.mark.parametrize("teks", [JAHAT, PANJANG, KANAN, "", "😀" * 40, "=1+1"])
@pytest.mark.parametrize("tegak", [False, True])
def test_any_text_stays_within_its_place(teks: str, tegak: bool, tmp_path: Path) -> None:
    aneh = Batang(teks[:160], Decimal("88.5"), "88,50 %", teks[:60], (2, 5))
    grafik = Grafik(teks[:80] or "j", (aneh, batang("biasa", None), batang("b", "3")), tegak=tegak)
    berkas = pdf(tmp_path, grafik)
    assert [s for s in salah_letak(berkas, tata_halaman(None)) if "di luar" in s] == []
    word = tmp_path / "grafik.docx"
    tulis_docx(naskah(grafik), word)
    dibaca = padat("".join(kata_berkas(docx.Document(str(word)))))
    assert "biasa" in dibaca
    assert "88,50%" in dibaca


def test_classes_are_told_apart_without_colour() -> None:
    lima = [rupa_kelas((n, 5)) for n in range(5)]
    assert len({r.corak for r in lima}) == len({r.warna for r in lima}) == 5
    assert [rupa_kelas((n, 3)) for n in range(3)] == [lima[0], lima[2], lima[4]]
    assert rupa_kelas((0, 1)) == lima[0]
    assert rupa_kelas(None) == CORAK_TANPA_KELAS


def test_grey_paper_shows_five_different_bars(tmp_path: Path) -> None:
    """The better the class, the darker its bar, on a printer of black alone."""
    berkas = pdf(tmp_path, Grafik("j", tuple(batang("a", "100", n) for n in range(5))))
    with pypdfium2.PdfDocument(berkas) as dokumen:
        gambar = dokumen[0].render(scale=4, grayscale=True).to_pil()
    per_mm = 4 * 72 / 25.4
    tinggi = gambar.height / per_mm
    isi = [k for k in kotak(berkas) if abs(k[3] - 3.6) < 0.01]
    rata = []
    for kiri, bawah, lebar, setebal in sorted(isi, key=lambda k: -k[1]):
        sisi = (kiri + 1, tinggi - bawah - setebal + 0.5, kiri + lebar - 3, tinggi - bawah - 0.5)
        bagian = gambar.crop(tuple(round(s * per_mm) for s in sisi))
        rata.append(sum(bagian.tobytes()) / (bagian.width * bagian.height))
    assert len(rata) == 5
    assert all(terang - gelap > 10 for gelap, terang in pairwise(rata))


angka = st.one_of(st.none(), st.decimals(Decimal(-50), Decimal(5000), places=2))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    nilai=st.lists(st.tuples(angka, st.text(max_size=90)), max_size=40),
    tegak=st.booleans(),
)
def test_no_chart_is_lost_whatever_it_holds(
    nilai: list[tuple[Decimal | None, str]], tegak: bool, tmp_path: Path
) -> None:
    isi = nilai[:5] if tegak else nilai
    semua = tuple(batang(nama, None if n is None else str(n), 3) for n, nama in isi)
    berkas = pdf(tmp_path, Grafik("j", semua, tegak=tegak), Paragraf("penutup"))
    assert "penutup" in "".join(teks_halaman(berkas))
    assert [s for s in salah_letak(berkas, tata_halaman(None)) if "di luar" in s] == []


# --- Word ---------------------------------------------------------------------------------------


def word(folder: Path, *semua: Grafik | Paragraf) -> Any:
    berkas = folder / "grafik.docx"
    tulis_docx(naskah(*semua), berkas)
    return docx.Document(str(berkas))


def batang_word(dokumen: Any) -> list[Any]:
    return [p for p in dokumen.element.body.iter(f"{W}p") if p.style == "Batang"]


def inden(p: Any, sisi: str) -> int:
    return int(p.pPr.find(f"{W}ind").get(f"{W}{sisi}"))


def test_word_has_every_word_in_reading_order(tmp_path: Path) -> None:
    satu = Grafik("Judul satu", (batang("a", "90"), batang("b", None), batang("c", "300")))
    dua = Grafik("Judul dua", (batang("TW I", "90"), batang("TW II", None)), tegak=True)
    dibaca = padat("".join(kata_berkas(word(tmp_path, satu, dua))))
    assert dibaca == padat("".join(semua_teks(naskah(satu, dua))))


def test_word_bars_end_at_the_target_and_go_on_beyond_it(tmp_path: Path) -> None:
    semua = (batang("a", "50"), batang("b", "100"), batang("c", "110"), batang("d", None), batang("e", "0"))
    dokumen = word(tmp_path, Grafik("j", semua))
    (setengah, penuh, sampai, lewat) = batang_word(dokumen)
    lebar = dokumen.tables[0].rows[1].cells[1].width.twips
    assert inden(setengah, "right") == pytest.approx(lebar / 2, abs=2)
    assert inden(penuh, "right") == inden(sampai, "right") < 25  # a little white beside the line
    luar = dokumen.tables[0].rows[1].cells[2].width.twips
    assert inden(lewat, "right") == pytest.approx(luar / 2, abs=2)


def test_word_marks_a_torn_bar(tmp_path: Path) -> None:
    for tegak in (False, True):
        dokumen = word(tmp_path, Grafik("j", (batang("a", "300"), batang("b", "190")), tegak=tegak))
        tanda = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in batang_word(dokumen)]
        assert tanda.count(SOBEKAN) == 1


def test_word_gaps_have_no_bar(tmp_path: Path) -> None:
    for tegak in (False, True):
        kosong = word(tmp_path, Grafik("j", (batang("a", None), batang("b", None)), tegak=tegak))
        assert batang_word(kosong) == []
        assert "target" not in "".join(kata_berkas(kosong))


def test_word_repeats_the_label_and_splits_no_row(tmp_path: Path) -> None:
    dokumen = word(tmp_path, Grafik("j", tuple(batang(f"Jabatan {n}", "50") for n in range(70))))
    baris = list(dokumen.element.body.iter(f"{W}tr"))
    assert all(b.find(f"{W}trPr/{W}cantSplit") is not None for b in baris)
    assert [b.find(f"{W}trPr/{W}tblHeader") is not None for b in baris] == [True, *[False] * 70]
    (jadi,) = jadikan_pdf([tmp_path / "grafik.docx"], tmp_path)
    halaman = teks_halaman(jadi)
    assert len(halaman) > 1
    assert all("target100%" in h for h in halaman)
