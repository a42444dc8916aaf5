"""What a printed document and a workbook cost, beside the bare libraries writing the same content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak, bergiliran

__all__ = ["ukur"]

LANTAI_PDF = "lantai: ReportLab polos"
LANTAI_XLSX = "lantai: openpyxl polos"
BESAR = {"kantor kecil": Ukuran(1, 14, 2, 2), "kantor besar": Ukuran(1, 100)}
KECIL = {"kantor": Ukuran(1, 2, 1, 1)}


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Each size of office in fresh processes; reading the file and imports are not counted."""
    ukuran = KECIL if kecil else BESAR
    for judul, satu in ukuran.items():
        yield _ukur(folder, judul, satu, 1 if kecil else 7)


def _ukur(folder: Path, judul: str, ukuran: Ukuran, ulang: int) -> Lembar:
    berkas = folder / f"{ukuran.jabatan}.iki"
    buat_berkas(berkas, ukuran)
    bagian: dict[str, list[float]] = {"susun": [], "tulis": []}

    def jalan(cara: str, nama: str) -> float:
        hasil: dict[str, float] = anak("benchmarks.anak.cetak", cara, berkas, folder / nama)
        if cara == "pdf":
            bagian["susun"].append(hasil["susun"])
            bagian["tulis"].append(hasil["tulis"])
        return hasil["tulis"] + hasil.get("susun", 0.0)

    hasil = bergiliran(
        {
            LANTAI_PDF: partial(jalan, "pdf-polos", "polos.pdf"),
            "PDF": partial(jalan, "pdf", "program.pdf"),
            LANTAI_XLSX: partial(jalan, "xlsx-polos", "polos.xlsx"),
            "Excel": partial(jalan, "xlsx", "program.xlsx"),
        },
        ulang,
    )
    return Lembar(
        "cetak",
        f"{judul}, {ukuran.jabatan} jabatan, {ukuran.jumlah_indikator} indikator",
        (
            Baris(LANTAI_PDF, hasil[LANTAI_PDF]),
            Baris("PDF", hasil["PDF"], LANTAI_PDF, "≤ 1,5×"),
            Baris("· susun naskah", tuple(bagian["susun"][1:])),
            Baris("· tulis PDF", tuple(bagian["tulis"][1:])),
            Baris(LANTAI_XLSX, hasil[LANTAI_XLSX]),
            Baris("Excel", hasil["Excel"], LANTAI_XLSX),
        ),
        (_halaman(folder),),
    )


def _halaman(folder: Path) -> str:
    import pypdfium2

    lembar = [len(pypdfium2.PdfDocument(folder / f"{nama}.pdf")) for nama in ("program", "polos")]
    return f"PDF: {lembar[0]} halaman, polos {lembar[1]} halaman."
