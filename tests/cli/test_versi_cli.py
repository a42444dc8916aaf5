"""Versions of a document from the command line: printing one, and what differs between two."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from iki_desktop.cli import kata_cetakan
from iki_desktop.core.records import Butir, Dokumen, Keputusan, Penandatangan, TataLetak
from iki_desktop.exchange import terbitan
from iki_desktop.layanan import terbuka
from tests.cli.kantor import Jalan

WAKTU = "2026-01-02T08:00:00+08:00"


@pytest.fixture
def terbit(contoh: Path) -> Path:
    """The example office with its decision issued, and its first post renamed since."""
    with terbuka(contoh) as workspace:
        (office,) = workspace.arsip.kecamatan()
        dokumen = max(workspace.arsip.dokumen(office.id), key=lambda d: d.tahun)
        assert isinstance(dokumen, Dokumen)
        assert dokumen.keputusan is not None
        keputusan = replace(dokumen.keputusan, nomor="07 TAHUN 2026", tanggal=date(2026, 1, 2))
        terbitan.tetapkan(workspace, dokumen.id, keputusan, WAKTU)
        workspace.ubah(replace(workspace.arsip.jabatan(dokumen.id)[0], nama="Pemimpin Kecamatan"))
    return contoh


def teks(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        semua = []
        for halaman in pdf:
            isi = halaman.get_textpage()
            semua.append(isi.get_text_bounded())
            isi.close()
            halaman.close()
        return "".join(semua)


def test_what_was_issued_is_printed_unless_the_draft_is_asked_for(
    jalan: Jalan, terbit: Path, tmp_path: Path
) -> None:
    assert jalan("ekspor", terbit, "bawaan.pdf")[0] == 0
    assert jalan("ekspor", terbit, "nol.pdf", "--versi", "0")[0] == 0
    assert jalan("ekspor", terbit, "draf.pdf", "--versi", "Rancangan")[0] == 0

    assert teks(tmp_path / "bawaan.pdf") == teks(tmp_path / "nol.pdf")
    assert "Pemimpin Kecamatan" not in teks(tmp_path / "nol.pdf")
    assert "DRAF" not in teks(tmp_path / "nol.pdf")
    assert "Pemimpin Kecamatan" in teks(tmp_path / "draf.pdf")
    assert "DRAF" in teks(tmp_path / "draf.pdf")


def test_whatever_changes_the_paper_says_the_same(jalan: Jalan, terbit: Path, tmp_path: Path) -> None:
    """Another Camat, another letterhead, other posts and fonts: the issued words are printed again."""
    for akhiran in ("pdf", "docx"):
        assert jalan("ekspor", terbit, f"semula.{akhiran}")[0] == 0
    with terbuka(terbit) as workspace:
        (office,) = workspace.arsip.kecamatan()
        workspace.ubah(replace(office, nama="Berganti", alamat="Jalan Lain 9", logo_png=None, pejabat=()))
        dokumen = max(workspace.arsip.dokumen(office.id), key=lambda d: d.tahun)
        camat = Penandatangan("Plt. CAMAT", "NAMA CAMAT BARU", nip="199001012010011002")
        baru = Keputusan("99", "LAIN", penandatangan=camat, tempat="Kota Lain")
        workspace.ubah(
            replace(dokumen, keputusan=baru, judul="LAIN", tata_letak=TataLetak("A4", huruf="Arial"))
        )
        for jabatan in workspace.arsip.jabatan(dokumen.id):
            workspace.ubah(replace(jabatan, nama=f"{jabatan.nama} baru", tugas=(Butir("lain"),)))
        workspace.hapus(workspace.arsip.jabatan(dokumen.id)[-1].id)

    for akhiran in ("pdf", "docx"):
        assert jalan("ekspor", terbit, f"lagi.{akhiran}", "--versi", "0")[0] == 0

    assert teks(tmp_path / "lagi.pdf") == teks(tmp_path / "semula.pdf")
    assert kata_docx(tmp_path / "lagi.docx") == kata_docx(tmp_path / "semula.docx")
    assert jalan("ekspor", terbit, "draf.pdf", "--versi", "rancangan")[0] in (0, 1)
    assert teks(tmp_path / "draf.pdf") != teks(tmp_path / "semula.pdf")


def kata_docx(path: Path) -> list[str]:
    """Every text of the body, headers and footers of a Word file, in order."""
    with zipfile.ZipFile(path) as berkas:
        semua = [berkas.read(nama) for nama in sorted(berkas.namelist()) if nama.startswith("word/")]
    return [t for isi in semua for t in re.findall(r"<w:t[ >][^<]*</w:t>", isi.decode(errors="replace"))]


def test_a_version_that_is_not_there_is_refused_with_those_that_are(jalan: Jalan, terbit: Path) -> None:
    kode, _, galat = jalan("ekspor", terbit, "tiga.pdf", "--versi", "3")

    assert kode == 2
    assert "Versi 3 tidak ada. Yang ada: 0 (Keputusan)." in galat


@pytest.mark.parametrize("versi", ["satu", "-2", "1.5", ""])
def test_what_is_no_version_is_refused(jalan: Jalan, terbit: Path, versi: str) -> None:
    kode, _, galat = jalan("ekspor", terbit, "x.pdf", f"--versi={versi}")

    assert kode == 2
    assert "harus nomor versi, atau rancangan." in galat


def test_for_a_workbook_it_means_nothing(jalan: Jalan, terbit: Path) -> None:
    _, _, galat = jalan("ekspor", terbit, "buku.xlsx", "--versi", "0")

    assert "Pilihan --versi tidak berpengaruh pada .xlsx." in galat


def test_differences_are_written_in_each_form(jalan: Jalan, terbit: Path, tmp_path: Path) -> None:
    for nama in ("beda.pdf", "beda.docx", "beda.xlsx"):
        assert jalan("bandingkan", terbit, nama)[0] == 0
        assert (tmp_path / nama).stat().st_size > 1_000
    isi = teks(tmp_path / "beda.pdf")

    assert "MATRIKS PERUBAHAN NASKAH" in isi
    assert "Pemimpin Kecamatan" in isi
    assert "Rancangan Perubahan ke-1" in isi
    assert "Keputusan (Nomor 07 TAHUN 2026, 2 Januari 2026)" in " ".join(isi.split())


def test_any_two_versions_are_compared(jalan: Jalan, terbit: Path, tmp_path: Path) -> None:
    assert jalan("bandingkan", terbit, "sama.pdf", "--semula", "0", "--menjadi", "0")[0] == 0

    assert "Kedua naskah sama." in teks(tmp_path / "sama.pdf")


def test_what_was_never_issued_has_nothing_to_compare(jalan: Jalan, contoh: Path) -> None:
    kode, _, galat = jalan("bandingkan", contoh, "beda.pdf")

    assert kode == 2
    assert "Dokumen ini belum ditetapkan." in galat


def test_another_ending_is_refused(jalan: Jalan, terbit: Path, tmp_path: Path) -> None:
    kode, _, galat = jalan("bandingkan", terbit, "beda.txt")

    assert kode == 2
    assert "“.txt” tidak dikenal" in galat
    assert not (tmp_path / "beda.txt").exists()


def test_both_doors_number_the_draft_alike() -> None:
    assert kata_cetakan.RANCANGAN == terbitan.RANCANGAN
