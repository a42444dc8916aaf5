"""What a printed document and a workbook cost, beside the bare libraries writing the same content.

LibreOffice, where it is installed, makes a PDF of our own Word file beside them: what an office
without this program would wait for.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak, bergiliran, lama, persentil

__all__ = ["halaman", "ukur"]

LANTAI_PDF = "lantai: ReportLab polos"
LANTAI_DOCX = "lantai: python-docx polos"
LANTAI_XLSX = "lantai: openpyxl polos"
LIBRE = "LibreOffice membuat PDF dari berkas Word kita"
PDF_LIBRE = "PDF, dibanding LibreOffice"
BESAR = {"kantor biasa": Ukuran(1, 16, 2, 2), "kantor besar": Ukuran(1, 100)}
KECIL = {"kantor": Ukuran(1, 2, 1, 1)}


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Each size of office in fresh processes; reading the file and imports are not counted."""
    ukuran = KECIL if kecil else BESAR
    soffice = None if kecil else shutil.which("soffice")
    for judul, satu in ukuran.items():
        yield _Cetak(folder, satu, soffice).ukur(judul, 1 if kecil else 7)


class _Cetak:
    """One office, printed in every way."""

    def __init__(self, folder: Path, ukuran: Ukuran, soffice: str | None) -> None:
        self._folder = folder
        self._ukuran = ukuran
        self._soffice = soffice
        self._berkas = folder / f"{ukuran.jabatan}.iki"
        self._bagian: dict[str, list[float]] = {"susun": [], "tulis": []}
        buat_berkas(self._berkas, ukuran)

    def ukur(self, judul: str, ulang: int) -> Lembar:
        giliran: dict[str, Callable[[], float]] = {
            LANTAI_PDF: partial(self._jalan, "pdf-polos", "polos.pdf"),
            "PDF": partial(self._jalan, "pdf", "program.pdf"),
            LANTAI_DOCX: partial(self._jalan, "docx-polos", "polos.docx"),
            "Word": partial(self._jalan, "docx", "program.docx"),
            LANTAI_XLSX: partial(self._jalan, "xlsx-polos", "polos.xlsx"),
            "Excel": partial(self._jalan, "xlsx", "program.xlsx"),
        }
        if self._soffice:
            giliran[LIBRE] = self._libre
        hasil = bergiliran(giliran, ulang)
        ukuran = self._ukuran
        return Lembar(
            "cetak",
            f"{judul}, {ukuran.jabatan} jabatan, {ukuran.jumlah_indikator} indikator",
            tuple(self._baris(hasil)),
            tuple(self._catatan(hasil)),
        )

    def _jalan(self, cara: str, nama: str) -> float:
        hasil: dict[str, float] = anak("benchmarks.anak.cetak", cara, self._berkas, self._folder / nama)
        if cara == "pdf":
            self._bagian["susun"].append(hasil["susun"])
            self._bagian["tulis"].append(hasil["tulis"])
        return hasil["tulis"] + hasil.get("susun", 0.0)

    def _libre(self) -> float:
        """A process of its own, with its start: so it is used from another program."""
        profil, tujuan = self._folder / "libreoffice", self._folder / "libre"
        perintah = [
            str(self._soffice),
            f"-env:UserInstallation={profil.as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tujuan)),
            str(self._folder / "program.docx"),
        ]
        ms = lama(lambda: subprocess.run(perintah, capture_output=True, check=True))
        (tujuan / "program.pdf").replace(self._folder / "libre.pdf")
        return ms

    def _baris(self, hasil: dict[str, tuple[float, ...]]) -> Iterator[Baris]:
        yield Baris(LANTAI_PDF, hasil[LANTAI_PDF])
        yield Baris("PDF", hasil["PDF"], LANTAI_PDF, "≤ 1,5×")
        yield Baris("· susun naskah", tuple(self._bagian["susun"][1:]))
        yield Baris("· tulis PDF", tuple(self._bagian["tulis"][1:]))
        if LIBRE in hasil:
            yield Baris(LIBRE, hasil[LIBRE])
            yield Baris(PDF_LIBRE, hasil["PDF"], LIBRE, "≤ 0,15×")
        yield Baris(LANTAI_DOCX, hasil[LANTAI_DOCX])
        yield Baris("Word", hasil["Word"], LANTAI_DOCX)
        yield Baris(LANTAI_XLSX, hasil[LANTAI_XLSX])
        yield Baris("Excel", hasil["Excel"], LANTAI_XLSX)

    def _catatan(self, hasil: dict[str, tuple[float, ...]]) -> Iterator[str]:
        cepat = {}
        for nama, baris in (("program", "PDF"), ("polos", LANTAI_PDF), ("libre", LIBRE)):
            if baris in hasil:
                lembar = halaman(self._folder / f"{nama}.pdf")
                cepat[nama] = lembar / persentil(hasil[baris], 50) * 1000
                yield f"{nama}: {lembar} halaman, {cepat[nama]:.0f} halaman per detik."
        yield f"Halaman per detik, program ÷ polos: {cepat['program'] / cepat['polos']:.2f}."
        if LIBRE not in hasil:
            yield "LibreOffice tidak diukur: tidak terpasang, atau hanya mencoba."


def halaman(pdf: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as dokumen:
        return len(dokumen)
