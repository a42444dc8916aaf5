"""Reports on paper: PDF and Word hold every word, whatever the words are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import docx
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH  # type: ignore[attr-defined]

from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.docx import tulis_docx
from iki_desktop.export.docx.teks import bersihkan as bersih_word
from iki_desktop.export.pdf import cetak_pdf
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.naskah.blok import Naskah
from iki_desktop.naskah.laporan import JENIS_LAPORAN, compose_laporan
from iki_desktop.naskah.teks import semua_teks
from tests.export.docx_dibaca import W, jadikan_pdf, kata_berkas, kata_pohon, padat
from tests.export.pdf_dibaca import (
    daftar_isi,
    kotak_huruf,
    teks_halaman,
    teks_mentah,
    terbuka,
    ukuran_halaman,
)
from tests.naskah.kantor_laporan import kantor_bentuk, kantor_berkata, terisi
from tests.naskah.kantor_naskah import (
    JAHAT,
    PANJANG,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    sasaran,
    snapshot,
    snapshot_data,
)


def kantor(nama: str) -> Snapshot:
    if nama == "bentuk":
        return kantor_bentuk()
    if nama == "kata":
        return kantor_berkata(f"{JAHAT} {PANJANG}")
    return terisi(kantor_ekstrem((JAHAT, PANJANG)) if nama == "ekstrem" else snapshot_data(nama))


def laporan(jenis: str, nama: str, **pilihan: object) -> Naskah:
    return compose_laporan(jenis, kantor(nama), triwulan=None, penjelasan=True, **pilihan)  # type: ignore[arg-type]


@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
@pytest.mark.parametrize("nama", ["biatan", "ekstrem", "bentuk", "kata"])
def test_word_holds_every_word_once_and_in_order(jenis: str, nama: str, tmp_path: Path) -> None:
    naskah, berkas = laporan(jenis, nama), tmp_path / "laporan.docx"
    tulis_docx(naskah, berkas)
    assert padat("".join(kata_berkas(docx.Document(str(berkas))))) == padat("".join(kata_pohon(naskah)))
    assert bersih_word(naskah.judul)


@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
@pytest.mark.parametrize("nama", ["biatan", "ekstrem", "bentuk", "kata"])
def test_paper_lies_as_the_report_asks(jenis: str, nama: str, tmp_path: Path) -> None:
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(laporan(jenis, nama), berkas)
    sisi = (330, 215) if JENIS_LAPORAN[jenis].mendatar else (215, 330)
    assert all(ukuran == pytest.approx(sisi, abs=0.1) for ukuran in ukuran_halaman(berkas))
    for halaman, ukuran in zip(kotak_huruf(berkas), ukuran_halaman(berkas), strict=True):
        assert all(kiri > 29.5 and kanan < ukuran[0] - 19.5 for _, kiri, _, kanan, _ in halaman)


@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
def test_a_page_holds_the_letters_of_its_words(jenis: str, tmp_path: Path) -> None:
    """One jabatan of two indicators fits a page, so nothing is said twice."""
    isi = sasaran("Sasaran Pertama", indikator("Indikator Satu", formulasi("rasio")), indikator("Dua"))
    naskah = compose_laporan(jenis, terisi(snapshot(jabatan("Camat", isi))), triwulan=3)
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(naskah, berkas)
    tertulis = Counter(padat("".join(teks_halaman(berkas))))
    harus = Counter(padat("".join(bersihkan(teks) for teks in semua_teks(naskah))))
    for tanda in ":-\N{SOFT HYPHEN}\x02":
        tertulis.pop(tanda, None)
        harus.pop(tanda, None)
    assert tertulis == harus


def test_each_part_has_its_bookmark(tmp_path: Path) -> None:
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(laporan("individu", "biatan"), berkas)
    assert [judul for _, judul, _ in daftar_isi(berkas)] == [j.jabatan.nama for j in kantor("biatan").jabatan]


@pytest.mark.parametrize("banyak", range(1, 40, 3))
def test_a_title_never_ends_a_page(banyak: int, tmp_path: Path) -> None:
    semua = [jabatan("Pengisi", sasaran("s", *(indikator(f"baris {n}") for n in range(banyak))))]
    semua += [jabatan(f"Judul {n}", sasaran("s", indikator(f"milik {n}"))) for n in range(12)]
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(compose_laporan("pengukuran", snapshot(*semua), triwulan=1), berkas)
    halaman = [[b.strip() for b in teks.splitlines() if b.strip()] for teks in teks_mentah(berkas)]
    assert not [baris[-1] for baris in halaman if baris[-1].startswith("Judul")]
    assert sum(baris.startswith("Judul") for satu in halaman for baris in satu) == 12


def test_sixty_indicators_repeat_their_sasaran_and_headings(tmp_path: Path) -> None:
    banyak = (indikator(f"Indikator ke-{n} " + "panjang " * 12, formulasi("jumlah")) for n in range(60))
    snap = terisi(snapshot(jabatan("Camat", sasaran("Sasaran Panjang", *banyak))))
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(compose_laporan("pengukuran-rinci", snap, triwulan=None), berkas)
    halaman = teks_halaman(berkas)
    assert len(halaman) > 5
    for teks in halaman[:-1]:
        assert "Sasaran Panjang" in teks
        assert "Rincian Capaian" in teks
    assert "ke-59" in "".join(halaman)


def garis(berkas: Path) -> list[tuple[float, float, float, float]]:
    """The upright rules of the first page in millimetres: left, bottom, right, top."""
    with terbuka(berkas) as dokumen:
        halaman = dokumen[0]
        kotak = [o.get_bounds() for o in halaman.get_objects([FPDF_PAGEOBJ_PATH])]
        halaman.close()
    mm = [tuple(sisi * 25.4 / 72 for sisi in satu) for satu in kotak]
    return [(a, b, c, d) for a, b, c, d in mm if c - a < 1 and d - b > 1]


def test_rules_do_not_cross_a_title_or_a_common_heading(tmp_path: Path) -> None:
    isi = sasaran("Sasaran", indikator("Indikator", formulasi("rasio")))
    berkas = tmp_path / "laporan.pdf"
    cetak_pdf(compose_laporan("pengukuran", snapshot(jabatan("NAMAJABATAN", isi)), triwulan=1), berkas)
    tegak = garis(berkas)
    (huruf,) = kotak_huruf(berkas)
    kata = "".join(h[0] for h in huruf)
    for dicari in ("NAMAJABATAN", "Realisasi"):
        awal = kata.index(dicari)
        _, kiri, bawah, _, atas = huruf[awal]
        kanan = huruf[awal + len(dicari) - 1][3]
        tengah = (atas + bawah) / 2
        setinggi = [g[0] for g in tegak if g[1] < tengah < g[3]]
        assert [x for x in setinggi if kiri < x < kanan] == []
        assert min(setinggi) < kiri < kanan < max(setinggi)


def test_word_pages_hold_two_signatures_level(tmp_path: Path) -> None:
    naskah = laporan("individu", "biatan", jabatan_id=101)
    berkas = tmp_path / "laporan.docx"
    tulis_docx(naskah, berkas)
    tabel = docx.Document(str(berkas)).tables[-1]
    assert tabel.rows[0].cells[0].text == "Mengetahui,"
    assert len(tabel.rows) == 3
    assert all(b.find(f"{W}trPr/{W}cantSplit") is not None for b in tabel._tbl.iter(f"{W}tr"))
    (jadi,) = jadikan_pdf([berkas], tmp_path)
    teks = "".join(teks_mentah(jadi))
    assert "Mengetahui," in teks
    assert "LAPORAN CAPAIAN KINERJA INDIVIDU" in teks
