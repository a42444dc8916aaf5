"""The padlock holds although the program closes another handle of the file, as a file dialog does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from iki_desktop.core.errors import StoreError
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gembok import Gembok

_LAIN = """
import sys
from pathlib import Path
from iki_desktop.core.errors import StoreError
from iki_desktop.db.berkas import Berkas
try:
    Berkas.buka(Path(sys.argv[1])).tutup()
except StoreError as galat:
    print(galat)
"""


def _dari_program_lain(path: Path) -> str:
    """What another program is told that opens the file; nothing where it may."""
    perintah = [sys.executable, "-c", _LAIN, str(path)]
    return subprocess.run(perintah, capture_output=True, text=True, check=True).stdout


def test_a_second_program_is_refused_after_the_file_was_looked_at(tmp_path):
    path = tmp_path / "kantor.iki"
    berkas = Berkas.buat(path)
    path.read_bytes()
    assert "sedang dibuka" in _dari_program_lain(path)
    berkas.tutup()
    assert _dari_program_lain(path) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there the lock of SQLite itself holds")
def test_readers_share_and_a_writer_is_alone(tmp_path):
    path = tmp_path / "kantor.iki"
    path.write_bytes(b"x")
    satu, dua = (Gembok.pasang(path, bersama=True, tunggu=0) for _ in range(2))
    with pytest.raises(StoreError, match="sedang dibuka"):
        Gembok.pasang(path, bersama=False, tunggu=0.05)
    satu.lepas()
    dua.lepas()
    Gembok.pasang(path, bersama=False, tunggu=0).lepas()


def test_closing_twice_does_not_let_go_of_what_was_opened_since(tmp_path):
    path = tmp_path / "kantor.iki"
    pertama = Berkas.buat(path)
    pertama.tutup()
    kedua = Berkas.buka(path)
    pertama.tutup()
    assert "sedang dibuka" in _dari_program_lain(path)
    with pytest.raises(StoreError, match="sedang dibuka"):
        Berkas.buka(path)
    kedua.tutup()
