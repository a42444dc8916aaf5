"""Rules of the pen that its code must keep."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import iki_desktop.export.pdf

RUANG = Path(iki_desktop.export.pdf.__file__).parent
DOKUMEN = [b for b in RUANG.glob("*.py") if b.name != "halaman_uji.py"]
"""What draws documents; the test page holds no word that a person typed."""

TERLARANG = {"Paragraph", "Preformatted", "XPreformatted"} | {
    "drawString",
    "drawCentredString",
    "drawRightString",
}
MENULIS = {"textOut", "textLine", "textLines", "beginText"}


def nama_dipakai(berkas: Path) -> set[str]:
    """Every name that a module mentions, whatever for."""
    semua = set()
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        match simpul:
            case ast.Name(id=nama) | ast.Attribute(attr=nama) | ast.alias(name=nama):
                semua.add(nama)
    return semua


def test_no_text_goes_through_a_parser_of_markup() -> None:
    for berkas in DOKUMEN:
        assert not nama_dipakai(berkas) & TERLARANG, berkas.name


def test_text_is_drawn_in_one_place() -> None:
    menulis = {b.name for b in DOKUMEN if nama_dipakai(b) & MENULIS}
    assert menulis == {"teks.py"}


def test_the_pen_costs_nothing_until_it_writes() -> None:
    kode = "import sys, iki_desktop.export.pdf; print([m for m in ('reportlab', 'PIL') if m in sys.modules])"
    jalan = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert jalan.stdout.strip() == "[]"
