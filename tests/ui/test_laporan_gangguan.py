"""The report of a fault begins with what it ran on."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion

from iki_desktop.ui.laporan_gangguan import susun_laporan


def test_versions_and_moment_stand_above_the_trace():
    try:
        raise KeyError("NAMA CAMAT")
    except KeyError as salah:
        baris = susun_laporan(salah).splitlines()
    assert baris[0].startswith("IKI Desktop ")
    assert baris[1] == f"Python {platform.python_version()} · Qt {qVersion()}"
    assert baris[2].startswith(platform.system())
    assert baris[4] == ""
    assert baris[-1] == "KeyError: (pesan 12 huruf, tidak disertakan)"
