"""The note beside a working copy: which file it is a copy of, and when both were the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from iki_desktop.core.errors import ExportError, StoreError
from iki_desktop.keluaran import tulis_atomik

__all__ = ["Asal", "baca_catatan", "tulis_catatan"]

_CATATAN = "asal.json"


@dataclass(frozen=True, slots=True)
class Asal:
    """The last moment at which file and working copy were the same: checksums of both.

    ``salinan`` is the name of the copy in its folder.  ``akan`` is the checksum of what a writing
    back was about to put there, until it has.
    """

    path: Path
    salinan: str
    sidik: str
    sidik_salinan: str
    pada: datetime
    akan: str = ""


def tulis_catatan(folder: Path, asal: Asal) -> None:
    """Write the note in one step.

    Raises
    ------
    StoreError
        where that cannot be.
    """
    isi = {
        "asal": str(asal.path),
        "salinan": asal.salinan,
        "sidik": asal.sidik,
        "sidik_salinan": asal.sidik_salinan,
        "pada": asal.pada.isoformat(timespec="seconds"),
        "akan": asal.akan,
    }
    try:
        with tulis_atomik(folder / _CATATAN) as sementara:
            sementara.write_text(json.dumps(isi, ensure_ascii=False), encoding="utf-8")
    except (ExportError, OSError, UnicodeError) as salah:
        raise StoreError("Catatan salinan kerja tidak dapat ditulis.", "Periksa ruang kosong.") from salah


def baca_catatan(folder: Path) -> Asal | None:
    """The note of a folder; ``None`` where there is none that can be understood."""
    try:
        isi: dict[str, Any] = json.loads((folder / _CATATAN).read_text(encoding="utf-8"))
        salinan = str(isi["salinan"])
        if Path(salinan).name != salinan:
            return None
        return Asal(
            Path(str(isi["asal"])),
            salinan,
            str(isi["sidik"]),
            str(isi["sidik_salinan"]),
            datetime.fromisoformat(str(isi["pada"])),
            str(isi["akan"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
