"""The manual names the menus as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iki_desktop.ui.tindakan import DAFTAR_TINDAKAN

PANDUAN = Path(__file__).resolve().parent.parent / "docs" / "panduan"
_JALAN = re.compile(r"\*(?P<menu>[A-Z]\w+)\s+→\s+(?P<nama>[^*]+)\*(?:\s+\((?P<kunci>[^)]*)\))?")


def _menu() -> dict[str, dict[str, str]]:
    """What each menu offers, with its key."""
    semua: dict[str, dict[str, str]] = {}
    for tindakan in DAFTAR_TINDAKAN:
        if tindakan is not None:
            menu = semua.setdefault(tindakan.menu.replace("&", ""), {})
            menu[tindakan.teks.replace("&", "")] = tindakan.pintasan or tindakan.setempat
    return semua


@pytest.mark.parametrize("halaman", sorted(PANDUAN.glob("*.md")), ids=lambda p: p.stem)
def test_every_way_through_the_menus_is_there(halaman: Path) -> None:
    menu = _menu()
    for jalan in _JALAN.finditer(halaman.read_text(encoding="utf-8")):
        if jalan["menu"] not in menu:
            continue  # a menu of a page, or a column
        nama = " ".join(jalan["nama"].split())
        assert nama in menu[jalan["menu"]], jalan[0]
        kunci = (jalan["kunci"] or "").split(",")[0]
        assert kunci in ("", menu[jalan["menu"]][nama]), jalan[0]


def test_the_manual_does_name_ways() -> None:
    teks = "".join(p.read_text(encoding="utf-8") for p in PANDUAN.glob("*.md"))
    assert sum(j["menu"] in _menu() for j in _JALAN.finditer(teks)) > 20
