"""Write one document once, by the program or by bare means, and tell how long each part took."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from iki_desktop.core.records import Dokumen
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas

Penulis = Callable[[Snapshot, Path], dict[str, float]]


def main(cara: str, berkas: Path, tujuan: Path) -> None:
    """Print the milliseconds of each part; reading the file and imports are not in them."""
    with Berkas.buka(berkas) as terbuka:
        workspace = Workspace(terbuka, terbuka.muat())
    arsip = workspace.arsip
    dokumen = next(d for k in arsip.kecamatan() for d in arsip.dokumen(k.id))
    assert isinstance(dokumen, Dokumen)
    print(json.dumps(CARA[cara](workspace.snapshot(dokumen.id), tujuan) | {"puncak": puncak_memori()}))


def puncak_memori() -> float:
    """The most memory that this process held so far, in MB; 0 where the system does not tell.

    Linux counts for ``getrusage`` also what the process was before it ran our program: a copy of
    the one that started it.
    """
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    status = Path("/proc/self/status")
    if status.exists():
        puncak = next(b for b in status.read_text(encoding="ascii").splitlines() if b.startswith("VmHWM:"))
        return int(puncak.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _pdf(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    import iki_desktop.export.pdf.penulis  # noqa: F401
    from iki_desktop.export.pdf import tulis_pdf
    from iki_desktop.naskah.keputusan import compose_dokumen

    awal = perf_counter()
    naskah = compose_dokumen(snapshot)
    tersusun = perf_counter()
    tulis_pdf(naskah, tujuan)
    return {"susun": (tersusun - awal) * 1000, "tulis": (perf_counter() - tersusun) * 1000}


def _pdf_polos(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    from benchmarks.anak.naskah_polos import tulis_polos
    from iki_desktop.naskah.keputusan import compose_dokumen

    naskah = compose_dokumen(snapshot)
    awal = perf_counter()
    tulis_polos(naskah, tujuan)
    return {"tulis": (perf_counter() - awal) * 1000}


def _docx(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    import iki_desktop.export.docx.penulis  # noqa: F401
    from iki_desktop.export.docx import tulis_docx
    from iki_desktop.naskah.keputusan import compose_dokumen

    awal = perf_counter()
    tulis_docx(compose_dokumen(snapshot), tujuan)
    return {"tulis": (perf_counter() - awal) * 1000}


def _docx_polos(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    """Every text of the document as a paragraph of python-docx; no table, no heading, no style."""
    import docx

    from benchmarks.anak.teks_naskah import semua_teks
    from iki_desktop.naskah.keputusan import compose_dokumen

    teks = list(semua_teks(compose_dokumen(snapshot)))
    awal = perf_counter()
    dokumen = docx.Document()
    for satu in teks:
        dokumen.add_paragraph(satu)
    dokumen.save(str(tujuan))
    return {"tulis": (perf_counter() - awal) * 1000}


def _xlsx(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    import iki_desktop.export.xlsx.buku  # noqa: F401
    from iki_desktop.export.xlsx import tulis_xlsx

    awal = perf_counter()
    tulis_xlsx(snapshot, tujuan)
    return {"tulis": (perf_counter() - awal) * 1000}


def _xlsx_polos(snapshot: Snapshot, tujuan: Path) -> dict[str, float]:
    """The same cells of the same sheets, their values alone, in the workbook that the program wrote."""
    import openpyxl

    from iki_desktop.export.xlsx import tulis_xlsx

    tulis_xlsx(snapshot, tujuan)
    sumber = openpyxl.load_workbook(tujuan)
    isi = [
        (
            s.title,
            [(c.row, c.column, c.value) for baris in s.iter_rows() for c in baris if c.value is not None],
        )
        for s in sumber.worksheets
    ]
    awal = perf_counter()
    buku = openpyxl.Workbook()
    for judul, sel in isi:
        lembar = buku.create_sheet(judul)
        for baris, kolom, nilai in sel:
            lembar.cell(baris, kolom, nilai)
    buku.save(tujuan)
    return {"tulis": (perf_counter() - awal) * 1000, "sel": float(sum(len(sel) for _, sel in isi))}


CARA: dict[str, Penulis] = {
    "pdf": _pdf,
    "pdf-polos": _pdf_polos,
    "docx": _docx,
    "docx-polos": _docx_polos,
    "xlsx": _xlsx,
    "xlsx-polos": _xlsx_polos,
}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
