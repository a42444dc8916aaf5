"""Results as a calm table for people, and as JSON for programs."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.ukur import Baris, Lembar, persentil

__all__ = ["sebagai_json", "sebagai_tabel", "tentang_mesin"]

KEPALA = ("yang diukur", "p50", "p95", "p99", "÷ lantai", "tujuan")
CUKUP_P95, CUKUP_P99 = 10, 60
"""Runs under which a percentile would only be the slowest run by another name."""


def tentang_mesin() -> dict[str, str]:
    """On what, when, and beside how much other work it was measured."""
    return {
        "waktu": datetime.now().astimezone().isoformat(timespec="minutes"),
        "sistem": platform.platform(),
        "prosesor": f"{_prosesor()} × {os.cpu_count()}",
        "python": platform.python_version(),
        "pyside6": version("PySide6-Essentials"),
        "sqlite": sqlite3.sqlite_version,
        "reportlab": version("reportlab"),
        "openpyxl": version("openpyxl"),
        "beban": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?",
    }


def _prosesor() -> str:
    try:
        isi = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    nama = (b.partition(":")[2].strip() for b in isi.splitlines() if b.startswith("model name"))
    return next(nama, platform.processor())


def sebagai_tabel(lembar: Lembar) -> str:
    """The table of one benchmark; times in milliseconds."""
    isi = [KEPALA, *(_sel(lembar, b) for b in lembar.baris)]
    lebar = [max(len(baris[k]) for baris in isi) for k in range(len(KEPALA))]
    garis = [f"{lembar.nama}: {lembar.judul} (ms)", ""]
    for baris in isi:
        sel = [baris[0].ljust(lebar[0]), *(s.rjust(w) for s, w in zip(baris[1:5], lebar[1:5], strict=True))]
        garis.append("  " + "  ".join([*sel, baris[5]]).rstrip())
    garis += ["", *(f"  {c}" for c in lembar.catatan)] if lembar.catatan else []
    return "\n".join(garis)


def _sel(lembar: Lembar, baris: Baris) -> tuple[str, ...]:
    rasio = lembar.rasio(baris)
    return (
        baris.apa,
        _angka(persentil(baris.ms, 50)),
        _angka(persentil(baris.ms, 95)) if len(baris.ms) >= CUKUP_P95 else "",
        _angka(persentil(baris.ms, 99)) if len(baris.ms) >= CUKUP_P99 else "",
        f"{rasio:.2f}×".replace(".", ",") if rasio is not None else "",
        baris.tujuan,
    )


def _angka(ms: float) -> str:
    return (f"{ms:.2f}" if ms < 100 else f"{ms:.0f}").replace(".", ",")


def sebagai_json(mesin: dict[str, str], lembar: Sequence[Lembar]) -> str:
    """Everything, every single duration included."""
    isi = {"mesin": mesin, "ukuran": [_lembar_json(satu) for satu in lembar]}
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _lembar_json(lembar: Lembar) -> dict[str, object]:
    baris = [
        {
            "apa": b.apa,
            "p50": persentil(b.ms, 50),
            "p95": persentil(b.ms, 95),
            "p99": persentil(b.ms, 99),
            "lantai": b.lantai,
            "rasio": lembar.rasio(b),
            "tujuan": b.tujuan,
            "ms": [round(n, 3) for n in b.ms],
        }
        for b in lembar.baris
    ]
    return {"nama": lembar.nama, "judul": lembar.judul, "baris": baris, "catatan": list(lembar.catatan)}
