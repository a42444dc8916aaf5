"""The program, run in an empty folder of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iki_desktop import cli
from tests.cli.kantor import INGGRIS, Jalan


@pytest.fixture
def jalan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Jalan:
    """Run the program in an empty folder of its own: its exit code, its output, its complaints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah"))

    def jalan(*argv: object) -> tuple[int, str, str]:
        kode = cli.main([str(a) for a in argv])
        keluar, galat = capsys.readouterr()
        assert "Traceback" not in keluar + galat
        assert not INGGRIS.search(re.sub(r"“[^”]*”", "", galat)), galat
        return kode, keluar, galat

    return jalan


@pytest.fixture
def contoh(jalan: Jalan, tmp_path: Path) -> Path:
    assert jalan("buat", "contoh.iki", "--contoh")[0] == 0
    return tmp_path / "contoh.iki"
