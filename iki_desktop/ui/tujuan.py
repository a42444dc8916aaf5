"""Asking where a new file goes, and under which name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

__all__ = ["tanya_tujuan"]


def tanya_tujuan(induk: QWidget, judul: str, usulan: Path, jenis: str) -> Path | None:
    """The path that the person chose, with the ending of ``usulan``; ``None`` where they gave up.

    ``jenis`` names the kind of file.  Not every system adds the ending by itself, and it asks about
    a file that is there only under the name that was typed: so it is asked again under the whole one.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (start-up)

    akhiran = usulan.suffix
    while True:
        nama, _ = QFileDialog.getSaveFileName(induk, judul, str(usulan), f"{jenis} (*{akhiran})")
        if not nama:
            return None
        dipilih = Path(nama)
        if dipilih.suffix.lower() == akhiran:
            return dipilih
        usulan = dipilih.with_name(dipilih.name + akhiran)
        if not usulan.exists():
            return usulan
