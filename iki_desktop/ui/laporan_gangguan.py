"""The report of a fault, as it is shown and copied: versions, moment, trace.

Nothing of the office's data is in it: see ``core.gangguan``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from iki_desktop.core.gangguan import urai_gangguan

__all__ = ["susun_laporan"]


def susun_laporan(salah: BaseException) -> str:
    """The report as it is shown and copied: versions, moment, trace."""
    return "\n".join((*_versi(), "", urai_gangguan(salah)))


def _versi() -> Iterator[str]:
    import platform  # noqa: PLC0415  (only here)
    import sys  # noqa: PLC0415
    from importlib import metadata  # noqa: PLC0415

    from PySide6.QtCore import qVersion  # noqa: PLC0415

    try:
        versi = metadata.version("iki-desktop")
    except metadata.PackageNotFoundError:
        versi = "tidak diketahui"
    beku = " (terpasang)" if getattr(sys, "frozen", False) else ""
    yield f"IKI Desktop {versi}{beku}"
    yield f"Python {platform.python_version()} · Qt {qVersion()}"
    yield f"{platform.system()} {platform.release()} · {platform.machine()}"
    yield f"{datetime.now():%Y-%m-%d %H.%M}"
