"""Entry sheets as files: a name for each, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import Dibatalkan
from iki_desktop.export.berkas_isian import tulis_berkas_isian, tulis_satu_isian
from tests.naskah.kantor_naskah import JAHAT, jabatan, snapshot

SNAP = snapshot(jabatan("Kasi"), jabatan("KASI"), jabatan(JAHAT), jabatan("CON"))


def test_every_jabatan_has_a_file_of_its_own(tmp_path: Path) -> None:
    jadi = tulis_berkas_isian(SNAP, tmp_path / "lembar", akhiran="xlsx", triwulan=1)
    assert len(set(jadi)) == len(list((tmp_path / "lembar").iterdir())) == 4
    assert all(b.parent == tmp_path / "lembar" for b in jadi)


class Penghenti:
    """Stops the work at the third report."""

    def __init__(self) -> None:
        self.sisa = 3

    def maju(self, _selesai: int, _jumlah: int, _pesan: str) -> None:
        self.sisa -= 1
        if not self.sisa:
            raise Dibatalkan


def test_stopped_halfway_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "lain.xlsx").write_bytes(b"isi")
    with pytest.raises(Dibatalkan):
        tulis_berkas_isian(SNAP, tmp_path, akhiran="pdf", triwulan=1, progress=Penghenti())
    assert [b.name for b in tmp_path.iterdir()] == ["lain.xlsx"]


def test_an_unknown_ending(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="tidak dikenal"):
        tulis_satu_isian(SNAP, tmp_path / "a.odt", triwulan=1)
