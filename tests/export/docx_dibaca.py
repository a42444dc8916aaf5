"""Reading a Word file back: its words with the numbers that Word counts, its styles, its parts."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.docx import tulis_docx
from iki_desktop.export.docx.teks import bersihkan
from iki_desktop.naskah.blok import BarisBerlabel, Lembaran, Naskah, Tabel
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.teks import semua_teks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def tulis(snapshot: Snapshot, path: Path) -> Any:
    """Write the document and read it back with python-docx."""
    tulis_docx(compose_dokumen(snapshot), path)
    return docx.Document(str(path))


def padat(teks: str) -> str:
    """A text without blanks and the forms of one letter."""
    return "".join(unicodedata.normalize("NFKC", teks).split())


# --- the words that a file should hold ------------------------------------------------------------


def kata_pohon(naskah: Naskah) -> Iterator[str]:
    """Every text of the tree with the signs that the paper adds: colons and the row 1 2 3."""
    for lembaran in naskah.lembaran:
        for blok in lembaran.blok:
            yield from map(bersihkan, _kata(blok, naskah))


def _kata(nilai: object, naskah: Naskah) -> Iterator[str]:
    if isinstance(nilai, BarisBerlabel):
        yield from (nilai.nomor, nilai.label, ":")
        for isi in nilai.isi:
            yield from _kata(isi, naskah)
    elif isinstance(nilai, Tabel):
        yield from _polos(replace(nilai, cabang=()), naskah)
        if nilai.baris_nomor:
            yield from (str(n) for n in range(1, len(nilai.kolom) + 1))
        for cabang in nilai.cabang:
            yield from _polos(cabang, naskah)
    elif hasattr(nilai, "baris") and hasattr(nilai, "judul"):  # the heading of the annex
        yield from nilai.judul
        for baris in nilai.baris:
            yield from _kata(baris, naskah)
    elif hasattr(nilai, "baris") and nilai.baris and isinstance(nilai.baris[0], BarisBerlabel):
        for baris in nilai.baris:
            yield from _kata(baris, naskah)
    else:
        yield from _polos(nilai, naskah)


def _polos(nilai: Any, naskah: Naskah) -> Iterator[str]:
    satu = Naskah("", "", "", naskah.halaman, (Lembaran((nilai,)),))
    yield from semua_teks(satu)


# --- the words that it holds ----------------------------------------------------------------------


def kata_berkas(dokumen: Any) -> Iterator[str]:
    """The text of every paragraph in order, its number counted as Word counts it; bars say nothing."""
    penghitung = Penghitung(dokumen.part.numbering_part.element)
    for p in dokumen.element.body.iter(f"{W}p"):
        if p.style == "Batang":
            continue
        yield penghitung.nomor(p) + teks_paragraf(p)


def teks_paragraf(p: Any) -> str:
    """A paragraph's own words; those of a table within belong to other paragraphs."""
    tanda = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}t": None, f"{M}t": None}
    huruf = []
    for satu in p.iter(*tanda):
        if satu.getparent().tag != f"{W}tabs":
            huruf.append(tanda[satu.tag] or satu.text or "")
    return "".join(huruf)


class Penghitung:
    """Counts lists by the rules of ECMA-376 part 1, 17.9, from the numbering part alone."""

    def __init__(self, bagian: Any) -> None:
        self._bentuk = {a.get(f"{W}abstractNumId"): a for a in bagian.iter(f"{W}abstractNum")}
        self._asal = {
            n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in bagian.iter(f"{W}num")
        }
        self._mulai = {n.get(f"{W}numId"): n.find(f".//{W}startOverride") for n in bagian.iter(f"{W}num")}
        self._hitungan: dict[tuple[str, int], int] = {}
        self._lama: set[str] = set()

    def nomor(self, p: Any) -> str:
        sifat = p.find(f"{W}pPr/{W}numPr")
        if sifat is None:
            return ""
        daftar = sifat.find(f"{W}numId").get(f"{W}val")
        tingkat = int(sifat.find(f"{W}ilvl").get(f"{W}val"))
        asal = self._asal[daftar]
        if daftar not in self._lama:
            self._lama.add(daftar)
            assert self._mulai[daftar].get(f"{W}val") == "1"
            self._buang(asal, 0)
        self._hitungan[asal, tingkat] = urutan = self._hitungan.get((asal, tingkat), 0) + 1
        self._buang(asal, tingkat + 1)
        bentuk = self._bentuk[asal].findall(f"{W}lvl")[tingkat]
        pola = bentuk.find(f"{W}lvlText").get(f"{W}val")
        jenis = bentuk.find(f"{W}numFmt").get(f"{W}val")
        angka = chr(97 + (urutan - 1) % 26) * ((urutan - 1) // 26 + 1)
        return pola.replace(f"%{tingkat + 1}", angka if jenis == "lowerLetter" else str(urutan))

    def _buang(self, asal: str, dari: int) -> None:
        for kunci in [k for k in self._hitungan if k[0] == asal and k[1] >= dari]:
            del self._hitungan[kunci]


def xml(path: Path, nama: str = "word/document.xml") -> str:
    with ZipFile(path) as berkas:
        return berkas.read(nama).decode()


def gaya_paragraf(dokumen: Any, teks: str) -> Any:
    """The style of the first paragraph that has these words."""
    for p in dokumen.element.body.iter(f"{W}p"):
        if teks in re.sub(r"\s+", " ", teks_paragraf(p)):
            nama = p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            return next(g for g in dokumen.styles if g.style_id == nama)
    raise AssertionError(teks)


# --- LibreOffice ----------------------------------------------------------------------------------


def jadikan_pdf(berkas: list[Path], folder: Path) -> list[Path]:
    """The pages that LibreOffice makes of Word files; skips the test where it is not installed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    perintah = [soffice, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    perintah += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, berkas)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    jadi = [folder / f"{satu.stem}.pdf" for satu in berkas]
    if not all(satu.exists() for satu in jadi):
        pytest.skip("LibreOffice has no Writer here")
    return jadi
