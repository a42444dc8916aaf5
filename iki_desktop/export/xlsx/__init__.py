"""Excel workbooks: a document with live formulas, each with its figure in it, and reports as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from iki_desktop.core.errors import IkiError
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import Periode
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan import JENIS_LAPORAN, susun_laporan
from iki_desktop.naskah.laporan.lembar_isian import triwulan_diisi

__all__ = ["tulis_laporan_xlsx", "tulis_lembar_isian", "tulis_xlsx"]


def tulis_xlsx(
    snapshot: Snapshot, path: Path, progress: Progress = TANPA_KEMAJUAN, triwulan: Periode = None
) -> None:
    """Write the workbook of a document to ``path``, whole or not at all.

    Without ``triwulan`` it holds the IKI table, the four quarters, the year and the recap; with a
    quarter the IKI table, that quarter and its recap; up to a quarter those until then and their sum.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where the person stops it; nothing is left behind.
    """
    # openpyxl costs as much start-up as the window itself; only who exports pays for it.
    from iki_desktop.export.xlsx.buku import tulis  # noqa: PLC0415

    tulis(snapshot, path, progress, triwulan)


def tulis_laporan_xlsx(
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
) -> None:
    """Write a report (of ``JENIS_LAPORAN``) as a workbook, whole or not at all: figures, no formulas.

    Its charts stand on a sheet of their own, over formulas on that sheet.  The choices are those of
    ``compose_laporan``; of a perjanjian kinerja only the annex is a table, and a form becomes one that
    can be read back.

    Raises
    ------
    KeyError
        where there is no such kind of report.
    IkiError
        where the document has no such jabatan, or the file cannot be written.
    Dibatalkan
        where the person stops it; nothing is left behind.
    """
    from iki_desktop.export.xlsx.buku_laporan import tulis_bagian  # noqa: PLC0415  (loads openpyxl)

    if JENIS_LAPORAN[jenis].isian and snapshot.jabatan:
        diisi = triwulan_diisi(triwulan)
        tulis_lembar_isian(snapshot, path, triwulan=diisi, jabatan_id=jabatan_id, progress=progress)
        return
    bagian = susun_laporan(
        jenis, snapshot, triwulan=triwulan, jabatan_id=jabatan_id,
        tanggal=tanggal, tempat=tempat, penjelasan=penjelasan, grafik=grafik, lalu=lalu,
    )  # fmt: skip
    judul = f"{JENIS_LAPORAN[jenis].judul} {kecamatan(snapshot.kecamatan)} {snapshot.dokumen.tahun}"
    tulis_bagian(bagian, path, judul, snapshot.dokumen.tata_letak, progress, aturan=snapshot.aturan)


def tulis_lembar_isian(
    snapshot: Snapshot,
    path: Path,
    *,
    triwulan: Sequence[int],
    jabatan_id: int | None = None,
    progress: Progress = TANPA_KEMAJUAN,
) -> None:
    """Write the entry sheets of a jabatan, or of each one, as a workbook that can be read back.

    There is a sheet for each of the quarters in ``triwulan``.

    Raises
    ------
    IkiError
        where the document has no such jabatan, or none at all, or the file cannot be written.
    Dibatalkan
        where the person stops it; nothing is left behind.
    """
    from iki_desktop.export.xlsx.buku_isian import tulis_buku  # noqa: PLC0415  (loads openpyxl)

    semua = [j for j in snapshot.jabatan if jabatan_id in (None, j.jabatan.id)]
    if not semua:
        raise IkiError("Jabatan ini tidak ada lagi di dokumen.", "Pilih jabatan lain.")
    tulis_buku(snapshot, semua, triwulan, path, progress)
