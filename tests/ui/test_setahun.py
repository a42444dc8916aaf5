"""A year of a real office by keys alone: four quarters entered and locked, every report in every form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook

from iki_desktop import layanan
from iki_desktop.core.bukti import KeadaanBukti
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Formulasi, StatusIsian
from iki_desktop.db.bukti import LemariBukti
from iki_desktop.naskah.laporan import JENIS_LAPORAN

SINI = Path(__file__).resolve().parent


def teks_pdf(path: Path) -> str:
    dokumen = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(halaman.get_textpage().get_text_range() for halaman in dokumen)
    finally:
        dokumen.close()


def teks_docx(path: Path) -> str:
    dokumen = Document(str(path))
    sel = [s.text for t in dokumen.tables for baris in t.rows for s in baris.cells]
    return "\n".join([*(p.text for p in dokumen.paragraphs), *sel])


def teks_xlsx(path: Path) -> str:
    buku = load_workbook(path)
    return "\n".join(str(n) for ws in buku for baris in ws.iter_rows(values_only=True) for n in baris if n)


BACA = {"pdf": teks_pdf, "docx": teks_docx, "xlsx": teks_xlsx}


def ketik_lalu_bunuh(rumah: Path, *argumen: Path) -> dict[str, list[str]]:
    lingkungan = {**os.environ, "XDG_DATA_HOME": str(rumah), "LOCALAPPDATA": str(rumah)}
    # Backups go to the person's documents: not to those of whoever runs the tests.
    lingkungan |= {"HOME": str(rumah), "USERPROFILE": str(rumah), "XDG_CONFIG_HOME": str(rumah)}
    lingkungan["PYTHONPATH"] = str(SINI.parent.parent)
    pengetik = subprocess.Popen(
        [sys.executable, str(SINI / "pengetik_setahun.py"), *map(str, argumen)],
        stdout=subprocess.PIPE,
        env=lingkungan,
        text=True,
    )
    assert pengetik.stdout is not None
    try:
        baris = pengetik.stdout.readline()
    finally:
        pengetik.kill()
        pengetik.wait()
        pengetik.stdout.close()
    assert baris, "the typist ended before it was done"
    terlihat: dict[str, list[str]] = json.loads(baris)
    return terlihat


@pytest.mark.x11
def test_a_year_by_keyboard_is_entered_locked_and_printed(tmp_path):
    berkas, folder = tmp_path / "Biatan 2026.iki", tmp_path / "Laporan akhir tahun"
    folder.mkdir()
    layanan.impor_ke_berkas(SINI.parent / "data" / "biatan.json", berkas)
    bukti = tmp_path / "Daftar hadir musrenbang.pdf"
    bukti.write_bytes(b"%PDF-1.7 hadir")
    terlihat = ketik_lalu_bunuh(tmp_path / "rumah", berkas, folder, bukti)
    assert terlihat["kunci"] == ["Semua isian terisi."] * 4
    assert [t.split(".")[0] for t in terlihat["tolak"]] == [
        f"Triwulan {n} sudah dikunci" for n in ("I", "II", "III", "IV")
    ]
    diminta = [f"{jenis}.{akhiran}" for jenis in JENIS_LAPORAN for akhiran in BACA]
    assert terlihat["jadi"] == [f"{nama} sudah jadi." for nama in diminta]
    for nama in diminta:
        isi = BACA[nama.rpartition(".")[2]](folder / nama)
        assert "biatan" in isi.casefold(), nama
    with layanan.terbuka(berkas) as workspace:
        arsip = workspace.arsip
        dokumen = arsip.dokumen(arsip.kecamatan()[0].id)[0]
        assert [arsip.status_isian(dokumen.id, t) for t in (1, 2, 3, 4)] == [StatusIsian.DIKUNCI] * 4
        for triwulan in (1, 2, 3, 4):
            hasil = workspace.hasil(dokumen.id, triwulan)
            assert (hasil.terisi, hasil.jumlah) == (45, 45)
        pertama = next(n for n in arsip.turunan(dokumen.id) if isinstance(n, Formulasi))
        isian = [arsip.realisasi(pertama.id, t) for t in (1, 2, 3, 4)]
        assert [r and r.kendala for r in isian] == [None, None, None, "Dua kampung terlambat mengirim data."]
        terakhir = isian[3]
        assert terakhir is not None
        assert terakhir.bukti is not None
        assert LemariBukti(berkas).keadaan(terakhir.bukti[0]) is KeadaanBukti.ADA
    assert bukti.read_bytes() == b"%PDF-1.7 hadir"
    assert "Dua kampung" in satu_baris(teks_pdf(folder / "pengukuran-rinci.pdf"))
    assert bukti.name in satu_baris(teks_docx(folder / "individu.docx"))
