"""Entry sheets as files: one for each jabatan, to hand out."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from iki_desktop.core.errors import ExportError, IkiError
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.records import Jabatan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import Periode, nama_tw
from iki_desktop.keluaran import nama_berkas, nama_lain

__all__ = ["AKHIRAN_LEMBAR", "nama_lembar_isian", "tulis_berkas_isian", "tulis_satu_isian"]

AKHIRAN_LEMBAR = ("xlsx", "pdf", "docx")

JENIS = "lembar-isian"


def nama_lembar_isian(snapshot: Snapshot, jabatan: Jabatan | None, triwulan: Periode) -> str:
    """The name of a file without its ending; without ``jabatan`` that of all of them."""
    milik = jabatan.nama if jabatan else f"Kecamatan {snapshot.kecamatan.nama}"
    masa = f"{nama_tw(triwulan)} {snapshot.dokumen.tahun}"
    return nama_berkas(f"Lembar isian {masa} {satu_baris(milik)}")


def tulis_satu_isian(
    snapshot: Snapshot,
    path: Path,
    *,
    triwulan: Periode,
    jabatan_id: int | None = None,
    progress: Progress = TANPA_KEMAJUAN,
) -> None:
    """Write the sheet of a jabatan, or those of all, into one file: xlsx, pdf or docx by its ending.

    Raises
    ------
    IkiError
        where the document has no such jabatan.
    ExportError
        where the ending is another one, or the file cannot be written; nothing is left behind.
    Dibatalkan
        where ``progress`` says so.
    """
    match path.suffix.lower():
        case ".xlsx":
            from iki_desktop.export.xlsx import tulis_laporan_xlsx  # noqa: PLC0415  (pens are not for start-up)

            tulis_laporan_xlsx(
                JENIS, snapshot, path, triwulan=triwulan, jabatan_id=jabatan_id, progress=progress
            )
        case ".pdf" | ".docx":
            from iki_desktop.export.pena import pena  # noqa: PLC0415
            from iki_desktop.naskah.laporan import compose_laporan  # noqa: PLC0415

            naskah = compose_laporan(JENIS, snapshot, triwulan=triwulan, jabatan_id=jabatan_id)
            pena(path.suffix)(naskah, path, progress)
        case lain:
            raise ExportError(f"Akhiran “{lain}” tidak dikenal.", "Pakai .xlsx, .pdf, atau .docx.")


def tulis_berkas_isian(
    snapshot: Snapshot,
    folder: Path,
    *,
    akhiran: str,
    triwulan: Periode,
    jabatan_id: Collection[int] | None = None,
    progress: Progress = TANPA_KEMAJUAN,
) -> tuple[Path, ...]:
    """Write a file for each jabatan, or for those with these ids, into a folder; returns the files.

    A file that is there already is never written over: it may have come back filled in.

    Raises
    ------
    IkiError
        where the document has no such jabatan, or none at all.
    ExportError
        where the folder or a file cannot be written; then none of them is left behind.
    Dibatalkan
        where ``progress`` says so; none is left behind.
    """
    semua = [j.jabatan for j in snapshot.jabatan if jabatan_id is None or j.jabatan.id in jabatan_id]
    if not semua:
        raise IkiError("Dokumen ini belum memiliki jabatan.", "Tambahkan jabatan dahulu.")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as salah:
        raise ExportError(f"Folder “{folder.name}” tidak dapat dibuat.", "Pilih folder lain.") from salah
    jadi: list[Path] = []
    try:
        for nomor, jabatan in enumerate(semua):
            progress.maju(nomor, len(semua), f"Menulis lembar isian {satu_baris(jabatan.nama)}")
            path = folder / f"{nama_lembar_isian(snapshot, jabatan, triwulan)}.{akhiran}"
            path = nama_lain(path) if path.exists() else path
            tulis_satu_isian(snapshot, path, triwulan=triwulan, jabatan_id=jabatan.id)
            jadi.append(path)
    except BaseException:
        for path in jadi:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(jadi)
