"""What both doors do with whole files: make, bring in, print.  The window and the command line call it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop import paths
from iki_desktop.core.cadangan import FOLDER_CADANGAN
from iki_desktop.core.errors import ExportError, Temuan
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.pembaruan import Penyalin, salin_ke_rak

if TYPE_CHECKING:
    from datetime import date

    from iki_desktop.core.pemegang import Pemegang
    from iki_desktop.core.snapshot import Snapshot
    from iki_desktop.core.triwulan import Periode
    from iki_desktop.db.penyelamatan import Penyelamatan
    from iki_desktop.exchange.iki_json import IsiIki
    from iki_desktop.naskah.blok import Naskah
    from iki_desktop.naskah.pilihan import Pilihan

__all__ = [
    "buat_contoh",
    "ekspor_dokumen",
    "ekspor_laporan",
    "ekspor_perbandingan",
    "impor",
    "impor_ke_berkas",
    "selamatkan",
    "terbaca",
    "terbuka",
]


def _penyalin() -> Penyalin:
    """A file of an older version is copied among the person's backups before it is changed."""
    return salin_ke_rak(paths.documents_dir() / FOLDER_CADANGAN)


@contextmanager
def terbuka(path: Path) -> Iterator[Workspace]:
    """An office's file, open and loaded, closed at the end.

    Raises
    ------
    StoreError
        where it cannot be opened or loaded.
    """
    with Berkas.buka(path, _penyalin()) as berkas:
        yield Workspace(berkas, berkas.muat())


@contextmanager
def terbaca(path: Path, dipegang: Callable[[Pemegang], object]) -> Iterator[Workspace]:
    """The same for reading alone: also a file that another program has open, as it is now.

    ``dipegang`` is told who has it, where somebody has.

    Raises
    ------
    StoreError
        where it can be neither opened nor read.
    """
    with Berkas.buka_atau_lihat(path, _penyalin()) as berkas:
        if berkas.pemegang is not None:
            dipegang(berkas.pemegang)
        yield Workspace(berkas, berkas.muat())


def selamatkan(path: Path, folder_cadangan: Path) -> tuple[Path, Penyelamatan]:
    """Bring what can be had of a damaged file into a new one beside it; it is not changed itself.

    ``folder_cadangan`` holds the backups of every file.

    Raises
    ------
    StoreError
        where nothing can be had of it, or no file can be made there.
    """
    from iki_desktop.db.penyelamatan import selamatkan  # noqa: PLC0415  (rare)
    from iki_desktop.db.rak import Rak, folder_milik  # noqa: PLC0415
    from iki_desktop.keluaran import nama_lain  # noqa: PLC0415

    path = path.absolute()
    tujuan = path.with_name(f"{path.stem[:80]} (diselamatkan).iki")
    if tujuan.exists():
        tujuan = nama_lain(tujuan)
    return tujuan, selamatkan(path, tujuan, Rak(folder_milik(folder_cadangan, path), path).teruji())


def buat_contoh(path: Path) -> None:
    """Make a new file that holds the example office.

    Raises
    ------
    StoreError
        where there is a file of that name, or none can be made there.
    """
    from iki_desktop.exchange.iki_json import baca_iki_json  # noqa: PLC0415  (start-up of the window)

    _berkas_baru(path, baca_iki_json(paths.resources_dir() / "contoh.json"))


def impor_ke_berkas(sumber: Path, path: Path, *, ganti: bool = False) -> str:
    """Bring an iki-1 file into the file at ``path``, which is made where there is none.

    Returns what was done, in words.

    Raises
    ------
    ImportFileError
        where the source is refused; then the file is as before, or is not made at all.
    StoreError
        where the file cannot be made, opened or written.
    """
    from iki_desktop.exchange.iki_json import baca_iki_json  # noqa: PLC0415

    isi = baca_iki_json(sumber)
    if not os.path.lexists(path):
        return _berkas_baru(path, isi)
    with terbuka(path) as workspace:
        return _masukkan(workspace, isi, ganti=ganti)


def _berkas_baru(path: Path, isi: IsiIki) -> str:
    """A new file with this in it, or no file."""
    with Berkas.buat(path) as berkas:
        try:
            return _masukkan(Workspace(berkas, ()), isi, ganti=False)
        except BaseException:
            berkas.tutup()
            with suppress(OSError):
                path.unlink()
            raise


def impor(workspace: Workspace, sumber: Path, *, ganti: bool = False) -> str:
    """Bring an iki-1 file into an open file as one edit; returns what was done, in words.

    Raises
    ------
    ImportFileError
        where the source is refused, or a year is there already and ``ganti`` is false.
    StoreError
        where it could not be written.
    """
    from iki_desktop.exchange.iki_json import baca_iki_json  # noqa: PLC0415

    return _masukkan(workspace, baca_iki_json(sumber), ganti=ganti)


def _masukkan(workspace: Workspace, isi: IsiIki, *, ganti: bool) -> str:
    from iki_desktop.exchange.iki_json import rencana_impor  # noqa: PLC0415

    text, changes = rencana_impor(workspace.arsip, isi, workspace.id_baru, ganti)
    workspace.terapkan(text, changes, periksa=False)
    return text


def ekspor_dokumen(
    snapshot: Snapshot,
    path: Path,
    *,
    triwulan: Periode = None,
    pilihan: Pilihan | None = None,
    progress: Progress = TANPA_KEMAJUAN,
) -> tuple[Temuan, ...]:
    """Print a document as PDF or Word file, or write its workbook, by the ending of ``path``.

    Returns what could not be printed as given.  ``triwulan`` means something to a workbook alone,
    ``pilihan`` to a printed document alone; without it everything is printed.

    Raises
    ------
    ExportError
        where the ending is another one, or the file cannot be written; nothing is left behind.
    Dibatalkan
        where ``progress`` says so.
    """
    match path.suffix.lower():
        case ".pdf" | ".docx":
            return _cetak(snapshot, path, pilihan, progress)
        case ".xlsx":
            from iki_desktop.export.xlsx import tulis_xlsx  # noqa: PLC0415  (so is openpyxl)

            tulis_xlsx(snapshot, path, progress, triwulan=triwulan)
            return ()
        case _:
            raise ExportError(f"Akhiran “{path.suffix}” tidak dikenal.", "Pakai .pdf, .docx, atau .xlsx.")


def ekspor_laporan(
    jenis: str,
    snapshot: Snapshot,
    path: Path,
    *,
    triwulan: Periode,
    jabatan_id: int | None = None,
    tanggal: date | None = None,
    tempat: str | None = None,
    penjelasan: bool = False,
    grafik: bool = False,
    lalu: tuple[Snapshot, ...] = (),
    progress: Progress = TANPA_KEMAJUAN,
) -> tuple[Temuan, ...]:
    """Write a report as PDF, Word or Excel file, by the ending of ``path``; choices as ``compose_laporan``.

    Returns what could not be printed as given.

    Raises
    ------
    IkiError
        where the document has no such jabatan.
    ExportError
        where the ending is another one, or the file cannot be written; nothing is left behind.
    Dibatalkan
        where ``progress`` says so.
    """
    from iki_desktop.export.xlsx import tulis_laporan_xlsx  # noqa: PLC0415  (pens are not for start-up)
    from iki_desktop.naskah.laporan import compose_laporan  # noqa: PLC0415

    if path.suffix.lower() == ".xlsx":
        tulis_laporan_xlsx(
            jenis, snapshot, path, triwulan=triwulan, jabatan_id=jabatan_id,
            tanggal=tanggal, tempat=tempat, penjelasan=penjelasan, grafik=grafik, lalu=lalu,
            progress=progress,
        )  # fmt: skip
        return ()
    if path.suffix.lower() not in (".pdf", ".docx"):
        raise ExportError(f"Akhiran “{path.suffix}” tidak dikenal.", "Pakai .pdf, .docx, atau .xlsx.")
    naskah = compose_laporan(
        jenis, snapshot, triwulan=triwulan, jabatan_id=jabatan_id,
        tanggal=tanggal, tempat=tempat, penjelasan=penjelasan, grafik=grafik, lalu=lalu,
    )  # fmt: skip
    return _dengan_pena(naskah, path, progress)


def ekspor_perbandingan(
    lama: Snapshot,
    baru: Snapshot,
    path: Path,
    *,
    semula: str,
    menjadi: str,
    progress: Progress = TANPA_KEMAJUAN,
) -> tuple[Temuan, ...]:
    """Write the matrix of what differs between two versions, by the ending of ``path``.

    ``semula`` and ``menjadi`` say which versions these are.

    Raises
    ------
    ExportError
        where the ending is another one, or the file cannot be written; nothing is left behind.
    Dibatalkan
        where ``progress`` says so.
    """
    from iki_desktop.core.perbandingan_naskah import bandingkan_naskah  # noqa: PLC0415  (not for start-up)
    from iki_desktop.naskah.matriks import compose_matriks  # noqa: PLC0415

    beda = bandingkan_naskah(lama, baru)
    match path.suffix.lower():
        case ".xlsx":
            from iki_desktop.export.xlsx.buku_matriks import tulis_matriks_xlsx  # noqa: PLC0415

            tulis_matriks_xlsx(beda, baru, path, semula=semula, menjadi=menjadi, progress=progress)
            return ()
        case ".pdf" | ".docx":
            return _dengan_pena(compose_matriks(beda, baru, semula=semula, menjadi=menjadi), path, progress)
        case _:
            raise ExportError(f"Akhiran “{path.suffix}” tidak dikenal.", "Pakai .pdf, .docx, atau .xlsx.")


def _cetak(snapshot: Snapshot, path: Path, pilihan: Pilihan | None, progress: Progress) -> tuple[Temuan, ...]:
    """The document with the pen for its ending; both draw the same tree."""
    from iki_desktop.naskah.keputusan import compose_dokumen  # noqa: PLC0415  (not for start-up)
    from iki_desktop.naskah.pilihan import SEMUA  # noqa: PLC0415

    return _dengan_pena(compose_dokumen(snapshot, pilihan or SEMUA), path, progress)


def _dengan_pena(naskah: Naskah, path: Path, progress: Progress) -> tuple[Temuan, ...]:
    from iki_desktop.export.pena import pena  # noqa: PLC0415  (not for start-up)

    pena(path.suffix)(naskah, path, progress)
    return naskah.temuan
