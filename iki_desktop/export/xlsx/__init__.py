"""The Excel workbook of a document: live formulas, each with its figure already in it."""

from __future__ import annotations

from pathlib import Path

from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.snapshot import Snapshot

__all__ = ["tulis_xlsx"]


def tulis_xlsx(
    snapshot: Snapshot, path: Path, progress: Progress = TANPA_KEMAJUAN, triwulan: int | None = None
) -> None:
    """Write the workbook of a document to ``path``, whole or not at all.

    Without ``triwulan`` it holds the IKI table, the four quarters, the year and the recap; with
    it (1–4) the IKI table, that quarter and its recap.

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
