"""From the open document to a file on the disk: the worker gets frozen values and a path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from iki_desktop.core.progress import Progress
from iki_desktop.keluaran import nama_berkas

if TYPE_CHECKING:
    from iki_desktop.core.snapshot import Snapshot
    from iki_desktop.naskah.pilihan import Pilihan

__all__ = ["JENIS_CETAKAN", "Pena", "nama_usulan", "tulis_docx", "tulis_pdf", "tulis_xlsx"]

Pena: TypeAlias = "Callable[[Snapshot, Pilihan, Path, Progress], None]"
"""Writes a document; the choice of parts means nothing to a workbook."""


def tulis_pdf(snapshot: Snapshot, pilihan: Pilihan, path: Path, progress: Progress) -> None:
    """The Keputusan with its lampiran, composed and drawn."""
    # Imported here: a person who only enters figures never pays for the pens.
    from iki_desktop.export.pdf import tulis_pdf as gambar  # noqa: PLC0415
    from iki_desktop.naskah.keputusan import compose_dokumen  # noqa: PLC0415

    gambar(compose_dokumen(snapshot, pilihan), path, progress)


def tulis_docx(snapshot: Snapshot, pilihan: Pilihan, path: Path, progress: Progress) -> None:
    """The same document as a Word file, for corrections."""
    from iki_desktop.export.docx import tulis_docx as tulis  # noqa: PLC0415
    from iki_desktop.naskah.keputusan import compose_dokumen  # noqa: PLC0415

    tulis(compose_dokumen(snapshot, pilihan), path, progress)


def tulis_xlsx(snapshot: Snapshot, _pilihan: Pilihan, path: Path, progress: Progress) -> None:
    """The workbook with the table, the quarters and the recap."""
    from iki_desktop.export.xlsx import tulis_xlsx as tulis  # noqa: PLC0415

    tulis(snapshot, path, progress)


JENIS_CETAKAN: dict[str, tuple[str, Pena]] = {
    "pdf": ("Keputusan IKI", tulis_pdf),
    "docx": ("Keputusan IKI", tulis_docx),
    "xlsx": ("Buku kerja IKI", tulis_xlsx),
}


def nama_usulan(snapshot: Snapshot, akhiran: str) -> str:
    """The file name proposed to the person: what it is, of whom, of which year."""
    judul, _ = JENIS_CETAKAN[akhiran]
    return (
        nama_berkas(f"{judul} Kecamatan {snapshot.kecamatan.nama} {snapshot.dokumen.tahun}") + f".{akhiran}"
    )
