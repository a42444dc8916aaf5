"""What the tests of the command line share: how a command is run, and small documents."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Jalan = Callable[..., tuple[int, str, str]]
"""Run the program with these arguments: its exit code, its output, its complaints."""

INGGRIS = re.compile(
    r"\b(usage|error|invalid|argument|required|choose|options|positional|traceback|show|file)\b", re.I
)


def minimal(*dokumen: dict[str, Any], nama: str = "Biatan", daerah: str = "Berau") -> dict[str, Any]:
    kecamatan = {"nama": nama, "jenis_daerah": "Kabupaten", "nama_daerah": daerah}
    return {"format": "iki", "versi": 1, "kecamatan": kecamatan, "dokumen": list(dokumen)}


def tulis(path: Path, isi: dict[str, Any]) -> Path:
    path.write_text(json.dumps(isi), encoding="utf-8")
    return path
